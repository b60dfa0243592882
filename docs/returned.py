"""The table of how many changes in a returned document reach their field.

`python -m tests.imports.measure --store` measures it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.environment import ROOT
from docs.stored_tables import section_lines

STORE = ROOT / "docs" / "returned.json"
WAYS = {
    "docx": "Word",
    "docx-saved": "Word, saved by LibreOffice",
    "odt": "OpenDocument",
    "odt-saved": "OpenDocument, saved by LibreOffice",
}
TICK = "tick"
TOLD = """\
Changes that people make in Word or LibreOffice were made to the documents of the four examples and of two
large bids, several at a time: up to three of each kind of change in each kind of place of a document, and the
same after LibreOffice saved it. A change is right if the YAML file then says what was typed. What is not
right is listed with its place and the reason, and nothing is written for it. A ticked box of the checklist is
no answer to any field, so each has to be listed, and does not count below. A row of a CCG, or the heading of
a group, stays where the document says more of it; deleting all of it removes it.
"""


class ReturnedDocument(NamedTuple):
    """The changes of one kind in one kind of place: how many were made, were right, and were listed.

    `way` is the format, and whether LibreOffice saved it.
    """

    way: str
    place: str
    change: str
    made: int
    right: int
    listed: int


def page_lines() -> Iterator[str]:
    """Return the section of the page about trust."""
    return section_lines(
        STORE,
        "Documents that come back",
        TOLD,
        lambda rows: table([ReturnedDocument(*row) for row in rows]),
        lambda stored: f"{sum(stored['wrong'].values())} came back to a wrong field.",
    )


def table(rows: Sequence[ReturnedDocument]) -> Iterator[str]:
    """Yield the table of how many changes of each kind reached their field."""
    ways = [way for way in WAYS if any(row.way == way for row in rows)]
    yield f"| place | change | {' | '.join(WAYS[way] for way in ways)} |"
    yield f"| --- | --- |{' ---: |' * len(ways)}"
    kinds = sorted({(row.place, row.change) for row in rows})
    for place, change in kinds:
        here = [[row for row in rows if row[:3] == (way, place, change)] for way in ways]
        yield f"| {place} | {change} | {' | '.join(map(write_count, here))} |"
    counted = [[row for row in rows if row.way == way and row.change != TICK] for way in ways]
    yield f"| *all* | | {' | '.join(map(write_count, counted))} |"
    yield f"| *share* | | {' | '.join(map(write_share, counted))} |"


def write_count(rows: Sequence[ReturnedDocument]) -> str:
    """Write how many changes reached their field; of ticks, write how many are listed."""
    made = sum(row.made for row in rows)
    if rows and all(row.change == TICK for row in rows):
        return f"{sum(row.listed for row in rows)} of {made} listed"
    return f"{sum(row.right for row in rows)} of {made}" if made else "–"


def write_share(rows: Sequence[ReturnedDocument]) -> str:
    """Write the share of changes that reached their field."""
    made = sum(row.made for row in rows)
    return f"{sum(row.right for row in rows) / made:.1%}" if made else "–"
