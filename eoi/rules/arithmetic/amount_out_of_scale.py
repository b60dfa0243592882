"""Budgets against the people they are for: a slip in the unit makes them a thousand times too small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.people import People, people_of, people_of_all
from eoi.rules.shared.precision import least, most
from eoi.source.nodes import Path
from eoi.submission.quantities import Money

UNITS = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9}


@dataclass(frozen=True, slots=True)
class Scale:
    """Pounds a year for each person, and the largest share of the whole budget."""

    least: int
    most: int
    share: Decimal | None = None


# Wide on purpose. They rest on BaNES (£1,117, £24 and £117 a head) and, for primary care, on North Hampshire
# and North East Lincolnshire (£121 and £182).
BUDGET = Scale(500, 2500)
RUNNING_COSTS = Scale(10, 60, Decimal("0.05"))
ENVELOPE = Scale(60, 300, Decimal("0.5"))


def check(case: Case) -> Iterator[Problem]:
    for index, applicant in enumerate(case.submission.applicants):
        at: Path = ("applicants", index)
        people = people_of(case, index)
        yield from judge((*at, "budget"), applicant.budget, BUDGET, people)
        yield from judge(
            (*at, "running_costs"), applicant.running_costs, RUNNING_COSTS, people, applicant.budget
        )
    arrangement = case.submission.arrangement
    if arrangement and arrangement.budget:
        whole = [applicant.budget for applicant in case.submission.applicants]
        of = whole[0] if len(whole) == 1 else None
        path = ("arrangement", "budget", "envelope")
        yield from judge(path, arrangement.budget.envelope, ENVELOPE, people_of_all(case), of)


def judge(
    path: Path, amount: Money | None, scale: Scale, people: People | None, whole: Money | None = None
) -> Iterator[Problem]:
    """By head where the people are known, else as a share of the `whole` budget."""
    if amount is None or amount.amount <= 0:
        return
    if people and not in_scale(amount, scale, people):
        each = amount.amount / people.number
        yield Problem(
            path,
            f"{amount} is {pounds(each)} for each of {int(people.number):,} people {people.which}; "
            f"£{scale.least:,} to £{scale.most:,} is usual.",
            help=suggestion(amount, scale, people),
            other=(people.path, "the people") if people.path else None,
        )
    elif not people and whole and scale.share and least(amount) > scale.share * most(whole):
        yield Problem(
            path,
            f"{amount} is more than {scale.share:.0%} of the budget, {whole}.",
            help="Check both amounts and their units, k (thousand) or m (million).",
            other=((*path[:2], "budget"), "the budget") if path[0] == "applicants" else None,
        )


def in_scale(amount: Money, scale: Scale, people: People) -> bool:
    return most(amount) >= scale.least * people.number and least(amount) <= scale.most * people.number


def pounds(each: Decimal) -> str:
    return (
        f"£{each:,.0f}" if each >= 10 else f"£{each:.2f}" if each >= Decimal("0.01") else "less than a penny"
    )


def suggestion(amount: Money, scale: Scale, people: People) -> str:
    """Name the unit that would fit, if one does."""
    figure = amount.amount / next(u for u in sorted(UNITS.values(), reverse=True) if amount.amount >= u)
    for unit, size in UNITS.items():
        if scale.least * people.number <= figure * size <= scale.most * people.number:
            meant = f"£{figure.normalize():,f}{unit}"
            return f"If {meant} is meant, write that; else check the amount and the people."
    return "Check the amount and its unit, k (thousand) or m (million), and the number of people."


RULE = Rule(
    summary="Budgets fit the number of people they are for",
    why="The document prints `£220` as it stands, and a board then reads that its CCG has a budget of £220. "
    "Divided by the people it serves, a lost or doubled `m` shows at once.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="three published budgets: BaNES, and primary care in North Hampshire (S65) and North East "
    "Lincolnshire (S66); the bands of £500 to £2,500 (budget), £10 to £60 (running costs) and £60 to £300 "
    "(primary care) a head, 5% and half of the budget are this project's own",
    fails="""
applicants:
  - name: NHS Somewhere CCG
    population: {registered: 197040}
    budget: £220
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    population: {registered: 197040}
    budget: £220m
    running_costs: £4.7m
arrangement:
  budget: {envelope: £23.1m}
""",
)
