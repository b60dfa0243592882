"""Numbers as people write them, each knowing the precision it was stated with.

Why: `£79.4k` claims no more than 79,350 to 79,450. Sums are judged by that, and the document
prints the figure as its author wrote it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from eoi.submission.fields import Read, figure, quoted

SCALES = {"": 0, "k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
ABOUT = r"(?P<about>(?:approximately|approx\.?|about|around|circa|c\.|~)\s*)?"
DIGITS = r"(?P<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.(?P<fraction>\d{1,6}))?"
NUMBER = re.compile(
    rf"{ABOUT}(?P<sign>-)?(?P<pound>£\s*)?{DIGITS}\s*(?P<scale>k|thousand|m|million|bn|billion)?",
    re.IGNORECASE | re.ASCII,
)
SHARE = re.compile(rf"{ABOUT}{DIGITS}\s*(?:%|per\s?cent)", re.IGNORECASE | re.ASCII)
RANGE = re.compile(r" ?(?:-|–|to) ?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """`amount` is exact; `step` is the precision stated: £79.4k has amount 79400 and step 100."""

    written: str
    amount: Decimal
    step: Decimal
    approximate: bool = False

    def __str__(self) -> str:
        return self.written


class Money(Quantity):
    """Pounds."""


class Count(Quantity):
    """People, practices, replies: a whole number."""


class Number(Quantity):
    """A number that may have decimals, such as whole-time equivalents."""


class Share(Quantity):
    """Per cent, as written: 28.6% has amount 28.6 and step 0.1."""


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included; one number is a range of itself."""

    low: Count
    high: Count

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def money(value: Any) -> Money:
    match = NUMBER.fullmatch(figure(value))
    if not match:
        raise ValueError(
            f"write an amount such as £220m, £79.4k or £220,000,000, not {quoted(figure(value))}"
        )
    return Money(as_written(match, unit="£"), *amount_and_step(match), approximate=bool(match["about"]))


def count(value: Any) -> Count:
    match = NUMBER.fullmatch(figure(value))
    amount, step = amount_and_step(match) if match else (Decimal("0.5"), Decimal(1))
    if not match or match["pound"] or match["sign"] or amount % 1:
        raise ValueError(f"write a whole number such as 177,643, not {quoted(figure(value))}")
    return Count(as_written(match), amount, step, approximate=bool(match["about"]))


def number(value: Any) -> Number:
    match = NUMBER.fullmatch(figure(value))
    if not match or match["pound"] or match["sign"]:
        raise ValueError(f"write a number such as 34 or 0.5, not {quoted(figure(value))}")
    return Number(as_written(match), *amount_and_step(match), approximate=bool(match["about"]))


def share(value: Any) -> Share:
    match = SHARE.fullmatch(figure(value))
    if not match:
        raise ValueError(f"write a percentage such as 28.6%, not {quoted(figure(value))}")
    return Share(as_written(match), *amount_and_step(match), approximate=bool(match["about"]))


def range_of_counts(value: Any) -> Range:
    ends = RANGE.split(figure(value))
    if len(ends) > 2:
        raise ValueError(f"write a range such as 30,000 to 50,000, not {quoted(figure(value))}")
    low, high = count(ends[0]), count(ends[-1])
    if low.written[-1].isdigit() and not high.written[-1].isdigit():
        raise ValueError(f"write both numbers in full, not {quoted(figure(value))}")
    if low.amount > high.amount:
        raise ValueError(f"write the smaller number first: {high} to {low}")
    return Range(low, high)


def amount_and_step(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    groups = match.groupdict()
    fraction = groups["fraction"] or ""
    scale = Decimal(10) ** SCALES[(groups.get("scale") or "").lower()]
    sign = -1 if groups.get("sign") else 1
    whole = Decimal(f"{groups['whole'].replace(',', '')}.{fraction or '0'}")
    return sign * whole * scale, scale / Decimal(10) ** len(fraction)


def as_written(match: re.Match[str], unit: str = "") -> str:
    """As the author wrote it, with the unit and the commas between thousands that they left out."""
    groups = match.groupdict()
    whole = int(match["whole"].replace(",", ""))
    rest = match[0][match.end("whole") - match.start() :]
    return f"{match['about'] or ''}{groups.get('sign') or ''}{unit}{whole:,}{rest}"


MoneyField = Annotated[Money, Read(money)]
CountField = Annotated[Count, Read(count)]
NumberField = Annotated[Number, Read(number)]
ShareField = Annotated[Share, Read(share)]
RangeField = Annotated[Range, Read(range_of_counts)]
