"""Limits on operations that make a large value from a small one in a template, such as repeating a text.

Operations that no document needs, and that could only waste memory, are not available at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2.exceptions import SecurityError

from eoi.document.templating.limits import TemplateBudget, TemplateTooCostly
from eoi.expressions import Expression

# Methods that pad a text to any width, or that turn a text or number into another kind of value.
UNOFFERED_METHODS = (
    *("center", "ljust", "rjust", "zfill", "expandtabs", "translate", "maketrans", "encode", "striptags"),
    *("format_map", "to_bytes", "from_bytes"),
)
# These filters lay out plain text, or write something that no document holds.
UNOFFERED_FILTERS = (
    *("center", "indent", "wordwrap", "pprint", "tojson", "urlize", "xmlattr", "striptags", "filesizeformat"),
)
MOST_BITS = 100_000  # the largest size of a number, in bits
LONGEST_FORM = 10_000  # characters of a text that values are put into
MOST_PIECES = 10_000  # the largest argument of `batch`, `slice` and `round`
IN_BRACES = Expression(r"\{([^{}]*)\}?")
STAR = Expression(r"%(\([^)]*\))?[^A-Za-z%]*\*")
LONG_NUMBER = Expression(r"\d{4,}")
NUMBER = Expression(r"\d+")


def bound_repeating(budget: TemplateBudget, left: Any, right: Any) -> Any:
    """Repeat a text or list, or multiply two numbers, after spending the size of the result."""
    for many, number in ((left, right), (right, left)):
        if isinstance(number, int) and isinstance(many, str | list | tuple):
            budget.spend(max(number, 0) * max(budget.weight(many), 1))
    refuse_large(count_bits(left) + count_bits(right))
    return left * right


def refuse_power(_budget: TemplateBudget, left: Any, right: Any) -> Any:
    """Raise a number to a power; refuse a result of more bits than any document needs."""
    refuse_large(count_bits(left) * abs(right) if isinstance(right, int) else 0)
    return left**right


def bound_adding(budget: TemplateBudget, left: Any, right: Any) -> Any:
    """Add two values, and spend the size of the result."""
    return budget.take(left + right)


def bound_filling_in(budget: TemplateBudget, left: Any, right: Any) -> Any:
    """Apply `%` to two values. For a text, first spend the largest size that the result can have."""
    if isinstance(left, str):
        spend_on_filling_in(budget, left, right)
    return left % right


def spend_on_filling_in(budget: TemplateBudget, text: str, values: Any) -> None:
    """Spend the size of the result before `text % values`."""
    refuse_long(text)
    if STAR.search(text):
        raise TemplateTooCostly
    spend_on_pieces(budget, text, text.count("%"), values)


def spend_on_formatting(budget: TemplateBudget, text: str, values: Any) -> None:
    """Spend the size of the result before `text.format(...)`.

    A field may name a value, but not a part of one.
    """
    refuse_long(text)
    for field in IN_BRACES.findall(text.replace("{{", "").replace("}}", "")):
        if "." in field.partition(":")[0] or "[" in field:
            raise SecurityError("a text can be formatted with values, not with parts of them")
    if re.search(r"\{[^{}]*\{", text.replace("{{", "")):
        raise TemplateTooCostly
    spend_on_pieces(budget, text, text.count("{"), values)


def spend_on_pieces(budget: TemplateBudget, text: str, pieces: int, values: Any) -> None:
    """Spend the widths that a format asks for, and the size of the values for each piece."""
    if LONG_NUMBER.search(text):
        raise TemplateTooCostly
    widths = sum(map(int, NUMBER.findall(text)))
    budget.spend(len(text) + widths + pieces * budget.weight(values, printed=True))


def spend_on_joining(budget: TemplateBudget, items: Iterable[Any], separator: Any) -> list[Any]:
    """Return the items, after spending the size of each and of the separator."""
    between = budget.weight(separator, printed=True)
    found = []
    for item in items:
        budget.spend(1 + between + budget.weight(item, printed=True))
        found.append(item)
    return found


def spend_on_replacing(budget: TemplateBudget, text: str, old: Any, new: Any) -> None:
    """Spend the size that a replacement adds to a text."""
    if isinstance(old, str) and isinstance(new, str):
        budget.spend((text.count(old) if old else len(text) + 1) * len(new))


def count_bits(value: Any) -> int:
    """Return the number of bits of an integer; 0 for any other value."""
    return value.bit_length() if isinstance(value, int) else 0


def refuse_long(text: str) -> None:
    """Refuse a long text to put values into."""
    if len(text) > LONGEST_FORM:
        raise TemplateTooCostly


def refuse_large(number_of_bits: int) -> None:
    """Refuse a number of more bits than any document needs."""
    if number_of_bits > MOST_BITS:
        raise TemplateTooCostly


OPERATORS: Mapping[str, Callable[[TemplateBudget, Any, Any], Any]] = {
    "*": bound_repeating,
    "**": refuse_power,
    "+": bound_adding,
    "%": bound_filling_in,
}
