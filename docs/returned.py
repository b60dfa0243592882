"""How much of what somebody changes in a Word document comes back to its field, as a table.

`python -m tests.imports.measure --store` measures it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.environment import ROOT

STORE = ROOT / "docs" / "returned.json"
TOLD = """\
Changes that people make in Word were made to the documents of the four examples and of two large bids,
several at a time: in every kind of place, in every way. A change is right if the YAML file then says what
was typed. What is not right is listed with its place, and nothing is written for it.
"""


@dataclass(frozen=True, slots=True)
class Returned:
    """The changes of one way to one kind of place: how many were made, and how many found their field."""

    place: str
    way: str
    tried: int
    right: int


def page_lines() -> Iterator[str]:
    """Yield the part of the page about trust."""
    stored = json.loads(STORE.read_text(encoding="utf-8"))
    rows = [Returned(*row) for row in stored["rows"]]
    tried, right = sum(row.tried for row in rows), sum(row.right for row in rows)
    yield "## Documents that come back\n"
    yield TOLD
    yield f"{right / tried:.1%} came back to the right field, {stored['wrong']} to a wrong one.\n"
    yield f"{stored['date']}, {stored['machine']}.\n"
    yield from ("| place | change | made | at its field |", "| --- | --- | ---: | ---: |")
    yield from (f"| {row.place} | {row.way} | {row.tried} | {row.right} |" for row in rows)
    yield f"| *all* | | {tried} | {right} |\n"
