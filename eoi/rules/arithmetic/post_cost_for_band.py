"""The cost of posts against the pay of their band."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.quantities import Money
from eoi.submission.resources import Post

# The lowest and the highest pay point of each band in England from 1 April 2014. The part of the table with
# the highest points of 8d and with band 9 was not found.
PAY = {
    "1": (14_294, 15_013),
    "2": (14_294, 17_425),
    "3": (16_271, 19_268),
    "4": (18_838, 22_016),
    "5": (21_478, 27_901),
    "6": (25_783, 34_530),
    "7": (30_764, 40_558),
    "8a": (39_239, 47_088),
    "8b": (45_707, 56_504),
    "8c": (54_998, 67_805),
}
# Employers pay pension and national insurance on top, more in London, and pay rose by some per cent in the
# years of later rounds; who starts within a year costs a part of it.
LEAST, MOST = Decimal("0.5"), Decimal("1.8")
# If the whole-time equivalent or the end is unknown, the cost may be of several posts or of part of one.
LEAST_OF_ANY, MOST_OF_ANY = Decimal("0.05"), Decimal(5)
DAYS_IN_A_YEAR = 365
BAND = Expression(r"(?:(?:agenda for change|afc|pay) )?(?:bands? ?|b)?([1-7]|8 ?[a-c])", re.IGNORECASE)


class Band(FrozenValue):
    """A pay band of Agenda for Change, with its lowest and highest pay in pounds a year."""

    name: str
    least: int
    most: int


def check(case: Case) -> Iterator[Problem]:
    for path, post in case.list_values("resources.posts[]"):
        band, cost = find_band(post), post.cost
        if band is None or cost is None or cost.amount <= 0 or post.is_sum:
            continue
        wte = post.wte.amount if post.wte and post.wte.amount else None
        low, high = find_room(wte, count_years(post))
        if not low * band.least <= cost.amount <= high * band.most:
            yield Problem(
                (*path, "cost"),
                describe_band_cost(cost, band, wte),
                help="Check the cost, the band and the time (`wte`). The cost of one year is meant."
                if wte
                else "Check the cost and the band; if several posts are meant, or part of one, give `wte`.",
                other=((*path, "wte"), f"{post.wte} WTE") if wte else ((*path, "band"), "the band"),
                severity=None if wte else Severity.ADVICE,
            )


def find_band(post: Post) -> Band | None:
    """Return the band of a post with its pay, or None if the band is not in the table."""
    name = (post.band or "").strip().lower()
    if name not in PAY:
        match = BAND.fullmatch(name)
        name = match[1].replace(" ", "") if match else ""
    return Band(name, *PAY[name]) if name else None


def find_room(wte: Decimal | None, paid_for: Decimal | None) -> tuple[Decimal, Decimal]:
    """Return the factors of the lowest and of the highest pay between which a cost has to be."""
    if wte is None:
        return LEAST_OF_ANY, MOST_OF_ANY
    if paid_for is None:
        return LEAST_OF_ANY * wte, MOST_OF_ANY * wte
    # The cost can be that of a year or that of the whole time.
    return LEAST * wte * min(paid_for, Decimal(1)), MOST * wte * max(paid_for, Decimal(1))


def count_years(post: Post) -> Decimal | None:
    """Return the number of years for which a post is paid, or None if its end is unknown."""
    if post.end and post.start:
        return Decimal(max((post.end.last - post.start.first).days, 0)) / DAYS_IN_A_YEAR
    return None if post.end or post.recurrent is False else Decimal(1)


def describe_band_cost(cost: Money, band: Band, wte: Decimal | None) -> str:
    """Describe the cost of a post, and the pay of its band."""
    pay = f"Pay in band {band.name} was £{band.least:,} to £{band.most:,} in 2014/15"
    if wte in (None, 1):
        return f"{cost} does not go with band {band.name}. {pay}."
    return f"{cost} for {wte.normalize():f} WTE is £{cost.amount / wte:,.0f} each. {pay}."


RULE = Rule(
    summary="A post costs what its pay band costs",
    why="The band fixes the pay, so an assessor can work the cost out. Ten whole-time equivalents for the "
    "pay of one show that one of the figures is wrong. Half the lowest pay to 1.8 times the highest passes.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="NHS Employers, terms and conditions handbook, annex 3: pay points in England from 1 April 2014, "
    "bands 1 to 8c; BaNES: band 7 at £43.3k, band 4 at £24.6k. The room around them is this project's own",
    needs=("resources.posts[]",),
    fails="""
resources:
  posts:
    - {role: Primary care lead, band: 8b, wte: 10, cost: £71.9k}
""",
    passes="""
resources:
  posts:
    - {role: Primary care lead, band: 8b, wte: 1, cost: £71.9k}
    - {role: Project manager, band: 7, cost: £43.3k}
""",
)
