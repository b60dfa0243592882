"""The registered population against the published one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import WordList
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import REASON, has_sentence_with, name_notes
from eoi.rules.shared.published import describe_difference, find_naming_field, is_far, list_comparable

# BaNES stated 197,040; 199,660 and then 200,567 were published for the same year. So lists change by some 2%
# a year, and counts differ by about as much. The date of the list alone does not explain a difference above
# 5%.
DIFFERENCE, DRIFT_A_YEAR = Decimal("0.05"), Decimal("0.02")


PEOPLE = WordList("population|populations|people|patients|registered|list|lists|resident|residents")


def check(case: Case) -> Iterator[Problem]:
    for index, applicant, ccg in list_comparable(case):
        population = applicant.population
        if population is None or population.registered is None:
            continue
        registered, published = population.registered, ccg.registered_population
        years = ccg.years_from(population.as_of or case.round.dated)
        allowed = published * (DIFFERENCE + years * DRIFT_A_YEAR)
        if is_far(registered, published, allowed) and not has_sentence_with(applicant.notes, PEOPLE, REASON):
            yield Problem(
                ("applicants", index, "population", "registered"),
                f"The registered population here is {registered}; for {ccg.month}, {published:,} were "
                f"published for {ccg.name}. This is {describe_difference(registered, published)}.",
                help="Check the number, and give its date in `population.as_of`; if it is right, say why it "
                f"differs in {name_notes(('applicants', index))}.",
                other=find_naming_field(index, applicant, ccg),
                several=Several(
                    f"{{number}} CCGs have other registered populations than were published for {ccg.month}: "
                    "{items}.",
                    f"{applicant.known_as} ({registered}, published {published:,})",
                    "Check the numbers, and give their dates in `population.as_of`; where one is right, say "
                    "in its CCG's `notes` why it differs.",
                ),
            )


RULE = Rule(
    summary="The registered population is near the published one",
    why="An assessor can look the number up. A few per cent are a matter of the date; more is another "
    "area, a slip, or a change that readers should be told of.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="registered populations of CCGs, October 2014; BaNES' own is 1.8% from it",
    unless=("populations-swapped", "same-figure-twice"),
    fails="""
applicants:
  - name: NHS Bromley CCG
    code: 07Q
    population: {registered: 273000}
""",
    passes="""
applicants:
  - name: NHS Bromley CCG
    code: 07Q
    population: {registered: 331000}
""",
)
