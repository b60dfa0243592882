"""Replaces a few bytes of a PDF and keeps its table of offsets right."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")
ENTRY = re.compile(rb"(\d{10})(?= \d{5} n)")


class Edit(NamedTuple):
    """`new` instead of the bytes from `start` to `end`."""

    start: int
    end: int
    new: bytes


def revised(pdf: bytes, edits: Sequence[Edit]) -> bytes:
    """The file with these edits, which come in order and do not overlap."""
    found = START.search(pdf)
    assert found, "Typst writes a plain table of offsets"
    table = int(found[1])
    starts = [edit.start for edit in edits]
    shifts = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)]

    def moved(offset: int) -> int:
        return offset + shifts[bisect_left(starts, offset)]

    offsets = ENTRY.sub(lambda entry: b"%010d" % moved(int(entry[1])), pdf[table : found.start()])
    end = b"startxref\n%d\n%%%%EOF" % moved(table)
    return replaced(pdf[:table], edits) + offsets + end


def replaced(content: bytes, edits: Sequence[Edit]) -> bytes:
    pieces, done = [], 0
    for edit in edits:
        pieces += [content[done : edit.start], edit.new]
        done = edit.end
    return b"".join([*pieces, content[done:]])
