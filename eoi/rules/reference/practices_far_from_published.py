"""The number of practices against the published one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import WordList
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import REASON, has_sentence_with, name_notes
from eoi.rules.shared.published import describe_difference, find_naming_field, is_far, list_comparable

# Practices merge and close, and branches are counted differently: Southampton's own site has 31, where 34 are
# published. This alone does not explain a difference above 15%, and above two practices.
DIFFERENCE, DRIFT_A_YEAR, FEW = Decimal("0.15"), Decimal("0.03"), 2


PRACTICES = WordList("practice|practices|surgery|surgeries|branch|branches")


def check(case: Case) -> Iterator[Problem]:
    for index, applicant, ccg in list_comparable(case):
        if applicant.practices is None:
            continue
        practices, published = applicant.practices, ccg.practices
        population = applicant.population
        years = ccg.years_from((population and population.as_of) or case.round.dated)
        allowed = max(Decimal(FEW), published * (DIFFERENCE + years * DRIFT_A_YEAR))
        if is_far(practices, published, allowed) and not has_sentence_with(
            applicant.notes, PRACTICES, REASON
        ):
            yield Problem(
                ("applicants", index, "practices"),
                f"The number of practices here is {practices}; for {ccg.month}, {published} were published "
                f"for {ccg.name}. This is {describe_difference(practices, published)}.",
                help="Check the number, and whether branch surgeries are counted; if it is right, say why it "
                f"differs in {name_notes(('applicants', index))}.",
                other=find_naming_field(index, applicant, ccg),
                several=Several(
                    f"{{number}} CCGs have other numbers of practices than were published for {ccg.month}: "
                    "{items}.",
                    f"{applicant.known_as} ({practices}, published {published})",
                    "Check the numbers, and whether branch surgeries are counted; where one is right, say in "
                    "its CCG's `notes` why it differs.",
                ),
            )


RULE = Rule(
    summary="The number of practices is near the published one",
    why="An assessor asks whether all member practices are behind a proposal. A number far from the "
    "published one counts something else, or has a slip.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="numbers of practices of CCGs, October 2014; Southampton's own site has 31 of its 34 (S68)",
    needs=("applicants[].practices",),
    fails="""
applicants:
  - name: NHS Bromley CCG
    code: 07Q
    practices: 54
""",
    passes="""
applicants:
  - name: NHS Bromley CCG
    code: 07Q
    practices: 43
""",
)
