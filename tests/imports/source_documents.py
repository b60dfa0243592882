"""Word files of the five public texts, with the headings, lists and tables that the texts have.

`bath-tables.txt` holds the tables of one of them, with a tab between cells, as its text has lost these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx

from tests.planted.sources import SOURCES, paragraphs

HERE = Path(__file__).with_name("old")
BATH = "bath-and-north-east-somerset-2014"
# Where each table of that text begins and ends.
TABLES = (
    (
        "The Six priority work programmes Joint",
        "6. Ensuring the inter-operability of IT systems across the health and care system <",
    ),
    ("Function Sub functions In scope?", "Training & education"),
    ("<p>Summary Key issues raised by GP members", "Some individuals will dominate"),
)
HEADINGS = (
    (re.compile(r"Summary|Introduction|Our expression of Interest"), 1),
    (re.compile(r"[A-H]\. .+|[12]\. (?:Background|Structure).+"), 2),
    (re.compile(r"[IVX]+\. .+"), 3),
)
ITEM = re.compile(r"[-·Ø•]\s+(.*)")
TAG = re.compile(r"</?(?:p|ul|u)\b[^>]*>")


class Block(NamedTuple):
    """A paragraph of a document by its style, or a table by its rows of cells of paragraphs."""

    style: str
    words: str
    rows: tuple[tuple[tuple[str, ...], ...], ...] = ()


@cache
def blocks(name: str) -> tuple[Block, ...]:
    """The text as blocks; other texts than that of Bath have no headings that it marks."""
    return tuple(bath_blocks() if name == BATH else plain_blocks(name))


def plain_blocks(name: str) -> Iterator[Block]:
    for number, line in enumerate(paragraphs(name)):
        match = ITEM.fullmatch(line.strip())
        yield (
            Block("List Bullet", match[1]) if match else Block("Heading 1" if number == 1 else "Normal", line)
        )


def bath_blocks() -> Iterator[Block]:
    tables = iter(table_rows())
    lines = iter(paragraphs(BATH))
    yield Block("Title", next(lines))
    for line in lines:
        if found := next((last for first, last in TABLES if line.startswith(first)), ""):
            while not line.startswith(found):
                line = next(lines)
            yield Block("Table", "", next(tables))
        else:
            yield bath_block(line)


def bath_block(line: str) -> Block:
    level = next((level for pattern, level in HEADINGS if pattern.fullmatch(line)), 0)
    if level:
        return Block(f"Heading {level}", line)
    match = ITEM.fullmatch(line)
    return Block("List Bullet", match[1]) if match else Block("Normal", line)


def table_rows() -> list[tuple[tuple[tuple[str, ...], ...], ...]]:
    text = HERE.joinpath("bath-tables.txt").read_text(encoding="utf-8")
    first, second, third = text.strip("\n").split("\n\n")
    grids = [
        [tuple(map(cell_lines, row.split("\t"))) for row in part.split("\n")] for part in (first, second)
    ]
    views: list[list[str]] = []
    for line in third.split("\n"):
        if "identified by" in line or "raised by" in line:
            views.append([])
        views[-1] += cell_lines(line)
    return [*map(tuple, grids), tuple((tuple(view),) for view in views)]


def cell_lines(cell: str) -> tuple[str, ...]:
    """The paragraphs of a cell, without its markup."""
    broken = re.sub(r"</p>|<p>|<ul[^>]*>", "\n", cell).replace(" • ", "\n• ")
    return tuple(line for one in broken.split("\n") if (line := " ".join(TAG.sub("", one).split())))


@cache
def word_file(name: str) -> bytes:
    """The text as a Word file."""
    return write_word(blocks(name))


def write_word(content: tuple[Block, ...]) -> bytes:
    document = docx.Document()
    for block in content:
        if block.rows:
            add_table(document, block)
        else:
            document.add_paragraph(bold_runs(document, block), style=block.style)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def bold_runs(_document: Any, block: Block) -> str:
    return block.words.replace("**", "").replace("*", "")


def add_table(document: Any, block: Block) -> None:
    columns = max(len(row) for row in block.rows)
    table = document.add_table(len(block.rows), columns)
    for cells, row in zip(table.rows, block.rows, strict=True):
        for cell, lines in zip(cells.cells, row, strict=False):
            cell.text = lines[0] if lines else ""
            for line in lines[1:]:
                cell.add_paragraph(line)


def words_in(content: tuple[Block, ...]) -> list[str]:
    """Every word of the document, in order."""
    text = [
        line
        for block in content
        for line in (
            [bold_runs(None, block)]
            if not block.rows
            else [one for row in block.rows for cell in row for one in cell]
        )
    ]
    return " ".join(text).split()


EVERY = tuple(SOURCES)
