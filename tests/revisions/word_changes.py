"""A Word file after all its tracked changes are accepted, or rejected, as Word would do it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = {f"{MAIN}t", f"{MAIN}delText"}
COUNTED = re.compile(r"\b(Table|Figure)\s\d+")
Decision = Literal["accept", "reject"]
GONE: dict[Decision, str] = {"accept": "del", "reject": "ins"}
MOVED_AWAY = {"del": "moveFrom", "ins": "moveTo"}


class Line(NamedTuple):
    """A paragraph: where it stands, its style and its words."""

    where: str
    style: str
    words: str


class WordText(NamedTuple):
    """The lines of the text and of the footnotes that it still has."""

    lines: list[Line]
    notes: list[str]


@lru_cache(maxsize=256)
def decide(raw: bytes, decision: Decision) -> WordText:
    """The text of a file once somebody has decided on all its changes."""
    with ZipFile(io.BytesIO(raw)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))[0]
        names = package.namelist()
        notes = package.read("word/footnotes.xml") if "word/footnotes.xml" in names else b"<none/>"
    text = DecidedText(GONE[decision])
    lines = list(text.lines(body, "body"))
    by_number = {note.get(f"{MAIN}id"): note for note in ElementTree.fromstring(notes)}
    return WordText(lines, [" ".join(text.words(by_number[key]).split()) for key in text.notes])


class DecidedText:
    """Reads what is left where all changes of one kind, `ins` or `del`, are taken out."""

    def __init__(self, gone: str) -> None:
        self.gone = f"{MAIN}{gone}"
        self.moved = f"{MAIN}{MOVED_AWAY[gone]}"
        self.gone_cell = f"{MAIN}cell{gone.capitalize()}"
        self.notes: list[str | None] = []

    def lines(self, container: Element, where: str) -> Iterator[Line]:
        """The lines of a body or a cell. One whose end is gone goes on with the next."""
        begun = ""
        for element in container:
            if element.tag == f"{MAIN}tbl":
                assert not begun.strip(), begun
                yield from self.table(element, where)
            elif element.tag == f"{MAIN}p":
                begun += self.words(element)
                if element.find(f"{MAIN}pPr/{MAIN}rPr/{self.gone}") is None:
                    style = element.find(f"{MAIN}pPr/{MAIN}pStyle")
                    name = "" if style is None else str(style.get(f"{MAIN}val"))
                    words, begun = " ".join(begun.split()), ""
                    if words:
                        yield Line(where, name, words)
        assert not begun.strip(), begun

    def table(self, table: Element, where: str) -> Iterator[Line]:
        rows = [row for row in table.iter(f"{MAIN}tr") if row.find(f"{MAIN}trPr/{self.gone}") is None]
        for number, row in enumerate(rows):
            cells = [
                cell for cell in row.findall(f"{MAIN}tc") if cell.find(f"{MAIN}tcPr/{self.gone_cell}") is None
            ]
            for column, cell in enumerate(cells):
                yield from self.lines(cell, f"{where} row {number} cell {column}")

    def words(self, element: Element) -> str:
        """The words in an element, without those that are gone; a picture counts as a word."""
        if element.tag in (self.gone, self.moved):
            return ""
        if element.tag in TEXTS:
            return element.text or ""
        if element.tag == f"{MAIN}footnoteReference":
            self.notes.append(element.get(f"{MAIN}id"))
        if element.tag == f"{MAIN}drawing":
            return "(picture)"
        here = {f"{MAIN}br": "\n", f"{MAIN}tab": "\t", f"{MAIN}noBreakHyphen": "-"}.get(element.tag, "")
        return here + "".join(map(self.words, element))


def uncounted(text: WordText) -> WordText:
    """The same without the numbers that Word counts anew: those of tables, figures and paragraphs."""
    lines = [line._replace(words=COUNTED.sub(r"\1 #", line.words)) for line in text.lines]
    return WordText(lines, [COUNTED.sub(r"\1 #", note) for note in text.notes])
