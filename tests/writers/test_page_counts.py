"""How many pages a document takes, and that none of them is empty or wasted."""

from __future__ import annotations

import re
import subprocess
from itertools import product
from operator import itemgetter
from pathlib import Path

import pytest

from eoi.document.blocks import Contents, Document, Heading, Table
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.comments import add_annex
from eoi.writers.page import A4
from eoi.writers.page_layout import split_by_orientation
from eoi.writers.pdf import page_count, write
from tests.office_work import printed_submission
from tests.programs import page_texts, program
from tests.samples import EXAMPLES, ROOT, checklist_document, interest, interest_in
from tests.thorough import some_of

BIDS = sorted((ROOT / "tests" / "bids").glob("*.yaml"))
SUBMISSIONS = {path.stem: path for path in (*EXAMPLES, *BIDS)}
BATH = "bath-and-north-east-somerset"
MOST_OF_BATH, FEWEST_WORDS = 18, 25
SHEET = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
FOOT_OF_WORD = re.compile(r'yMax="([\d.]+)">')
HALF, MOST_PARTS = 0.5, 4
MARGIN = A4.bottom / 20  # points


def final_pdf(name: str, folder: Path) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(interest_in("pdf", SUBMISSIONS[name].read_bytes(), final=True))
    return path


def fill_of_pages(pdf: Path) -> list[float]:
    """How far down the text of each page goes, as a part of the room between its margins."""
    command = [program("pdftotext"), "-bbox", str(pdf), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    found = []
    for _, height, words in SHEET.findall(printed):
        foot = float(height) - MARGIN
        lowest = max(y for y in map(float, FOOT_OF_WORD.findall(words)) if y <= foot + 1)
        found.append((lowest - MARGIN) / (foot - MARGIN))
    return found


@pytest.mark.long
def test_the_final_document_of_bath_has_at_most_eighteen_pages(tmp_path: Path) -> None:
    assert page_count(final_pdf(BATH, tmp_path).read_bytes()) <= MOST_OF_BATH


def first_headings(document: Document) -> set[str]:
    """The headings that begin a part: what stands before one may leave the rest of its page empty."""
    blocks = add_annex(document).blocks
    after_contents = next((n for n, block in enumerate(blocks) if isinstance(block, Contents)), len(blocks))
    following = [block for block in blocks[after_contents:] if isinstance(block, Heading)][:1]
    opening = [block for block in blocks if isinstance(block, Heading) and block.opens]
    return {read_plain_words(heading.children) for heading in (*following, *opening)}


def begins_part(text: str, headings: set[str]) -> bool:
    """Whether a page begins with such a heading, below its running head."""
    lines = [line.strip().lstrip("0123456789 ") for line in text.splitlines() if line.strip()]
    return bool(headings & set(lines[:2]))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "version"),
    some_of(product(sorted(SUBMISSIONS), ("draft", "final")), 2, itemgetter(1)),
)
def test_no_page_is_less_than_half_full_but_the_last_of_a_part(
    name: str, version: str, tmp_path: Path
) -> None:
    """Of the checklist the draft, which has every gap as well as all that the final one has."""
    final = version == "final"
    source = SUBMISSIONS[name].read_bytes()
    pages = 0
    for kind, document in (
        ("interest", interest(source, final=final)),
        *([] if final else [("checklist", checklist_document(source))]),
    ):
        pdf = tmp_path / f"{kind}.pdf"
        raw = interest_in("pdf", source, final=final) if kind == "interest" else write(document)
        pdf.write_bytes(raw)
        fills, headings = fill_of_pages(pdf), first_headings(document)
        parts = [begins_part(text, headings) for text in page_texts(pdf)[1:]]
        wasted = [
            (number, round(fill, 2))
            for number, (fill, last) in enumerate(zip(fills, [*parts, True], strict=True), 1)
            if fill < HALF and not last
        ]
        assert wasted == [], kind
        assert sum(parts) <= MOST_PARTS
        pages += len(fills)
    assert pages >= (4 if final else 10)


PRINTED = {
    (final, name, format_): printed_submission(SUBMISSIONS[name], format_, final)
    for final, name, format_ in some_of(
        product((False, True), SUBMISSIONS, ("docx", "odt")), 4, itemgetter(0, 2)
    )
}


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("final", [False, True], ids=["draft", "final"])
def test_no_page_of_a_word_or_opendocument_file_is_empty(
    final: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A line that falls on a page of its own is one of few words."""
    asked = {key: work for key, work in PRINTED.items() if key[0] == final}
    pages = {key[1:]: page_texts(work.result(tmp_path_factory)) for key, work in asked.items()}
    sparse = [
        (name, number, len(text.split()))
        for name, texts in pages.items()
        for number, text in enumerate(texts, 1)
        if len(text.split()) <= FEWEST_WORDS
    ]
    assert sparse == []
    assert sum(map(len, pages.values())) > 8 * len(pages) > 8
    assert not final or len(pages[BATH, "docx"]) <= MOST_OF_BATH + 2


def test_equal_dates_of_several_votes_take_no_columns_and_need_no_page_on_its_side() -> None:
    for path in BIDS:
        document = interest(path.read_bytes(), final=True)
        ballots = [
            stretch.wide
            for stretch in split_by_orientation(document.blocks)
            for block in stretch.blocks
            if isinstance(block, Table) and block.anchor == "table-ballots"
        ]
        assert ballots == [False]
    assert len(BIDS) == 2
