"""The meaning of a cell, as text in the way the file writes such values.

Numbers, days, and true or false become the text that somebody would have typed into the file.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from eoi.expressions import Expression
from eoi.submission import MARKDOWN, Kind
from eoi.submission.dates import DATE
from eoi.submission.days import MONTHS
from eoi.submission.figures import TypedFigure, parse_figure
from eoi.submission.part import Field
from eoi.submission.quantities import MONEY, SHARE
from eoi.workbook.cells import ShownCell, is_figure
from eoi.workbook.grids import ReadCell, write_plain_number

CONTROL = Expression("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
ISO = Expression(r"\d{4}-\d\d-\d\d")
# The serial numbers of the days from 1990 to 2049. A cell shows such a number if its format is lost.
SERIALS = range(32_874, 54_789)
PENNY = Decimal("0.01")
LARGEST = Decimal(10) ** 15  # figures of a submission have no more digits
BARE = Expression(r"-?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?")


def says_same(cell: ReadCell, shown: ShownCell) -> bool:
    """Tell whether a cell has the content that eoi wrote, apart from spaces and line ends."""
    if cell.fault:
        return False
    if isinstance(shown.value, Decimal):
        return isinstance(cell.value, Decimal) and abs(cell.value - shown.value) <= abs(shown.value) / 10**12
    if isinstance(cell.value, str):
        return tidy_lines(cell.value) == tidy_lines(shown.value)
    return cell.words == shown.value


def tidy_lines(text: str) -> str:
    """Return a text without space at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def write_meaning(field: Field, cell: ReadCell, example: str) -> str:
    """Return the text for the file; raise `ValueError` with the mistake in the cell.

    `example` is another such value in the file, or empty.
    """
    if cell.fault:
        raise ValueError(cell.fault)
    if isinstance(cell.value, bool):
        return "yes" if cell.value else "no"
    if isinstance(cell.value, str):
        text = clean_text(field, cell.value)
        is_bare = field.kind is MONEY and not field.is_list and BARE.fullmatch(text)
        return write_amount(Decimal(text.replace(",", "")), parse_figure(example)) if is_bare else text
    if isinstance(cell.value, date):
        return write_day(cell, example)
    return write_number(field.kind, cell, cell.value, example)


def clean_text(field: Field, typed: str) -> str:
    """Return a typed text without needless spaces. A text of a field for one line becomes one line."""
    if CONTROL.search(typed):
        raise ValueError("it holds a character that cannot be seen; type the text again")
    if field.kind is MARKDOWN or field.is_list:
        return tidy_lines(typed)
    return (
        " ".join(typed.replace("\u00a0", " ").split()) if is_figure(field.kind) else " ".join(typed.split())
    )


def write_day(cell: ReadCell, example: str) -> str:
    """Write a day as the file does: 2014-06-20, or 20 June 2014 if the example is like this."""
    day = cell.value
    assert isinstance(day, date)
    if cell.shown != day.isoformat():
        return cell.shown
    if example and not ISO.fullmatch(example) and any(month in example for month in MONTHS):
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return day.isoformat()


def write_number(kind: Any, cell: ReadCell, number: Decimal, example: str) -> str:
    """Write a number as the file writes values of its kind."""
    if abs(number) >= LARGEST:
        raise ValueError("it holds a number with too many digits; type it again")
    if kind is DATE and number == int(number) and int(number) in SERIALS and not cell.is_share:
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(number)).isoformat()
    if kind is SHARE:
        return write_share(cell, number)
    if cell.is_share:
        if is_figure(kind):
            raise ValueError(f"it holds a per cent, {cell.words}; type a number")
        return cell.words
    figure = parse_figure(" ".join(example.split()))
    if kind is MONEY:
        return write_amount(number, figure)
    if is_figure(kind) and figure and figure.whole >= 1000 and "," in example:
        return f"{number:,f}" if "." not in write_plain_number(number) else write_plain_number(number)
    return write_plain_number(number)


def write_share(cell: ReadCell, number: Decimal) -> str:
    """Write a share with a per cent sign.

    A number up to 1 without a sign could also mean a hundred times as much, so it is refused.
    """
    if not cell.is_share and abs(number) <= 1:
        raise ValueError(f"write the share with its sign, such as {write_plain_number(number * 100)}%")
    share = number * 100 if cell.is_share else number
    return f"{write_plain_number(round(share, 6))}%"


def write_amount(number: Decimal, figure: TypedFigure | None) -> str:
    """Write an amount in the scale of the example if that is exact, or else in full."""
    amount = abs(number).quantize(PENNY, ROUND_HALF_EVEN)
    sign = "-" if number < 0 else ""
    if figure and figure.scale:
        scaled = write_plain_number(amount / figure.factor)
        places = len(scaled.partition(".")[2])
        if places <= max(len(figure.fraction), 1):
            scaled = f"{amount / figure.factor:.{max(len(figure.fraction), places)}f}"
            return f"{sign}£{scaled}{figure.scale}"
    whole = write_plain_number(amount)
    return f"{sign}£{amount:,.2f}" if "." in whole else f"{sign}£{int(amount):,}"


def means_same(kind: Kind[Any], new: str, old: str) -> bool:
    """Tell whether two texts mean the same value, so that the file need not change."""
    if new.strip() == old.strip():
        return True
    try:
        return bool(kind.read(old) == kind.read(new))
    except ValueError:
        return False
