"""The lines of two versions of a document in pairs: by their bookmarks, and then by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from eoi.imports.leaves import ASKED
from eoi.imports.lines import Line

ALIKE = 0.5  # the share of equal words by which one line can be a new wording of another


class LinePair(NamedTuple):
    """A line as eoi wrote it and as it was returned. One of them is None if the line was added or removed.

    `after` is the last line before it that both versions have, as eoi wrote it.
    """

    base: Line | None
    now: Line | None
    after: Line | None = None

    @property
    def is_equal(self) -> bool:
        return self.base is not None and self.now is not None and self.base.words == self.now.words

    @property
    def is_set_alike(self) -> bool:
        """Tell whether both lines have the same words with the same bold, italics and links."""
        return self.base is not None and self.now is not None and self.base.faces == self.now.faces


def pair_document_lines(base: Sequence[Line], now: Sequence[Line]) -> list[LinePair]:
    """Return the pairs in the order of the returned document."""
    shared = find_shared_bookmarks(base, now)
    keys = [find_line_key(line, shared) for line in base], [find_line_key(line, shared) for line in now]
    pairs: list[LinePair] = []
    last: Line | None = None
    for _, start, end, other_start, other_end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        for before, after in pair_stretch(base[start:end], now[other_start:other_end], shared):
            pairs.append(LinePair(before, after, last))
            last = before or last
    return pairs


def find_shared_bookmarks(base: Sequence[Line], now: Sequence[Line]) -> frozenset[str]:
    """Return the bookmarks that occur exactly once in each version."""
    found = [Counter(mark for line in lines for mark in line.marks) for lines in (base, now)]
    return frozenset(mark for mark in found[0] if found[0][mark] == found[1][mark] == 1)


def find_line_key(line: Line, shared: frozenset[str]) -> str:
    """Return the key of a line: its bookmark, or else its words."""
    return next((mark for mark in line.marks if mark in shared), f" {line.words}")


def pair_stretch(
    base: Sequence[Line], now: Sequence[Line], shared: frozenset[str]
) -> Iterator[tuple[Line | None, Line | None]]:
    """Pair the lines between two places that both versions have, in order."""
    if len(base) == len(now) and all(
        map(lambda *two: find_line_key(two[0], shared) == find_line_key(two[1], shared), base, now)
    ):
        yield from zip(base, now, strict=True)
        return
    if len(base) == len(now) and all(
        one.cell and one.cell == two.cell for one, two in zip(base, now, strict=True)
    ):
        yield from zip(base, now, strict=True)
        return
    rest = list(base)
    for line in now:
        alike = next((one for one in rest if are_alike(one, line, shared)), None)
        found = alike or find_answered(rest, line, shared)
        if found is not None:
            for gone in rest[: rest.index(found)]:
                yield gone, None
            rest = rest[rest.index(found) + 1 :]
        yield found, line
    for gone in rest:
        yield gone, None


def find_answered(rest: Sequence[Line], now: Line, shared: frozenset[str]) -> Line | None:
    """Return the only question that is gone where a line is new; return None without one."""
    asked = [one for one in rest if ASKED.match(one.words)]
    is_new = find_line_key(now, shared).startswith(" ")
    return asked[0] if is_new and len(asked) == 1 and asked[0].cell == now.cell else None


def are_alike(base: Line, now: Line, shared: frozenset[str]) -> bool:
    """Tell whether one line can be a new wording of the other. Different bookmarks exclude it."""
    marks = find_line_key(base, shared), find_line_key(now, shared)
    if not all(mark.startswith(" ") for mark in marks):
        return marks[0] == marks[1]
    if (base.cell is None) != (now.cell is None):
        return False
    matcher = SequenceMatcher(None, base.words.split(), now.words.split(), autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
