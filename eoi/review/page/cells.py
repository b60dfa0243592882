"""Values on the pages of a review, as people read them, and the keys to sort columns by."""

from __future__ import annotations

from decimal import Decimal

from eoi.review.columns import Value
from eoi.review.written_figures import write_as_stated, write_decimal, write_money
from eoi.submission.dates import DateRange


def write_total(value: Decimal, unit: str) -> str:
    """Return a figure of the whole round, without a decimal point if it is whole."""
    return write_money(value) if unit == "money" else write_as_stated(value)


def write_cell_figure(value: Decimal, unit: str) -> str:
    """Return a figure with its unit."""
    if unit == "£":
        return write_money(value)
    if unit == "WTE":
        return write_as_stated(value)
    return f"{value:,.1f}%" if unit == "%" else write_decimal(value)


def show_cell(value: Value, unit: str) -> str:
    """Return the value of a column as text, or an empty text for None."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, DateRange):
        return value.written
    figure = Decimal(value)
    if unit == "money":
        return write_money(figure)
    if unit == "decimal":
        return write_as_stated(figure)
    return f"{figure:,.1f}%" if unit == "share" else write_decimal(figure)


def find_sort_key(value: Value) -> str:
    """Return the key to sort a column by, or an empty text if it is the value as shown."""
    if isinstance(value, DateRange):
        return value.first.isoformat()
    return "" if value is None or isinstance(value, str) else f"{value:.6g}"


def write_count(number: int, one: str, several: str = "") -> str:
    """Write a number with its noun."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
