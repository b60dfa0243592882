"""The table of how workbooks are returned: unchanged, and with every kind of edit on every sheet.

`python -m tests.workbook.measure --store` measures it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.environment import ROOT
from docs.stored_tables import section_lines

STORE = ROOT / "docs" / "workbooks.json"
WAYS = {
    "xlsx": "Excel",
    "xlsx-saved": "Excel, saved by LibreOffice",
    "ods-saved": "saved as .ods",
    "csv": "one sheet as .csv",
}
TOLD = """\
The workbooks of the examples, of two large bids and of the fullest submission went out and came back.
Each edit was made on every sheet that it makes sense on. It is right if the YAML file then differs in
that one place, and in no other; rows in another order, hidden rows and columns of one's own change nothing.
"""


class WorkbookRow(NamedTuple):
    """The edits of one kind in one format: on how many sheets they were made, and how many were right."""

    edit: str
    way: str
    made: int
    right: int


def page_lines() -> Iterator[str]:
    """Return the section of the page about trust."""
    return section_lines(
        STORE, "Workbooks that come back", TOLD, lambda rows: table([WorkbookRow(*row) for row in rows])
    )


def table(rows: Sequence[WorkbookRow]) -> Iterator[str]:
    """Yield the table: a row for each edit, a column for each format."""
    counts = {(row.edit, row.way): f"{row.right} of {row.made}" for row in rows}
    yield f"| edit | {' | '.join(WAYS.values())} |"
    yield f"| --- |{' ---: |' * len(WAYS)}"
    for edit in dict.fromkeys(row.edit for row in rows):
        yield f"| {edit} | {' | '.join(counts.get((edit, way), '–') for way in WAYS)} |"
