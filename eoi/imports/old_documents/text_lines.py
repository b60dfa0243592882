"""Markdown and plain text read as lines: headings, paragraphs, list items and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.expressions import Expression
from eoi.imports.lines import CellPlace, Line, LineKind, Run

HEADING = Expression(r"(#{1,6})[ \t]+(.*)")
UNDERLINE = Expression(r"={3,}|-{3,}")
BULLET = Expression(r"([ \t]{0,40})[-*+•·–][ \t]+(.*)")
NUMBER = Expression(r"([ \t]{0,40})\d{1,3}[.)][ \t]+(.*)")
STRONG = Expression(r"\*\*([^*\n]+)\*\*")
DASHES = Expression(r":?-+:?")
WIDEST = 4  # spaces of one level of a list
DEEPEST = 8


def read_text(text: str) -> tuple[Line, ...]:
    """Return the lines of a text, with each paragraph as one line."""
    return tuple(TextReader().lines_in(text.split("\n")))


class TextReader:
    """A reader of one text, which counts its lines and tables."""

    def __init__(self) -> None:
        self.number = self.tables = self.row = 0
        self.paragraph: list[str] = []

    def lines_in(self, typed: Sequence[str]) -> Iterator[Line]:
        for one in typed:
            if one.strip().startswith("|") or ("\t" in one.strip() and not BULLET.match(one)):
                yield from self.end()
                yield from self.read_row(one.strip("\n"))
                continue
            self.row = 0
            yield from self.read_line(one)
        yield from self.end()

    def read_line(self, one: str) -> Iterator[Line]:
        """Yield the paragraph that a typed line ends, and the line itself unless it is part of one."""
        if UNDERLINE.fullmatch(one.strip()) and len(self.paragraph) == 1:
            (heading,), self.paragraph = self.paragraph, []
            yield self.line("heading", heading, 2)
        elif match := HEADING.fullmatch(one.strip()):
            yield from self.end()
            yield self.line("heading", match[2].rstrip("# "), len(match[1]) + 1)
        elif match := BULLET.fullmatch(one):
            yield from self.end()
            yield self.line("bullet", match[2], measure_list_depth(match[1]))
        elif NUMBER.fullmatch(one) and not self.paragraph:
            # A number can also be that of a heading, so it stays with the words.
            yield self.line("paragraph", one.strip())
        elif one.strip():
            self.paragraph.append(one.strip())
        else:
            yield from self.end()

    def end(self) -> Iterator[Line]:
        """Yield the paragraph collected so far, and begin a new one."""
        if self.paragraph:
            words, self.paragraph = " ".join(self.paragraph), []
            yield self.line("paragraph", words)

    def read_row(self, typed: str) -> Iterator[Line]:
        """Yield the cells of a table row."""
        bare = typed.strip()
        cells = bare.strip("|").split("|") if bare.startswith("|") else typed.split("\t")
        if all(DASHES.fullmatch(cell.strip()) for cell in cells):
            return
        if not self.row:
            self.tables += 1
        self.row += 1
        for column, cell in enumerate(cells, 1):
            for words in cell.split("<br>"):
                yield self.line("paragraph", words.strip(), 0, CellPlace(self.tables, self.row, column))

    def line(self, kind: LineKind, words: str, level: int = 0, cell: CellPlace | None = None) -> Line:
        self.number += 1
        return Line(self.number, kind, tuple(split_at_bold_words(words)), level, (), cell)


def split_at_bold_words(words: str) -> Iterator[Run]:
    """Yield the words of a line in runs that are bold or not."""
    end = 0
    for match in STRONG.finditer(words):
        if match.start() > end:
            yield Run(words[end : match.start()])
        yield Run(match[1], strong=True)
        end = match.end()
    if end < len(words):
        yield Run(words[end:])


def measure_list_depth(indent: str) -> int:
    """Return the level of a list item by its indent, counted from 0."""
    return min((len(indent.expandtabs(WIDEST)) + 1) // WIDEST, DEEPEST)
