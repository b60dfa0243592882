"""Numbers as people write them, each with the precision of its figure.

`£79.4k` says no more than 79,350 to 79,450. Sums are judged by that, and the document prints the figure as
its author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeGuard, TypeVar

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.submission import Kind, quote
from eoi.submission.figures import LONGEST, TypedFigure, parse_figure, read_figure

POUNDS = frozenset({"pounds", "gbp", "pounds sterling"})
PER_CENT = frozenset({"%", "per cent", "percent"})
LOW_TO_HIGH = Expression(
    r"(?P<between>between )(?P<low>.+?) and (?P<high>.+)"
    r"|(?:from )?(?P<least>.+?)(?: ?[-\u2013\u2014] ?| to )(?P<most>.+)",
    re.IGNORECASE,
)
OF_PEOPLE = ("people", "persons", "patients", "residents")
ENDS = Expression(r" ?(?:-|–|to) ?")


class Quantity(FrozenValue):
    """A number with the precision of its figure.

    `amount` is exact, and `step` is the size of its last digit: £79.4k has amount 79400 and step 100. For a
    range, `low` and `high` are its ends, `amount` is its middle, and `step` covers all of it. `written` is
    the author's form.
    """

    written: str
    amount: Decimal
    step: Decimal
    approximate: bool = False
    low: Decimal | None = None
    high: Decimal | None = None

    def __str__(self) -> str:
        return self.written


class Money(Quantity):
    """An amount in pounds."""


class Count(Quantity):
    """A whole number of people, practices or replies."""


class Number(Quantity):
    """A number that may have decimals, such as whole-time equivalents."""


class Share(Quantity):
    """A share in per cent as written: 28.6% has amount 28.6 and step 0.1."""


class Range(FrozenValue):
    """A range from `low` to `high`, both included. A single number has both ends equal."""

    low: Count
    high: Count

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def read_money(value: str) -> Money:
    """Read an amount in pounds, or a range of amounts."""
    typed = read_figure(value)
    if read := parse_amount(typed):
        return read
    if read := parse_range(typed, parse_amount, Money):
        return read
    raise ValueError(f"write an amount such as £220m, £79.4k or £220,000,000, not {quote(typed)}")


def parse_amount(typed: str) -> Money | None:
    """Read a text as an amount in pounds; return None if it is not one."""
    found = parse_figure(typed)
    if not found or (found.unit and (found.pound or found.unit not in POUNDS)):
        return None
    return Money(found.write("£"), found.amount, found.step, found.is_approximate)


def read_share(value: str) -> Share:
    """Read a percentage, or a range of percentages."""
    typed = read_figure(value)
    if read := parse_share(typed):
        return read
    if read := parse_range(typed, parse_share, Share):
        return read
    raise ValueError(f"write a percentage such as 28.6%, not {quote(typed)}")


def parse_share(typed: str) -> Share | None:
    """Read a text as a percentage; return None if it is not one."""
    found = parse_figure(typed)
    if not found or found.unit not in PER_CENT or found.pound or found.negative or found.scale:
        return None
    return Share(f"{found.write()}{found.last}", found.amount, found.step, found.is_approximate)


AnyQuantity = TypeVar("AnyQuantity", Money, Share)


def parse_range(
    typed: str, read: Callable[[str], AnyQuantity | None], kind: type[AnyQuantity]
) -> AnyQuantity | None:
    """Read `£39m to £41m` as its middle, with a step that covers both ends; return None for no range.

    The lower figure can leave out the scale.
    """
    match = LOW_TO_HIGH.fullmatch(typed) if len(typed) <= LONGEST else None
    if match is None:
        return None
    low_typed, high_typed = match["low"] or match["least"], match["high"] or match["most"]
    high = read(high_typed)
    low = high and (read(low_typed + find_ending(high_typed)) or read(low_typed))
    if not low or not high:
        return None
    if low.amount >= high.amount:
        raise ValueError(f"write the smaller figure first, not {quote(typed)}")
    written = f"between {low} and {high}" if match["between"] else f"{low} to {high}"
    wide = high.amount - low.amount
    step = wide + max(low.step, high.step)
    approximate = low.approximate or high.approximate
    return kind(written, low.amount + wide / 2, step, approximate, low.amount, high.amount)


def find_ending(typed: str) -> str:
    """Return the text behind the digits of a figure: a scale, a sign or a word."""
    return re.sub(r"^.*\d", "", typed)


def make_count_kind(*units: str) -> Kind[Count]:
    """Return the kind of a whole number, with or without one of these words for the things counted."""
    known = frozenset(units)

    def read(value: str) -> Count:
        typed = read_figure(value)
        found = parse_figure(typed)
        if not is_plain_number(found, known) or found.amount % 1:
            raise ValueError(f"write a whole number, not {quote(typed)}")
        written, step = found.write(), found.step
        if found.fraction and not found.scale:
            # A spreadsheet shows 45 people as `45.0`.
            written, step = written.replace(f".{found.fraction}", "", 1), Decimal(1)
        return Count(written, found.amount, step, found.is_approximate)

    return Kind("Count", read)


def make_number_kind(*units: str) -> Kind[Number]:
    """Return the kind of a number that may have decimals, with or without one of these words behind it."""
    known = frozenset(units)

    def read(value: str) -> Number:
        typed = read_figure(value)
        found = parse_figure(typed)
        if not is_plain_number(found, known):
            raise ValueError(f"write a number such as 34 or 0.5, not {quote(typed)}")
        return Number(found.write(), found.amount, found.step, found.is_approximate)

    return Kind("Number", read)


def is_plain_number(found: TypedFigure | None, units: frozenset[str]) -> TypeGuard[TypedFigure]:
    """Tell whether a figure is a positive number without a pound sign, and with no other unit than these."""
    return (
        found is not None and not (found.pound or found.negative) and (not found.unit or found.unit in units)
    )


def read_range(value: str) -> Range:
    """Read a number of people, or a range of such numbers."""
    typed = read_figure(value)
    whole = re.sub(r"^(?:between|from) ", "", re.sub(r" each$", "", typed))
    ends = ENDS.split(whole.replace(" and ", " to "))
    if len(ends) > 2:
        raise ValueError(f"write a range such as 30,000 to 50,000, not {quote(typed)}")
    low, high = PEOPLE.read(ends[0]), PEOPLE.read(ends[-1])
    if low.written[-1].isdigit() and not high.written[-1].isdigit():
        raise ValueError(f"write both numbers in full, not {quote(typed)}")
    if low.amount > high.amount:
        raise ValueError(f"write the smaller number first: {high} to {low}")
    return Range(low, high)


def has_lost_thousands(amount: Money) -> bool:
    """Tell whether an amount may have lost its unit: it is written without one, and is under £1,000."""
    return 0 < amount.amount < 1000 and amount.written[-1].isdigit()


def parse_written(example: Money) -> TypedFigure:
    """Return the parsed form of an amount, with its scale and its decimals.

    A range gives that of its first end.
    """
    first = re.split("(?<!^up) to | and ", example.written.removeprefix("between "), maxsplit=1)[0]
    found = parse_figure(first)
    assert found is not None, "money is always written in a form that can be read back"
    return found


MONEY = Kind("Money", read_money)
SOME = ("", "s")
SHARE = Kind("Share", read_share)
RANGE = Kind("Range", read_range)
PEOPLE = make_count_kind(*OF_PEOPLE)
OF_PRACTICES = ("practice", "practices", "member practice", "member practices", "gp practice", "gp practices")
PRACTICES = make_count_kind(*OF_PRACTICES)
CONTRACTS = make_count_kind("practice", "practices", "contract", "contracts")
REPLIES = make_count_kind(*OF_PEOPLE, "reply", "replies", "response", "responses", "respondents")
SENT = make_count_kind(
    *OF_PEOPLE, "members", "members of the public", "households", "surveys", "questionnaires", "letters"
)
VOTES = make_count_kind(*OF_PRACTICES, "vote", "votes", "voter", "voters", "member", "members", "gp", "gps")
QUORUM = make_count_kind(*OF_PEOPLE, "members", "member", "voting members")
CLUSTERS = make_count_kind("cluster", "clusters")
STAFF = make_number_kind(*OF_PEOPLE, "person", "staff", "employees", "heads", "members of staff")
WTE = make_number_kind(
    "wte",
    "wtes",
    "w.t.e",
    "fte",
    "ftes",
    "f.t.e",
    *(
        f"{time}{between}equivalent{s}"
        for time in ("whole", "full")
        for between in ("-time ", " time ")
        for s in SOME
    ),
)
SESSIONS = make_number_kind(
    *(f"session{s}{each}" for s in SOME for each in ("", " a week", " per week", " each week", " weekly"))
)
