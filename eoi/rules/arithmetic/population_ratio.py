"""People registered with practices against people who live in the area."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import find_least, find_most
from eoi.rules.shared.problems import REASON, is_said_in_notes, name_notes
from eoi.submission.quantities import Count

# England's practices had some 4% more people registered than lived there. Single areas lie further off, as
# people register where they work or study. Beyond these the likelier cause is a slip, or two areas.
FEWEST, MOST = Decimal("0.8"), Decimal("1.3")


PEOPLE = WordList("population|populations|people|patients|register*|list|lists|resid*|live")


def check(case: Case) -> Iterator[Problem]:
    for path, population in case.list_values("applicants[].population"):
        resident, registered = population.resident, population.registered
        if not resident or not registered or not are_far_apart(resident, registered):
            continue
        if not is_said_in_notes(case, path, PEOPLE, REASON):
            yield Problem(
                (*path, "registered"),
                f"{registered} people are registered and {resident} live in the area: "
                f"{compare_populations(resident.amount, registered.amount)}.",
                help="Check both numbers, and that they are of the same area and date; if they are right, "
                f"say why they differ so much in {name_notes(path)}.",
                other=((*path, "resident"), "the people who live there"),
            )


def are_far_apart(resident: Count, registered: Count) -> bool:
    """Tell whether two populations differ by more than is usual, however each is rounded."""
    return find_most(registered) < FEWEST * find_least(resident) or find_least(registered) > MOST * find_most(
        resident
    )


def compare_populations(resident: Decimal, registered: Decimal) -> str:
    """Return words on how far the registered population differs from the resident one."""
    if registered > 2 * resident:
        return "more than twice as many"
    if 2 * registered < resident:
        return "less than half as many"
    share = abs(registered - resident) * 100 / resident
    return f"{share:.0f}% {'more' if registered > resident else 'fewer'}"


RULE = Rule(
    summary="Registered and resident populations are of the same order",
    why="Funding follows the people registered; plans follow those who live in the area. Far apart, "
    "one of the numbers has a slip or is another area's.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="the House of Commons Library on England's registers (4% more than residents in 2015); "
    "BaNES, 11% more; the band from 20% fewer to 30% more is this project's own",
    fails="""
applicants:
  - name: NHS Somewhere CCG
    population: {resident: 177643, registered: 297040}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    population: {resident: 177643, registered: 197040}
""",
)
