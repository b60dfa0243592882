"""Sections and paragraphs have numbers, the same in every format; Word and LibreOffice count them."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from eoi.document.blocks import Document, Heading, Paragraph
from eoi.document.subset.inlines import read_plain_words
from eoi.writers import list_formats
from tests.office_work import BATH, printed_submission
from tests.programs import program
from tests.readers import normalised
from tests.samples import (
    COMPLETE,
    EXAMPLES,
    ROOT,
    checklist_document,
    interest,
    interest_in,
    interest_read_in,
    lines_of,
    skeleton,
)
from tests.thorough import some_of

BIDS = tuple(sorted((ROOT / "tests" / "bids").glob("*.yaml")))
OFF = "layout: {paragraph_numbers: no}\n"


def numbered(document: Document) -> list[tuple[str, str]]:
    """The number and the first words of each numbered line, as the document itself has them."""
    return [
        (block.number, " ".join(normalised(read_plain_words(block.children)).split()[:4]))
        for block in document.blocks
        if isinstance(block, Heading | Paragraph) and block.number
    ]


EVERY_FILE = [(name, path) for path in (*EXAMPLES, COMPLETE, *BIDS) for name in list_formats()]
FILES = some_of(EVERY_FILE, 9, lambda one: one[0])


@pytest.mark.slow
@pytest.mark.parametrize(("name", "path"), FILES, ids=str)
def test_the_numbers_read_back_from_a_format_are_those_of_the_document(name: str, path: Path) -> None:
    document = interest(path.read_bytes())
    text = interest_read_in(name, path.read_bytes())
    expected = numbered(document)
    assert len(expected) > 20
    at = text.index("1 " + expected[0][1], text.index(expected[0][1]) - 10)
    for number, words in expected:
        found = text.find(f"{number} {words}", at)
        assert found >= 0, (number, words)
        at = found


def test_sections_count_from_one_and_their_paragraphs_within_them() -> None:
    numbers = [number for number, _ in numbered(interest(COMPLETE.read_bytes()))]
    sections = [number for number in numbers if "." not in number]
    assert sections == [str(number) for number in range(1, 12)]
    for section in sections:
        of_it = [number for number in numbers if number.startswith(f"{section}.")]
        assert of_it == [f"{section}.{number}" for number in range(1, len(of_it) + 1)]


def test_the_first_page_and_what_stands_in_lists_and_tables_has_no_number() -> None:
    document = interest(COMPLETE.read_bytes())
    first = next(at for at, block in enumerate(document.blocks) if getattr(block, "number", ""))
    assert [block.anchor for block in document.blocks[:first] if isinstance(block, Heading)] == [
        "title",
        "key-facts",
        "in-brief",
        "questions",
    ]


def test_the_letter_that_the_round_gives_a_part_stands_before_its_question() -> None:
    questions = [
        read_plain_words(block.children)
        for block in interest(COMPLETE.read_bytes()).blocks
        if isinstance(block, Paragraph) and block.role == "question"
    ]
    assert (
        "B.II. How does the proposal fit with the five\N{NON-BREAKING HYPHEN}year strategic plan?"
        in questions
    )
    assert "1. Which people are served, with what budget, and what is the vision for them?" in questions


def test_numbers_can_be_switched_off_and_then_the_headings_have_their_letters() -> None:
    document = interest(
        COMPLETE.read_text(encoding="utf-8").replace("paragraph_numbers: yes", "paragraph_numbers: no")
    )
    assert numbered(document) == []
    titles = [read_plain_words(block.children) for block in document.blocks if isinstance(block, Heading)]
    assert "B. Intended benefits and benefits realisation" in titles
    assert "II. Fit with the five\N{NON-BREAKING HYPHEN}year plan" in titles


def test_a_checklist_has_no_paragraph_numbers() -> None:
    assert numbered(checklist_document(skeleton())) == []


def test_an_officer_can_refer_to_a_part_by_its_number() -> None:
    more = "summary: See section [](#benefits).\nbenefits: {vision: Better care}\n"
    document = interest(skeleton(more=more))
    (words,) = (
        read_plain_words(block.children)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.number == "1.1"
    )
    (number,) = (
        block.number for block in document.blocks if isinstance(block, Heading) and block.anchor == "benefits"
    )
    assert words == f"See section {number}."


@pytest.mark.slow
@pytest.mark.parametrize("name", ["docx", "odt"])
def test_the_numbers_are_native_so_that_none_is_typed(name: str) -> None:
    raw = interest_in(name, COMPLETE.read_bytes())
    with ZipFile(io.BytesIO(raw)) as package:
        xml = package.read({"docx": "word/document.xml", "odt": "content.xml"}[name]).decode()
    texts = re.findall(r">([^<>]*)<", xml)
    assert [text for text in texts if re.match(r"\d+\.\d+ [A-Z]", text)] == []


BANES = EXAMPLES[0].read_bytes()


def question_lines(document: Document) -> list[str]:
    """What NHS England will ask, as the first page has it."""
    lines = lines_of(document.blocks)
    start = lines.index("What NHS England will ask")
    return [line for line in lines[start + 1 : start + 6] if "?" in line]


def test_a_question_on_the_first_page_leads_to_the_paragraph_or_table_that_raises_it() -> None:
    document = interest(BANES)
    lines = question_lines(document)
    assert len(lines) == 5
    assert "NHS England would lead it (see Table 2)." in lines[0]
    (number,) = {re.search(r"\(see (\d+\.\d+)\)\.$", line)[1] for line in lines[2:]}  # type: ignore[index]
    (raised,) = (
        read_plain_words(block.children)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.number == number
    )
    assert raised.startswith("These decisions would remain the responsibility of the CCG Board")


@pytest.mark.slow
@pytest.mark.parametrize("name", list_formats())
def test_the_reference_reads_the_same_in_every_format(name: str) -> None:
    document = interest(BANES)
    text = interest_read_in(name, BANES)
    for line in question_lines(document):
        assert " ".join(line.split()[-6:]) in text


def test_a_reference_is_a_field_that_word_and_libreoffice_keep_right() -> None:
    xml = {}
    for name, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
        with ZipFile(io.BytesIO(interest_in(name, BANES))) as package:
            xml[name] = package.read(part).decode()
    assert re.search(r" REF \w+ \\r \\h ", xml["docx"])
    assert 'text:reference-format="number"' in xml["odt"]


PRINTED = {name: printed_submission(BATH, name, False) for name in ("docx", "odt")}


@pytest.mark.office
@pytest.mark.parametrize("name", PRINTED)
def test_libreoffice_counts_the_same_numbers_and_works_the_references_out(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    document = interest(BANES)
    pdf = PRINTED[name].result(tmp_path_factory)
    command = [program("pdftotext"), "-layout", str(pdf), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    text = normalised(printed)
    for number, words in numbered(document):
        assert f" {number} {' '.join(words.split()[:3])}" in text
    assert text.count("(see 8.13)") == 3


def test_without_numbers_a_question_refers_to_tables_alone() -> None:
    lines = question_lines(interest(BANES.decode().replace("form: joint", f"{OFF}form: joint", 1)))
    assert [line for line in lines if re.search(r"\(see \d", line)] == []
