"""The source of money for the posts, in the text on funding and in other texts."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose.mood import is_certain

FUNDING = ("resources", "funding")
OUR_MONEY = (
    r"(?:our |its |the ccgs?'s? |the |existing |own |current |available ){0,4}"
    r"(?:running[ -]costs?(?: allowance)?|management (?:allowance|costs?)|running[ -]costs? budget|"
    r"resources|budgets?|means|pocket)"
)
ELSEWHERE = Expression(
    rf"\b(?:outside|beyond(?: what)?|more than|over and above|on top of|in addition to|not (?:be (?:met|"
    rf"paid|funded) )?(?:from|"
    rf"by|out of|within)) {OUR_MONEY}|"
    r"\bnhs england (?:would|will|is to|should|to) (?:pay|fund|meet|provide|pass|cover|bear)|"
    r"\b(?:paid|funded|met|covered|borne) (?:for )?by nhs england|\bfrom nhs england\b|\bsaves\b"
)
OURSELVES = Expression(
    rf"\b(?:from|by|within|out of|set aside|use|using|into) {OUR_MONEY}|\b{OUR_MONEY} (?:will|would|can|"
    rf"could|are to) (?:bear|cover|meet|pay|fund|carry|absorb)|"
    r"\babsor\w+\b|\b(?:ccgs?|we) (?:will|would|can|shall) (?:meet|pay|fund|bear|cover|"
    r"find)\b[\w ]{0,50}\b(?:ourselves|itself|themselves|own)\b|"
    r"\bno (?:outside|external|extra|additional|new) (?:money|funding|funds|resources)\b|"
    r"\bset aside running costs\b"
)
SUBJECT = WordList(
    "post|posts|capacity|staff|appointment|appointments|role|roles|extra|additional|resources asked|costs of"
)


def check(case: Case) -> Iterator[Problem]:
    resources = case.submission.resources
    funding = resources.funding.lower() if resources and resources.funding else ""
    stated = find_payer(funding) if funding else ""
    if not stated:
        return
    who = {"elsewhere": "money from outside", "ourselves": f"{case.of_the_ccg} own money"}
    for sentence in case.prose.find_sentences(
        "running cost", "allowance", "absor", "nhs england", "ourselves", "itself", "outside", "own "
    ):
        if sentence.written.path[:2] == FUNDING or not SUBJECT.is_in(sentence.flat):
            continue
        said = find_payer(sentence.flat)
        if said and said != stated and is_certain(sentence):
            yield report_contradiction(
                sentence,
                f"This says that {who[said]} would pay for the posts. The text on funding says "
                f"{who[stated]}.",
                FUNDING,
            )


def find_payer(flat: str) -> str:
    """Return who pays, `elsewhere` or `ourselves`, or an empty text if the text does not say."""
    if ELSEWHERE.search(flat):
        return "elsewhere"
    return "ourselves" if OURSELVES.search(flat) else ""


RULE = Rule(
    summary="All texts agree on who pays for the posts",
    why="NHS England decides on posts by whose money pays for them.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
resources:
  introduction: The extra posts would be met from our existing running costs.
  funding: We expect these resources to come from outside our running costs allowance.
""",
    passes="""
resources:
  introduction: The extra posts are beyond what our running costs can bear.
  funding: We expect these resources to come from outside our running costs allowance.
""",
)
