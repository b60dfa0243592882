"""The population expected in future against the present one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import find_least, find_most
from eoi.rules.shared.problems import is_said_in_notes, name_notes
from eoi.submission.quantities import Quantity

# Over ten years England's population grew by some 8%, and that of the fastest boroughs by a quarter.
FEWEST, MOST = Decimal("0.8"), Decimal("1.5")


PEOPLE = WordList("population|populations|people|patients|resident|residents")
GROWTH = WordList(
    "grow*|grew|development*|build*|built|homes|houses|housing|new town|garden city|regenerat*|mov*|"
    "leav*|fall*|shrink*|declin*|boundar*|merg*|because|clos*"
)


def check(case: Case) -> Iterator[Problem]:
    for path, population in case.list_values("applicants[].population"):
        names = [name for name in ("resident", "registered") if is_some(getattr(population, name))]
        projected = population.projected
        if not projected or not names:
            continue
        present = [getattr(population, name) for name in names]
        grows = min(find_least(projected) / find_most(count) for count in present)
        falls = max(find_most(projected) / find_least(count) for count in present)
        if falls >= FEWEST and grows <= MOST:
            continue
        if not is_said_in_notes(case, path, PEOPLE, GROWTH):
            yield Problem(
                (*path, "projected"),
                f"{projected} people are expected, where there are {present[-1]} now.",
                help="Check both numbers; if they are right, say why the population changes so much in "
                f"{name_notes(path)}.",
                other=((*path, names[-1]), "the people now"),
            )


def is_some(people: Quantity | None) -> bool:
    """Tell whether a number of people is stated and is not zero."""
    return people is not None and find_least(people) > 0


RULE = Rule(
    summary="The population expected is near the present one",
    why="Plans rest on how many people there will be. A number that is half as high again, or a fifth less, "
    "has a slip in it or is that of another area.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="general knowledge of how populations grow; the limits are this project's own",
    needs=("applicants[].population.projected",),
    fails="""
applicants:
  - {name: NHS Somewhere CCG, population: {resident: 177643, projected: 1900000}}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, population: {resident: 177643, projected: 190000}}
""",
)
