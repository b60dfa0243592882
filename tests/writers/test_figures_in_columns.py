"""Figures and money stand to the right in every format, under a heading that does so too."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from eoi.document.blocks import Callout, Cell, Document, Paragraph, Table
from eoi.document.inline import Text
from eoi.writers import html, md, pdf
from tests import opendocument, word
from tests.programs import program
from tests.word import PROPERTIES, cells, column

MONEY = Table(
    (Text("The budget"),),
    (column("Line"), column("Budget"), column("Note")),
    (cells("GMS", "£1,114.0m", "Rounded"), cells("Premises", "£9.5m", "Exact")),
    columns=("text", "money", "text"),
)


def sides_in_word() -> list[list[str]]:
    right = f"{word.MAIN}pPr/{word.MAIN}jc[@{word.MAIN}val='right']"
    return [
        ["right" if paragraph.find(right) is not None else "" for paragraph in row.iter(f"{word.MAIN}p")]
        for row in word.body(MONEY).iter(f"{word.MAIN}tr")
    ]


def test_word_aligns_them_right() -> None:
    assert sides_in_word() == [["", "right", ""]] * 3


def test_opendocument_aligns_them_right() -> None:
    root = opendocument.content(MONEY)
    automatic = {
        style.get(opendocument.full("style:name")) for style in opendocument.every(root, "style:style")
    }
    lines = [
        line
        for cell in opendocument.every(root, "table:table-cell")
        for line in opendocument.every(cell, "text:p")
    ]
    right = [
        opendocument.words(line)
        for line in lines
        if line.get(opendocument.full("text:style-name")) in automatic
        and opendocument.asked(root, line, "fo:text-align") == "right"
    ]
    assert right == ["Budget", "£1,114.0m", "£9.5m"]


def test_html_aligns_them_right_with_digits_of_one_width() -> None:
    page = html.write(Document(PROPERTIES, (MONEY,))).decode()
    assert re.findall(r'<t[hd][^>]*class="right"[^>]*>([^<]*)', page) == ["Budget", "£1,114.0m", "£9.5m"]
    (rule,) = re.findall(r"th\.right, td\.right \{([^}]*)\}", page)
    assert "text-align: right" in rule
    assert "font-variant-numeric: tabular-nums" in rule


def test_markdown_aligns_them_right() -> None:
    assert "| --- | ---: | --- |" in md.write(Document(PROPERTIES, (MONEY,))).decode()


def test_pdf_aligns_them_right(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf.write(Document(PROPERTIES, (MONEY,))))
    boxes = subprocess.run(
        [program("pdftotext"), "-bbox", tmp_path / "a.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    ends = {words: float(end) for end, words in re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<', boxes)}
    assert abs(ends["£1,114.0m"] - ends["£9.5m"]) < 0.5
    assert abs(ends["£1,114.0m"] - ends["Budget"]) < 0.5
    assert abs(ends["Rounded"] - ends["Exact"]) > 5


def test_a_gap_in_a_column_of_figures_reads_from_the_left() -> None:
    gap = Callout("gap", (Paragraph((Text("To complete: the budget"),)),))
    row = (*cells("PMS"), Cell((gap,)), *cells("None"))
    block = Table(MONEY.caption, MONEY.head, (*MONEY.rows, row), columns=MONEY.columns)
    (line,) = [
        line for line in word.body(block).iter(f"{word.MAIN}p") if word.words(line).startswith("To complete")
    ]
    assert line.find(f"{word.MAIN}pPr/{word.MAIN}jc") is None
