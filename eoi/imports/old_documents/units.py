"""The unit that the head of a column gives to the amounts below it, such as `Cost (£000)`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from eoi.expressions import Expression
from eoi.submission.figures import parse_figure
from eoi.submission.part import Field
from eoi.submission.quantities import MONEY

UNITS: Mapping[str, Expression] = {
    "k": Expression(
        r"£\s?['‘’]?000['’]?s?(?!\d)|(?<![\d,])['‘’]?000['’]?s\b|\(['‘’]?000\)|£\s?k\b|\bthousands?\b|\(k\)",
        re.IGNORECASE,
    ),
    "m": Expression(r"£\s?m(?:n|illions?)?\b|\bmillions?\b|\(m\)", re.IGNORECASE),
    "bn": Expression(r"£\s?b(?:n|illions?)\b|\bbillions?\b|\(bn\)", re.IGNORECASE),
}
ONLY_UNIT = Expression(
    r"\(?(?:£|in )?\s?(?:['‘’]?000['’]?s?|k|thousands?|mn?|millions?|bn|billions?)\)?", re.IGNORECASE
)
TO = Expression(r"(?<=\d) ?[-–—] ?(?=[£\d])|(?<=\d) to (?=[£\d])")
ZERO = Expression(r"\D{0,20}0(?:\.0{1,6})?\D{0,20}")


def is_unit(words: str) -> bool:
    """Tell whether the words of a cell are a unit, as a second row of heads has them."""
    return bool(ONLY_UNIT.fullmatch(words))


def read_unit_of_head(head: str, field: Field) -> str:
    """Return the unit that a head gives to a column of amounts, in its short form: k, m or bn.

    The text is empty for a head without a unit, and for a column of something else.
    """
    if field.kind is not MONEY:
        return ""
    return next((unit for unit, pattern in UNITS.items() if pattern.search(head)), "")


def write_with_unit(words: str, unit: str) -> str:
    """Return an amount, or a range of amounts, with the unit of its column.

    What has a unit of its own, is zero or is no plain amount stays as typed.
    """
    if not unit or ZERO.fullmatch(words):
        return words
    amounts = [parse_figure(one) for one in TO.split(" ".join(words.split()))]
    if len(amounts) > 2 or not all(one and not one.scale and not one.last for one in amounts):
        return words
    return " to ".join(one.replace(scale=unit).write("£") for one in amounts if one)
