"""The contents list of a Word document has the pages of the PDF that was built with it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pikepdf
import pytest

import eoi
from eoi.document.blocks import Contents, Document, Heading, Paragraph, Properties
from eoi.document.inline import Text
from eoi.document.subset.inlines import read_plain_words
from eoi.writers import find_writer, list_formats, pages_of_anchors, prepare, waits_for_pages
from tests.readers import runs
from tests.samples import COMPLETE, EXAMPLES, ROOT, interest, interest_in
from tests.thorough import some_of
from tests.word import MAIN

BIDS = tuple(sorted((ROOT / "tests" / "bids").glob("*.yaml")))


def contents_of(raw: bytes) -> list[tuple[str, str]]:
    """Each entry of the contents list, and the page that stands behind it."""
    found = []
    with ZipFile(io.BytesIO(raw)) as package:
        root = fromstring(package.read("word/document.xml"))
    for paragraph in root.iter(f"{MAIN}p"):
        style = paragraph.find(f"{MAIN}pPr/{MAIN}pStyle")
        if style is not None and style.get(f"{MAIN}val") == "TOC1":
            *words, page = "".join(runs(paragraph)).split("\t")
            found.append((words[-1], page))
    return found


def pages_by_another_program(raw: bytes) -> dict[str, int]:
    """Where each name of a PDF leads to, as pikepdf reads it."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        names = pdf.Root.Names.Dests.Names
        return {str(names[at]): numbers[names[at + 1][0].objgen] for at in range(0, len(names), 2)}


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of((*EXAMPLES, COMPLETE, *BIDS), 2), ids=lambda path: path.stem)
def test_a_word_document_that_is_built_with_a_pdf_has_its_page_numbers(path: Path) -> None:
    document = interest(path.read_bytes())
    pdf = interest_in("pdf", path.read_bytes())
    pages = pages_of_anchors("pdf", pdf)
    assert pages == pages_by_another_program(pdf)
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    expected = [(read_plain_words(heading.children), str(pages[heading.anchor])) for heading in headings]
    assert contents_of(prepare("docx", document)(pages)) == expected
    assert len(expected) > 10


def test_without_a_pdf_the_numbers_are_left_to_word() -> None:
    found = contents_of(interest_in("docx", COMPLETE.read_bytes()))
    assert {page for _, page in found} == {""}


def test_a_format_without_pages_has_none_to_tell() -> None:
    document = interest(COMPLETE.read_bytes())
    assert pages_of_anchors("html", find_writer("html").write(document)) == {}
    assert [name for name in list_formats() if waits_for_pages(name)] == ["docx"]


def test_a_text_that_looks_like_the_place_of_a_number_stays_text() -> None:
    typed = '<page of="a"/>'
    blocks = (Contents(), Heading(2, (Text(typed),), "a"), Paragraph((Text(typed),)))
    raw = prepare("docx", Document(Properties("t", "a"), blocks))({"a": 7})
    assert contents_of(raw) == [(typed, "7")]
    with ZipFile(io.BytesIO(raw)) as package:
        assert b'<page of="' not in package.read("word/document.xml")


def test_all_formats_of_a_call_from_python_have_the_pages_and_the_same_bytes_each_time() -> None:
    source = EXAMPLES[1].read_bytes()
    first, again = eoi.build(source), eoi.build(source)
    assert first == again
    assert list(first) == list(list_formats())
    assert all(page.isdecimal() for _, page in contents_of(first["docx"]))
    assert {page for _, page in contents_of(eoi.build(source, ["docx"])["docx"])} == {""}
