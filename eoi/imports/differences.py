"""The differences between two versions of a document, grouped so that each belongs to one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from eoi.imports.base import BuiltDocument
from eoi.imports.leaves import ASKED, BLANK
from eoi.imports.lines import Line, Revision
from eoi.imports.pairs import LinePair

Shape = Literal["wording", "row added", "row removed"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that somebody changed, and their fields.

    `pairs` holds all lines of a long text, changed or not, or all cells of a table row, or a single line.
    `struck` holds the authors of tracked removals. With `is_prose`, changes of bold, italics and links count
    too. `lost` holds all lines removed from the document, including those of other differences.
    """

    shape: Shape
    pairs: tuple[LinePair, ...]
    paths: tuple[str, ...]
    struck: tuple[Revision, ...] = ()
    is_prose: bool = False
    lost: tuple[Line, ...] = ()

    @property
    def changed(self) -> tuple[LinePair, ...]:
        if self.is_prose:
            return tuple(pair for pair in self.pairs if not pair.is_set_alike)
        return tuple(pair for pair in self.pairs if not pair.is_equal)

    @property
    def was(self) -> str:
        """The words as eoi wrote them."""
        return "\n".join(pair.base.words for pair in self.changed if pair.base)

    @property
    def now(self) -> str:
        """The words as they were returned."""
        return "\n".join(pair.now.words for pair in self.changed if pair.now)

    @property
    def is_answer(self) -> bool:
        """Tell whether words replace a question in the document, or stand below it."""
        return bool(self.asked) and bool(self.now)

    @property
    def is_emptied(self) -> bool:
        """Tell whether somebody deleted the words of a cell, or put a dash in their place."""
        base, now = self.pairs[0].base, self.pairs[0].now
        is_cell = self.shape == "wording" and len(self.pairs) == 1 and bool(base and base.cell)
        return is_cell and now is not None and bool(BLANK.fullmatch(now.words))

    @property
    def asked(self) -> str:
        """The question in the document that words stand in place of or below; empty without one."""
        base = self.pairs[0].base
        return base.words if self.shape == "wording" and base and ASKED.match(base.words) else ""

    @property
    def where(self) -> str:
        """The place of the change in the returned document, in words."""
        lines = [line for pair in self.changed if (line := pair.now or pair.base or pair.after)]
        return lines[0].where if lines else ""

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The authors and days of tracked changes there."""
        found = (one for pair in self.changed if pair.now for one in pair.now.revisions)
        return tuple(dict.fromkeys([*found, *self.struck]))

    @property
    def by(self) -> str:
        """The authors and days of tracked changes there as text; empty without any."""
        return ", ".join(" ".join(filter(None, one)) for one in self.revisions)


def find_differences(
    pairs: Sequence[LinePair], built: BuiltDocument, gone: Sequence[Line] = ()
) -> list[Difference]:
    """Find the differences, with the authors of tracked removals."""
    by_words = {line.words: line.revisions for line in gone}
    lost = tuple(pair.base for pair in pairs if pair.base and not pair.now)
    found = (name_who_struck(one, by_words) for one in list_differences(pairs, built))
    return [replace(one, lost=lost) for one in found]


def name_who_struck(difference: Difference, by_words: Mapping[str, tuple[Revision, ...]]) -> Difference:
    """Return a difference with the authors of the tracked removals of its lines."""
    lost = (pair.base.words for pair in difference.changed if pair.base and not pair.now)
    found = dict.fromkeys(one for words in lost for one in by_words.get(words, ()))
    return replace(difference, struck=tuple(found))


def list_differences(pairs: Sequence[LinePair], built: BuiltDocument) -> list[Difference]:
    """List the differences in the order of the document.

    Tables of contents are left out, since they only repeat the headings.
    """
    told = [pair for pair in pairs if not is_contents(pair)]
    found: list[Difference] = []
    prose: dict[str, list[LinePair]] = {}
    for pair in told:
        if (path := find_prose_path(pair, built)) is not None:
            prose.setdefault(path, []).append(pair)
    gaps = group_by_gap(told)
    seen, kept = set[str](), RowsInBoth(told)
    for row, cells in groupby(told, key=kept.find_changed_row):
        here = list(cells)
        if row is not None:
            shape: Shape = "row added" if here[0].base is None else "row removed"
            found.append(Difference(shape, tuple(here), list_paths_of_row(here, built)))
            continue
        for pair in here:
            path, gap = find_prose_path(pair, built), find_gap(pair)
            if gap is not None and len(gaps[gap.number]) > 1:
                if pair is gaps[gap.number][0]:
                    found.append(Difference("wording", tuple(gaps[gap.number]), built.paths_of(gap)))
            elif path is not None and not all(one.is_set_alike for one in prose[path]):
                if path not in seen:
                    found.append(Difference("wording", tuple(prose[path]), (path,), is_prose=True))
                seen.add(path)
            elif not pair.is_equal:
                line = pair.base or pair.after
                found.append(Difference("wording", (pair,), built.paths_of(line) if line else ()))
    return found


def group_by_gap(pairs: Sequence[LinePair]) -> Mapping[int, list[LinePair]]:
    """Return each question with the new lines below it, by the number of its line."""
    found: dict[int, list[LinePair]] = {}
    for pair in pairs:
        if (gap := find_gap(pair)) is not None:
            found.setdefault(gap.number, []).append(pair)
    return found


def find_gap(pair: LinePair) -> Line | None:
    """Return the question that a pair is, or that a new line stands below; return None without one."""
    line = pair.base or pair.after
    if line is None or not ASKED.match(line.words):
        return None
    return line if pair.base or (pair.now and pair.now.cell == line.cell) else None


class RowsInBoth:
    """The rows of tables that are in both versions, by their places in each version."""

    def __init__(self, pairs: Sequence[LinePair]) -> None:
        both = [pair for pair in pairs if pair.base and pair.now]
        self.base = {pair.base.cell[:2] for pair in both if pair.base and pair.base.cell}
        self.now = {pair.now.cell[:2] for pair in both if pair.now and pair.now.cell}

    def find_changed_row(self, pair: LinePair) -> tuple[str, int, int] | None:
        """Return the key of a row that was added or removed as a whole; None for any other pair."""
        if pair.base is None and pair.now and pair.now.cell and pair.now.cell[:2] not in self.now:
            return ("added", *pair.now.cell[:2])
        if pair.now is None and pair.base and pair.base.cell and pair.base.cell[:2] not in self.base:
            return ("removed", *pair.base.cell[:2])
        return None


def is_contents(pair: LinePair) -> bool:
    """Tell whether a pair belongs to a list of contents."""
    return any(line is not None and line.kind == "contents" for line in (pair.base, pair.now))


def list_paths_of_row(cells: Sequence[LinePair], built: BuiltDocument) -> tuple[str, ...]:
    """Return the fields of a row. For a new row they are those of the row before it."""
    lines = (pair.base or pair.after for pair in cells)
    return tuple(dict.fromkeys(path for line in lines if line for path in built.paths_of(line)))


def find_prose_path(pair: LinePair, built: BuiltDocument) -> str | None:
    """Return the field of a pair if it is a long text, or else None.

    A new line belongs to the field before it.
    """
    line: Line | None = pair.base or pair.after
    if line is None or (pair.base is None and pair.now is not None and pair.now.cell != line.cell):
        return None
    paths = built.paths_of(line)
    return paths[0] if len(paths) == 1 and built.is_prose(paths[0]) else None
