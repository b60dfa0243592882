"""Values on the pages of a review, as people read them, and the keys to sort columns by."""

from __future__ import annotations

from decimal import Decimal

from eoi.review.columns import Value
from eoi.submission.dates import When


def write_decimal(value: Decimal | None, places: int = 0) -> str:
    """Return a number with commas, or an empty text for None."""
    return "" if value is None else f"{value:,.{places}f}"


def write_money(value: Decimal | None) -> str:
    """Return pounds as people read them, such as £220m, £79.4k or £3.20, or an empty text for None."""
    if value is None:
        return ""
    if 1_000 <= abs(value) < 10_000:
        return f"£{value:,.0f}"
    for size, letter in ((Decimal(1_000_000_000), "bn"), (Decimal(1_000_000), "m"), (Decimal(1_000), "k")):
        if abs(value) >= size:
            return f"£{f'{value / size:.1f}'.removesuffix('.0')}{letter}"
    return f"£{value:,.2f}"


def write_total(value: Decimal, unit: str) -> str:
    """Return a figure of the whole round, without a decimal point if it is whole."""
    return write_money(value) if unit == "money" else write_decimal(value, 1).removesuffix(".0")


def write_cell_figure(value: Decimal, unit: str) -> str:
    """Return a figure with its unit."""
    if unit == "£":
        return write_money(value)
    return f"{value:,.1f}%" if unit == "%" else write_decimal(value)


def show_cell(value: Value, unit: str) -> str:
    """Return the value of a column as text, or an empty text for None."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, When):
        return value.written
    figure = Decimal(value)
    if unit == "money":
        return write_money(figure)
    return f"{figure:,.1f}%" if unit == "share" else write_decimal(figure, int(unit == "decimal"))


def find_sort_key(value: Value) -> str:
    """Return the key to sort a column by, or an empty text if it is the value as shown."""
    if isinstance(value, When):
        return value.first.isoformat()
    return "" if value is None or isinstance(value, str) else f"{value:.6g}"


def write_count(number: int, one: str, several: str = "") -> str:
    """Write a number with its noun."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
