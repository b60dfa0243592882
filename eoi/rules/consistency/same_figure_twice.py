"""Exact figures that are in two places where different figures belong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.same_body import is_one_ccg
from eoi.source.nodes import Path
from eoi.submission.quantities import Quantity

POPULATIONS = {
    "registered": "people registered",
    "resident": "people who live in the area",
    "projected": "people expected in future",
}
MONEY = {"budget": "budget", "running_costs": "running costs"}
# Two CCGs can both have 200,000 people or £220m, but this many significant digits do not agree by chance.
DIGITS = 5


def check(case: Case) -> Iterator[Problem]:
    first: dict[tuple[str, Decimal], tuple[Path, str]] = {}
    for kind, path, what, figure in list_exact_figures(case):
        if count_digits(figure) < DIGITS or figure.approximate:
            continue
        earlier = first.setdefault((kind, figure.amount), (path, what))
        if earlier[0] != path and not is_same_ccg(case, earlier[0], path):
            yield report(path, what, figure, earlier)


def list_exact_figures(case: Case) -> Iterator[tuple[str, Path, str, Quantity]]:
    """Yield each figure with many digits: its kind, its place and its name."""
    for index, applicant in enumerate(case.submission.applicants):
        for name, what in POPULATIONS.items():
            if figure := getattr(applicant.population, name, None):
                path: Path = ("applicants", index, "population", name)
                yield "people", path, f"the {what} ({applicant.known_as})", figure
        for name, what in MONEY.items():
            if figure := getattr(applicant, name):
                yield "money", ("applicants", index, name), f"the {what} of {applicant.known_as}", figure


def count_digits(figure: Quantity) -> int:
    """Return the number of significant digits of a figure."""
    return len(figure.amount.normalize().as_tuple().digits)


def is_same_ccg(case: Case, one: Path, other: Path) -> bool:
    """Tell whether both figures are of one CCG that is listed twice, which another rule reports."""
    first, second = (case.submission.applicants[int(path[1])] for path in (one, other))
    return first is not second and is_one_ccg(first, second)


def report(path: Path, what: str, figure: Quantity, earlier: tuple[Path, str]) -> Problem:
    return Problem(
        path,
        f"{figure} stands for {what}, and also for {earlier[1]}.",
        help="Two such figures are not equal to the last digit: check which of the two was copied.",
        other=(earlier[0], "the same figure"),
    )


RULE = Rule(
    summary="Two exact populations or budgets are not equal to the last digit",
    why="No two CCGs have the same number of people, and no CCG has as many residents as people registered. "
    "An exact figure that comes twice was copied, and the right one is lost. Round figures, such as 200,000 "
    "or £220m, may be equal.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="the 211 registered populations of CCGs in October 2014, of which no two are equal",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 334893}}
  - {name: NHS Elsewhere CCG, population: {registered: 334893}}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 200000}, budget: £220m}
  - {name: NHS Elsewhere CCG, population: {registered: 200000}, budget: £220m}
""",
)
