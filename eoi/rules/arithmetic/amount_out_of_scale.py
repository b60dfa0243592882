"""Budgets that are out of scale for the people they are for.

A slip in the unit makes an amount a thousand times too small.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.scales import (
    BUDGET,
    ENVELOPE,
    RUNNING_COSTS,
    PeopleServed,
    Scale,
    find_served_by_all,
    is_in_scale,
    list_served,
)
from eoi.source.nodes import Path
from eoi.submission.quantities import Money

UNITS = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9}


def check(case: Case) -> Iterator[Problem]:
    for index, served in enumerate(list_served(case)):
        at: Path = ("applicants", index)
        applicant = case.submission.applicants[index]
        yield from judge((*at, "budget"), applicant.budget, BUDGET, served)
        yield from judge((*at, "running_costs"), applicant.running_costs, RUNNING_COSTS, served)
    arrangement = case.submission.arrangement
    if arrangement and arrangement.budget:
        path = ("arrangement", "budget", "envelope")
        yield from judge(path, arrangement.budget.envelope, ENVELOPE, find_served_by_all(case))


def judge(path: Path, amount: Money | None, scale: Scale, served: PeopleServed) -> Iterator[Problem]:
    if amount and amount.amount > 0 and not is_in_scale(amount, scale, served):
        yield Problem(
            path,
            describe_amount(amount, scale, served),
            help=suggest_unit(amount, scale, served),
            other=(served.path, "the people") if served.path else None,
        )


def describe_amount(amount: Money, scale: Scale, served: PeopleServed) -> str:
    """Return words on how much an amount is for each person, and how much is usual."""
    usual = f"£{scale.least:,} to £{scale.most:,}"
    if served.is_known:
        each = format_pounds(amount.amount / served.fewest)
        people = "the one person" if served.fewest == 1 else f"each of {int(served.fewest):,} people"
        return f"{amount} is {each} for {people} {served.which}; {usual} is usual."
    if amount.amount < scale.least * served.fewest:
        smallest = f"{int(served.fewest) // 10_000 * 10_000:,}"
        return f"{amount} is too little: {usual} a head is usual, and no CCG has under {smallest} people."
    return f"{amount} is too much: {usual} a head is usual."


def format_pounds(each: Decimal) -> str:
    """Return pounds for one person in words, with pence if they are less than ten."""
    return (
        f"£{each:,.0f}" if each >= 10 else f"£{each:.2f}" if each >= Decimal("0.01") else "less than a penny"
    )


def suggest_unit(amount: Money, scale: Scale, served: PeopleServed) -> str:
    """Return advice on an amount, with the unit that would fit if there is one."""
    figure = amount.amount / next(
        u for u in sorted(UNITS.values(), reverse=True) if amount.amount >= u or u == 1
    )
    for unit, size in UNITS.items():
        if scale.least * served.fewest <= figure * size <= scale.most * served.most:
            meant = f"£{figure.normalize():,f}{unit}"
            return f"If {meant} is meant, write that; else check the amount and the people."
    return "Check the amount and its unit, k (thousand) or m (million), and the number of people."


RULE = Rule(
    summary="Budgets fit the number of people they are for",
    why="The document prints `£220` as it stands, and a board then reads that its CCG has a budget of £220. "
    "Divided by the people it serves, a lost or doubled `m` shows at once. Where nobody can tell how many "
    "these are, the smallest and the largest CCG of the list are the limits.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="15 published budgets of 2013/14, of 211 (£1,057 to £1,380 for each person in the list of October "
    "2014); running costs of £24.73 a head in 2014/15 and £22.07 in 2015/16 for all CCGs (NHS England, "
    "February 2014); primary care in BaNES, North Hampshire (S65) and North East Lincolnshire (S66), £115 to "
    "£182. The bands of £500 to £2,500 (budget), £10 to £60 (running costs) and £60 to £300 (primary care) "
    "are this project's own",
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
