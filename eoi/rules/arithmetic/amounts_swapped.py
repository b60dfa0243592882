"""Budgets or running costs of two applicants that seem to have changed places."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.scales import count_people_of_each
from eoi.source.nodes import Path
from eoi.submission.quantities import Money

FIELDS = {"budget": "budgets", "running_costs": "running costs"}
# Neighbours spend about the same a head: published budgets lie within 31% of each other.
FAR, NEAR = Decimal("1.5"), Decimal("1.25")


class StatedAmount(FrozenValue):
    """An amount of one applicant, and the people it is for."""

    path: Path
    name: str
    amount: Money
    people: Decimal
    by_head: Decimal


def check(case: Case) -> Iterator[Problem]:
    for field, what in FIELDS.items() if case.is_joint else ():
        every = list(list_amounts(case, field))
        in_order = sorted(one.by_head for one in every)
        for first, second in combinations(every, 2):
            if are_swapped(first, second, in_order):
                yield Problem(
                    second.path,
                    f"By head, the {what} of {first.name} and {second.name} would be alike if {first.amount} "
                    f"and {second.amount} changed places.",
                    help="Check the two amounts and the two numbers of people, and swap those that stand at "
                    "the wrong name.",
                    other=(first.path, "the other amount"),
                )


def list_amounts(case: Case, field: str) -> Iterator[StatedAmount]:
    """Yield the amounts in a field of all applicants, each with the people it is for."""
    each = zip(case.submission.applicants, count_people_of_each(case), strict=True)
    for index, (applicant, people) in enumerate(each):
        amount = getattr(applicant, field)
        if amount and amount.amount > 0 and people:
            by_head = amount.amount / people.number
            yield StatedAmount(
                ("applicants", index, field), applicant.known_as, amount, people.number, by_head
            )


def are_swapped(first: StatedAmount, second: StatedAmount, in_order: list[Decimal]) -> bool:
    """Tell whether two amounts differ much for each person, and would agree if they were swapped.

    After the swap they must agree with the amounts of all other applicants too. `in_order` holds the amounts
    for each person of all applicants, sorted.
    """
    now = [first.by_head, second.by_head]
    if measure_spread(now) <= FAR:
        return False
    then = [second.amount.amount / first.people, first.amount.amount / second.people]
    return measure_spread(then + find_extremes(in_order, now)) < NEAR


def find_extremes(in_order: list[Decimal], left_out: list[Decimal]) -> list[Decimal]:
    """Return the least and the greatest value without those left out, or an empty list if none remain.

    Only the two ends of the sorted values are searched. To list the others for each pair would take time with
    the cube of the number of applicants.
    """
    ends = [in_order[: len(left_out) + 1], in_order[: -len(left_out) - 2 : -1]]
    for end in ends:
        for value in left_out:
            if value in end:
                end.remove(value)
    return [end[0] for end in ends if end]


def measure_spread(values: list[Decimal]) -> Decimal:
    """Return the greatest value divided by the least."""
    return max(values) / min(values)


RULE = Rule(
    summary="No two applicants have each other's budget or running costs",
    why="The figures of a joint bid are copied from several papers, and two of them can change places. Then "
    "one CCG has far too much for each person, and the other too little.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="15 published budgets of 2013/14, £1,057 to £1,380 a head; running costs of £24.73 a head for all "
    "CCGs (NHS England, February 2014)",
    needs=("co_applicants[]",),
    fails="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 197040}, budget: £440m}
  - {name: NHS Elsewhere CCG, population: {registered: 393500}, budget: £225m}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 197040}, budget: £225m}
  - {name: NHS Elsewhere CCG, population: {registered: 393500}, budget: £440m}
""",
)
