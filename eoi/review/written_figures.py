"""Figures of a round as people read them."""

from __future__ import annotations

from decimal import Decimal

SIZES = ((Decimal(1_000_000_000), "bn"), (Decimal(1_000_000), "m"), (Decimal(1_000), "k"))


def write_decimal(value: Decimal | None, places: int = 0) -> str:
    """Return a number with commas, or an empty text for None."""
    return "" if value is None else f"{value:,.{places}f}"


def write_as_stated(value: Decimal) -> str:
    """Return a number with up to two decimals and no noughts at its end, such as 3.45, 3.5 or 1,200."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def write_money(value: Decimal | None) -> str:
    """Return pounds as people read them, such as £220m, £79.4k or £3.20, or an empty text for None."""
    if value is None:
        return ""
    if 1_000 <= abs(value) < 10_000:
        return f"£{value:,.0f}"
    for size, letter in SIZES:
        if abs(value) >= size:
            return f"£{f'{value / size:.1f}'.removesuffix('.0')}{letter}"
    return f"£{value:,.2f}"


def write_money_exactly(value: Decimal) -> str:
    """Return pounds in short, such as £181.5m, if three digits behind the point say all, or else in full."""
    size, letter = next(((size, letter) for size, letter in SIZES if abs(value) >= size), (Decimal(1), ""))
    short = f"{value / size:.3f}".rstrip("0").removesuffix(".")
    is_exact = abs(value) >= 10_000 and Decimal(short) * size == value
    return f"£{short}{letter}" if is_exact else f"£{write_as_stated(value)}"
