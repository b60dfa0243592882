"""What has to be true of the first draft from the document of Bath: its facts, and where its words belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.imports.old_documents.draft import FirstDraft
from tests.imports.source_documents import Block, bold_runs

# The facts that examples/bath-and-north-east-somerset.yaml has, too, by their fields.
FACTS_OF_BATH = {
    "form": "joint",
    "applicants[0].code": "11E",
    "applicants[0].short_name": "BaNES CCG",
    "applicants[0].population.resident": "177,643",
    "applicants[0].population.registered": "197,040",
    "applicants[0].budget": "£220m",
    "applicants[0].running_costs": "£4.7m",
    "applicants[0].running_costs_reduction.share": "10%",
    "applicants[0].running_costs_reduction.start": "April 2015",
    "applicants[0].staff.headcount": "43",
    "applicants[0].staff.wte": "34",
    "applicants[0].commissioning_support.provider": "Central Southern Commissioning Support Unit",
    "applicants[0].commissioning_support.start": "September 2014",
    "applicants[0].commissioning_support.end": "March 2016",
    "resources.posts[0].role": "Project Manager",
    "resources.posts[0].band": "7",
    "resources.posts[1].band": "4",
    "resources.posts[1].cost": "£24.6k",
    "resources.posts[2].sessions_per_week": "1",
    "resources.total": "£79.4k",
    "arrangement.budget.envelope": "£23.1 million",
    "engagement.public.method": "SurveyMonkey questionnaire",
    "engagement.public.sent": "42",
    "engagement.public.response_rate": "28.6%",
    "engagement.public.views.for": "58%",
    "engagement.public.views.against": "17%",
    "engagement.public.views.unsure": "25%",
    "timescales[1].date": "1 April 2015",
    "engagement.nhs_england[0].date": "27 May 2014",
    "governance.groups[0].meets": "quarterly",
    "governance.groups[1].name": "Primary Care Commissioning Group",
}
# By the beginning of a block: the field at which that example has its words and those of the blocks below it.
RIGHT = (
    ("Expression of Interest for", "title"),
    ("Summary", "summary"),
    ("Introduction", "background"),
    ("1. Background", "background.vision"),
    ("Reference:", "applicants"),
    ("2. Structure", "background.structure"),
    ("Our expression of Interest", "heading"),
    ("A. CCGs", "ccgs_involved.reasons"),
    ("There have been positive", "ccgs_involved.neighbours"),
    ("B. Intended", "benefits"),
    ("I. Our vision", "benefits.vision"),
    ("II. How does our proposal for", "benefits.five_year_plan"),
    ("III. How does our proposal help", "benefits.integration"),
    ("IV. How does our proposal raise", "benefits.quality"),
    ("V. How does our proposal enhance", "benefits.involvement"),
    ("VI. How does our proposal tackle", "benefits.inequalities"),
    ("C. Scope", "scope.introduction"),
    ("The Joint Governance Arrangements", "governance.introduction"),
    ("Strategic Primary Care Group", "governance.groups"),
    ("In addition, the elements", "governance.existing"),
    ("I. Which aspects", "scope.introduction"),
    ("II. Request for", "resources.introduction"),
    ("Band 7", "resources.posts"),
    ("The annual cost is", "resources.introduction"),
    ("D. Nature", "arrangement"),
    ("I. Overview", "arrangement.overview"),
    ("II. Managing", "arrangement.budget.management"),
    ("III. The Future", "arrangement.future"),
    ("E. Timescales", "timescales"),
    ("F. Governance", "governance.conflicts_of_interest"),
    ("G. Engagement", "engagement"),
    ("I. How has the CCG engaged its", "engagement.members"),
    ("II. Proposals", "engagement.members.planned"),
    ("III. How has the CCG engaged Local", "engagement.stakeholders"),
    ("IV. Future plans", "engagement.stakeholders_planned"),
    ("V. How has the CCG engaged patients", "engagement.public"),
    ("VI. How has the CCG engaged with", "engagement.nhs_england_notes"),
    ("A meeting with the Director", "engagement.nhs_england"),
    ("H. Monitoring", "evaluation"),
)
TABLES = ("priorities", "scope.functions", "engagement")


def right_fields(content: Sequence[Block]) -> Iterator[str]:
    """The right field of each line of the document: of each paragraph, and of each one in a cell."""
    steps, tables = list(RIGHT), iter(TABLES)
    field = ""
    for block in content:
        if block.rows:
            table = next(tables)
            width = max(map(len, block.rows))
            for row in block.rows:
                for at in range(width):
                    yield from [table] * max(1, len(row[at]) if at < len(row) else 1)
            continue
        if steps and block.words.startswith(steps[0][0]):
            field = steps.pop(0)[1]
        yield "" if block.style.startswith(("Heading", "Title")) else field
    assert not steps, steps[0]


def right_words(draft: FirstDraft, content: Sequence[Block]) -> tuple[int, int]:
    """The words that stand in their right field, and all words; a heading counts where it led to a field."""
    right = whole = 0
    for number, (words, field) in enumerate(zip(line_words(content), right_fields(content), strict=True), 1):
        size = len(words.split())
        whole += size
        found = draft.outcomes.placed.get(number, "")
        if (field and found.startswith(field)) or number in draft.outcomes.led:
            right += size
    return right, whole


def line_words(content: Sequence[Block]) -> Iterator[str]:
    for block in content:
        if not block.rows:
            yield bold_runs(None, block)
            continue
        width = max(map(len, block.rows))
        for row in block.rows:
            for at in range(width):
                lines = row[at] if at < len(row) else ()
                yield from lines or ("",)
