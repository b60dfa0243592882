"""Fields of a submission, printed by their paths. One path gives the value, its place and its gap."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from eoi.document.gaps.gap_marks import GapMarks
from eoi.document.gaps.hole_words import HoleWords
from eoi.document.subset.prose import write_prose_blocks
from eoi.document.templating.field_paths import read_known_path
from eoi.submission.model import Submission

CELL = Markup('<td data-path="{}">{}</td>')
FACT = Markup('<tr data-path="{}"><th scope="row">{}</th><td>{}</td></tr>')
NOTHING = Markup("")
PLAIN = HoleWords()


class FieldValues:
    """The fields of one submission, with the marks of those that are missing."""

    def __init__(self, submission: Submission, gaps: GapMarks, holes: HoleWords = PLAIN) -> None:
        self._submission, self._gaps, self._holes = submission, gaps, holes

    def each(self, path: str) -> list[tuple[str, Any]]:
        """Return the items of a list, each with the path that leads to it."""
        return [(f"{path}[{index}]", item) for index, item in enumerate(self.value(path) or ())]

    def value(self, path: str) -> Any:
        """Return the value at a path; return None if a part on the way is missing."""
        value: Any = self._submission
        for step in read_known_path(path):
            if value is None:
                return None
            value = value[step] if isinstance(step, int) else getattr(value, step)
        return value

    def shared(self, path: str) -> Any:
        """Return the value that all of several applicants have at this path; return None if they differ."""
        number = len(self._submission.applicants)
        values = [self.value(f"applicants[{index}].{path}") for index in range(number)]
        same = number > 1 and is_printable(values[0]) and all(value == values[0] for value in values)
        return values[0] if same else None

    def paragraphs(self, path: str) -> Markup:
        """Print the prose of a field, or the mark that it is missing."""
        value = self.value(path)
        return write_prose_blocks(value, path) if value else self._gaps.mark(path)

    def cell(self, path: str, words: Any = None) -> Markup:
        """Print a cell of a table: the value, `words` instead if given, or the mark that it is missing."""
        read_known_path(path)
        shown = self.value(path) if words is None else words
        return CELL.format(path, shown if is_printable(shown) else self._gaps.cell(path))

    def fact(self, path: str, name: str, words: Any = None) -> Markup:
        """Print a row of a table of facts.

        Print nothing if the value is missing and is not asked for. A final has words for a missing answer.
        """
        read_known_path(path)
        shown = self.value(path) if words is None else words
        printed = shown if is_printable(shown) else self._gaps.cell(path)
        if not printed and self._gaps.is_left_open(path):
            printed = self._holes.for_field(path)
        return FACT.format(path, name, printed) if printed else NOTHING


def is_printable(words: Any) -> bool:
    """Tell whether a value has anything to print."""
    return bool(words.strip()) if isinstance(words, str) else bool(words)
