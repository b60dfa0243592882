"""Shares of a whole number of people: which of them some number of people gives, and how near others come."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor

from eoi.submission.quantities import Share
from eoi.submission.sums import margin


def beside(share: Share, people: int) -> tuple[int, ...]:
    """The whole numbers of `people` just under `share` and just over it; one if it is one."""
    exact = share.amount * people / 100
    return tuple(sorted({floor(exact), ceil(exact)}))


def nearest(share: Share, people: int) -> int:
    return min(beside(share, people), key=lambda part: abs(miss(share, part, people)))


def miss(share: Share, part: int, people: int) -> Decimal:
    """How far `share` is from `part` of `people`, in hundredths of a person: a whole number stays exact."""
    return share.amount * people - 100 * part


def as_rounded(share: Share, part: int, people: int) -> bool:
    return abs(miss(share, part, people)) <= margin(share) * people


def as_cut_off(share: Share, part: int, people: int) -> bool:
    """Whether `share` is `part` of `people` rounded the wrong way: less than one step from it."""
    return abs(miss(share, part, people)) < 2 * margin(share) * people


def rounded(share: Share, part: int, people: int) -> Decimal:
    """`part` of `people` to the precision of `share`."""
    steps = (Decimal(100 * part) / people / share.step).to_integral_value(ROUND_HALF_UP)
    return steps * share.step


def percent(part: int, people: int, share: Share) -> str:
    """With one decimal more than `share`, so that the difference shows."""
    decimals = 1 - int(share.step.as_tuple().exponent)
    return f"{Decimal(100 * part) / people:.{decimals}f}%"


def neighbours(share: Share, people: int) -> str:
    """`7 of 12 is 58.3% and 8 of 12 is 66.7%`."""
    return " and ".join(
        f"{part:,} of {people:,} is {percent(part, people, share)}" for part in beside(share, people)
    )
