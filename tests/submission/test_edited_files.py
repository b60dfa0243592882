"""Whatever an edit does to a real file, the answer is findings at places in it, never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.pipeline import examine
from tests.thorough import examples

EXAMPLE = Path(__file__).parents[2] / "examples" / "southampton.yaml"
TEXT = EXAMPLE.read_text(encoding="utf-8")
PIECES = (
    "\n",
    "  ",
    "- ",
    ": ",
    "'",
    '"',
    "[",
    "}",
    "|",
    "#",
    "&a",
    "*",
    "\t",
    "x",
    "£",
    "no",
    "2014",
    "\x1b",
    "\u202e",
)
pieces = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
places = st.integers(0, len(TEXT))


@pytest.mark.slow
@settings(max_examples=examples(40))
@given(places, st.integers(0, 200), pieces)
def test_no_edit_of_a_real_file_raises_an_exception(at: int, deleted: int, inserted: str) -> None:
    examined = examine((TEXT[:at] + inserted + TEXT[at + deleted :]).encode(), "ccg.yaml")
    lines = examined.source.text.split("\n")
    assert examined.findings
    for finding in examined.findings:
        assert 1 <= finding.span.start.line <= len(lines)
        assert 1 <= finding.span.start.column <= len(lines[finding.span.start.line - 1]) + 1
        assert finding.message
