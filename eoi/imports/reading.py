"""The comparison of a rebuilt document with the returned one, by words only.

Bookmarks are of no use here. They are named after fields, and the items of a list get other numbers when one
is added or removed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.imports.gap_answers import list_words_of_answer
from eoi.imports.leaves import BLANK
from eoi.imports.lines import CellPlace, Line
from eoi.imports.markdown import simplify_marks
from eoi.imports.removed_rows import Edits
from eoi.source.edits import AddItem, InsertItem

EDGES = ".,;:()–"
NUMBER = re.compile(r"^\d+\.\s")


class PairedLines:
    """The lines that both documents have, and those that only the rebuilt one has."""

    def __init__(self, built: BuiltDocument, returned: Sequence[Line]) -> None:
        again, self.pictured = built.lines, built.pictured
        keys = [make_line_key(line) for line in again], [make_line_key(line) for line in returned]
        matcher = SequenceMatcher(None, *keys, autojunk=False)
        alike: set[int] = set()
        self.agreed: dict[int, Line] = {}
        self.cells: defaultdict[CellPlace | None, list[int]] = defaultdict(list)
        for line in returned:
            self.cells[line.cell].append(line.number)
        for first, second, size in matcher.get_matching_blocks():
            alike.update(range(first, first + size))
            matched = zip(again[first : first + size], returned[second : second + size], strict=True)
            self.agreed |= {line.number: other for other, line in matched}
        self.left = len(again) + len(returned) - 2 * len(self.agreed)
        other = {line.number for at, line in enumerate(again) if at not in alike}
        self.others = [simplify_marks(line.words).lower() for at, line in enumerate(again) if at not in alike]
        new = [part for part in split_at_rows(again) if other & {line.number for line in part}]
        self.kept = {list_line_words(part) for part in new}
        self.new_rows = [part for part in new if part[0].cell]
        self.heads = {
            place.table: part for part in split_at_rows(again) if (place := find_place_of_head(part))
        }

    def agrees(self, difference: Difference) -> bool:
        """Tell whether every line of a difference is as it was returned, and every removed line is gone."""
        came = [pair.now for pair in difference.changed if pair.now]
        gone = [pair.base for pair in difference.changed if pair.base and not pair.now]
        is_new_row = difference.shape == "row added"
        is_told = is_new_row and (list_line_words(came) in self.pictured or self.has_row_with(came))
        agreed = is_told or all(self.has(line, difference.is_prose) for line in came)
        if difference.shape == "wording" and not all(pair.base for pair in difference.changed):
            agreed = agreed and all(map(self.stays_in_cell, came))
        if not agreed and difference.is_emptied:
            return simplify_marks(difference.was).lower() not in self.others
        if not agreed and difference.is_answer:
            return self.is_answered(difference)
        return agreed and not any(list_line_words(part) in self.kept for part in split_at_rows(gone))

    def stays_in_cell(self, line: Line) -> bool:
        """Tell whether the rebuilt document has a line in the cell of the lines that stand beside it.

        A new paragraph in a cell says more of the same item, and is no other item in a row of its own.
        """
        if line.cell is None:
            return True
        others = [other for other in self.cells[line.cell] if other != line.number]
        beside = {self.agreed[other].cell for other in others if other in self.agreed}
        return not others or beside == {self.agreed[line.number].cell}

    def has_row_with(self, came: Sequence[Line]) -> bool:
        """Tell whether a rebuilt row has the same words as a new row, in other columns.

        A table prints what several rows have in common in a column of its own, and what only one row has
        beside other words.
        """
        wanted = count_words(came)
        for row in self.new_rows:
            told = count_words(row)
            place = row[0].cell
            head = count_words(self.heads.get(place.table, ()) if place else ())
            if told <= wanted and wanted - told <= head:
                return True
        return False

    def is_answered(self, difference: Difference) -> bool:
        """Tell whether a question is gone and its answer is anywhere in the rebuilt document."""
        answers = [answer.strip(" .").lower() for answer in list_words_of_answer(difference)]
        asked = simplify_marks(difference.asked).lower()
        is_told = all(any(answer in other for other in self.others) for answer in answers)
        return asked not in self.others and bool(answers) and is_told

    def shows_item(self, difference: Difference, edits: Edits) -> bool:
        """Tell whether one rebuilt line shows each value of a new item that was read from a line.

        A document prints items that say the same as one, so that no line of it has the words of the new item.
        """
        added = [one.value for one in edits if isinstance(one, AddItem | InsertItem)]
        if difference.shape != "wording" or len(added) != 1 or not isinstance(added[0], dict):
            return False
        words = simplify_marks(difference.now).lower()
        typed = [said for one in added[0].values() if (said := str(one).lower()) in words]
        return len(typed) > 1 and any(all(one in other for one in typed) for other in self.others)

    def has(self, line: Line, minds_faces: bool) -> bool:
        """Tell whether the rebuilt document has a line, with the same formatting if `minds_faces` is true."""
        found = self.agreed.get(line.number)
        return found is not None and (not minds_faces or found.faces == line.faces)


def make_line_key(line: Line) -> tuple[int, str]:
    """Return the key for comparing lines: their column and their words.

    The row does not count, since rows get other numbers when one is added or removed. Nor do a full stop at
    the end, a capital at the start and the form of quotation marks, which the document sets itself.
    """
    words = simplify_marks(line.words).removesuffix(".")
    if line.cell:
        words = NUMBER.sub("", words) if not BLANK.fullmatch(words) else ""
    return (line.cell.column if line.cell else 0, f"{words[:1].lower()}{words[1:]}")


def split_at_rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the rows of tables, and the lines between them."""
    for _, found in groupby(lines, key=lambda line: line.cell[:2] if line.cell else line.number):
        yield list(found)


def find_place_of_head(row: Sequence[Line]) -> CellPlace | None:
    """Return the place of lines that are the first row of a table; return None for other lines."""
    place = row[0].cell
    return place if place and place.row == 1 else None


def count_words(lines: Sequence[Line]) -> Counter[str]:
    """Count the words of a row, without the marks of empty cells."""
    words = (word.strip(EDGES).lower() for line in lines for word in line.words.split())
    return Counter(filter(None, words))


def list_line_words(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the words of a row or a line, without the number that a row may begin with."""
    return tuple(NUMBER.sub("", line.words) if line.cell else line.words for line in lines)
