"""The export of a submission as a workbook, or of one sheet."""

from __future__ import annotations

from datetime import date

from eoi.examined import Examined
from eoi.workbook.about import WorkbookOrigin
from eoi.workbook.comma_separated import write_comma_separated
from eoi.workbook.layout import LaidSheet, lay_out_sheets


def export_workbook(examined: Examined, name: str, saved: date | None = None) -> bytes:
    """Return a submission as a workbook. `name` is its file's name, and `saved` the day it was saved."""
    from eoi.workbook.write import write_workbook  # late: it brings the library that writes workbooks

    source = examined.source
    origin = WorkbookOrigin(examined.round.title, name, source.digest, source.raw, saved)
    return write_workbook(list_sheets(examined), origin)


def export_sheet(examined: Examined, title: str) -> bytes:
    """Return a sheet as comma-separated values; `title` is one of `list_titles`."""
    return write_comma_separated(
        next(one for one in list_sheets(examined) if one.plan.title == title),
    )


def list_titles(examined: Examined) -> list[str]:
    """Return the titles of the sheets of a submission."""
    return [sheet.plan.title for sheet in list_sheets(examined)]


def list_sheets(examined: Examined) -> list[LaidSheet]:
    """Return the sheets of a submission."""
    assert examined.source.tree is not None, "what was examined has fields"
    return lay_out_sheets(examined.source.tree, examined.round)
