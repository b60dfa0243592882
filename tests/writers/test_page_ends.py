"""Ends of pages: what stays together there, in Word, OpenDocument and PDF."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from eoi.document.blocks import Block, BulletList, Cell, Document, NumberedList, Table
from eoi.document.inline import Text
from eoi.writers.docx import write as write_docx
from eoi.writers.odt import write as write_odt
from eoi.writers.pdf import write as write_pdf
from eoi.writers.table_widths import lay_out_columns
from tests.office_work import OfficeWork
from tests.opendocument import asked, content, every, full, part, values
from tests.pdf_structure import structure
from tests.programs import page_texts
from tests.thorough import some_of
from tests.word import MAIN, PROPERTIES, body, cells, heading, table, text
from tests.word import values as word_values

FACTS = Table((), (), (cells("Kind", "the meaning"),), "facts", kind="details")
WORDS = Table((), (), (cells("CCG", "a group"), cells("GP", "a doctor")), kind="details")
CONTROL = Table((Text("Document control"),), (), (cells("Status", "Draft"),), kind="details")
LONG_TABLE = table(*(cells(f"row {number}", "yes") for number in range(1, 13)), number=1)
LIST = BulletList(tuple((text(f"item {number}"),) for number in range(1, 6)))
FULL = some_of(range(37, 29, -1), 2)  # lines that fill a page almost, or just, in either format
SIGNATURES = Table(
    (), (), tuple(cells(f"Name {number} of a CCG", "Signed") for number in range(6)), kind="signatures"
)


def lines(count: int) -> tuple[Block, ...]:
    return tuple(text(f"line {number}") for number in range(count))


def test_the_line_that_holds_the_bookmark_of_a_table_stays_with_it_in_word() -> None:
    anchor = next(p for p in body(FACTS).iter(f"{MAIN}p") if word_values(p, "pStyle") == ["TableSpace"])
    assert anchor.find(f"{MAIN}pPr/{MAIN}keepNext") is not None


def test_the_line_that_holds_the_bookmark_of_a_table_stays_with_it_in_opendocument() -> None:
    root = content(FACTS)
    anchor = every(root, "text:p")[0]
    assert asked(root, anchor, "fo:keep-with-next") == "always"


# What stands below so many lines.
ENDS: dict[str, Callable[[int], tuple[Block, ...]]] = {
    "heading": lambda count: (*lines(count), heading(2, "Facts in short", "a"), FACTS),
    "rows": lambda count: (*lines(count - 10), LONG_TABLE),
    "first": lambda count: (*lines(count), LONG_TABLE),
    "list": lambda count: (*lines(count), LIST, text("after")),
    "facts": lambda count: (*lines(count - 2), heading(2, "Facts in short", "a"), WORDS, CONTROL),
}


def print_end(kind: str, count: int, ending: str) -> OfficeWork:
    writer = write_odt if ending.endswith("odt") else write_docx
    name = f"page-end-{kind}{count}{ending}"
    return OfficeWork(name, "pdf", lambda: writer(Document(PROPERTIES, ENDS[kind](count))))


PRINTED = {
    f"{kind}{count}{ending}": print_end(kind, count, ending)
    for kind, count, ending in product(ENDS, FULL, (".docx", "-odt.odt"))
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: work.result(tmp_path_factory) for name, work in PRINTED.items()}


def page_with(words: str, pages: list[str]) -> int:
    return next(number for number, page in enumerate(pages) if words in page)


@pytest.mark.office
@pytest.mark.parametrize("ending", [".docx", "-odt.odt"])
def test_libreoffice_leaves_no_heading_alone_above_a_table(ending: str, printed: dict[str, Path]) -> None:
    found = [page_texts(printed[f"heading{count}{ending}"]) for count in FULL]
    assert {len(pages) for pages in found} == {1, 2}
    for pages in found:
        assert page_with("Facts in short", pages) == page_with("the meaning", pages)


@pytest.mark.office
@pytest.mark.parametrize("ending", [".docx", "-odt.odt"])
@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        pytest.param("rows", "row 11", "row 12", id="last row"),
        pytest.param("first", "row 1 ", "row 2 ", id="first row"),
        pytest.param("list", "item 4", "item 5", id="last item"),
        pytest.param("facts", "a doctor", "Draft", id="last table of facts"),
    ],
)
def test_libreoffice_leaves_it_not_alone_on_a_page(
    kind: str, first: str, second: str, ending: str, printed: dict[str, Path]
) -> None:
    for count in FULL:
        pages = page_texts(printed[f"{kind}{count}{ending}"])
        assert page_with(first, pages) == page_with(second, pages)


@pytest.mark.long
def test_the_last_two_rows_of_a_table_share_a_page_of_the_pdf(tmp_path: Path) -> None:
    parted = False
    for count in range(18, 32):
        path = tmp_path / "made.pdf"
        path.write_bytes(write_pdf(Document(PROPERTIES, (*lines(count), LONG_TABLE))))
        pages = page_texts(path)
        assert page_with("row 11", pages) == page_with("row 12", pages)
        parted = parted or page_with("row 10", pages) != page_with("row 11", pages)
    assert parted, "no page ended just before the last two rows"


def test_the_last_rows_are_rows_of_the_body_to_those_who_hear_the_pdf() -> None:
    root = structure(write_pdf(Document(PROPERTIES, (LONG_TABLE,))))
    assert not list(root.all("TFoot"))
    rows = [row.text for part in root.all("TBody") for row in part.all("TR")]
    assert rows[-2:] == ["row 11 yes", "row 12 yes"]


def test_the_row_before_the_last_stays_with_it_in_opendocument() -> None:
    root = content(*lay_out_columns((LONG_TABLE,)))
    styles = [every(row, "text:p")[0].get(full("text:style-name")) for row in every(root, "table:table-row")]
    first, second, *others, leading, last = styles[1:]
    assert (second, first) == (last, leading)
    assert {*others} == {last}
    assert asked(root, every(root, "table:table-row")[-2][0][0], "fo:keep-with-next") == "always"


def test_the_last_two_rows_to_sign_stay_together_however_many_lines_they_have() -> None:
    tall = SIGNATURES.replace(rows=(*SIGNATURES.rows, cells("one word " * 40, "Signed")))
    made = lay_out_columns((tall,))[0]
    assert isinstance(made, Table)
    assert made.kept == 2


def test_opendocument_says_how_many_paragraphs_it_has() -> None:
    """LibreOffice guesses from the number where pages begin, and strands headings after a worse guess."""
    blocks = (*lines(5), table(cells("a", "b")))
    (count,) = values(part("meta.xml", *blocks), "meta:document-statistic", "meta:paragraph-count")
    assert int(count) == len(every(content(*blocks), "text:p")) == 11


def test_there_is_room_for_a_signature_above_any_number_of_lines_in_word() -> None:
    tops = {int(cell.attrib[f"{MAIN}w"]) for cell in body(SIGNATURES).iterfind(f".//{MAIN}tcMar/{MAIN}top")}
    assert tops == {520}
    assert body(table(cells("a", "b"))).find(f".//{MAIN}tcMar") is None


def test_there_is_room_for_a_signature_above_any_number_of_lines_in_opendocument() -> None:
    root = content(SIGNATURES, table(cells("a", "b")))
    tops = [asked(root, cell, "fo:padding-top") for cell in every(root, "table:table-cell")]
    assert tops == [*["26pt"] * 12, *["3pt"] * 4]


NUMBERS = NumberedList(LIST.items)


@pytest.mark.parametrize("block", [LIST, NUMBERS])
def test_only_the_last_item_but_one_of_short_ones_stays_with_the_next_in_word(
    block: BulletList | NumberedList,
) -> None:
    leads = [p.find(f"{MAIN}pPr/{MAIN}keepNext") is not None for p in body(block).iter(f"{MAIN}p")]
    assert leads == [False, False, False, True, False]


@pytest.mark.parametrize("block", [LIST, NUMBERS])
def test_only_the_last_item_but_one_of_short_ones_stays_with_the_next_in_opendocument(
    block: BulletList | NumberedList,
) -> None:
    root = content(text("above"), block)
    _, *others, leading, last = (p.get(full("text:style-name")) for p in every(root, "text:p"))
    assert {*others} == {last} != {leading}


def test_long_items_and_lists_in_cells_may_part() -> None:
    long = BulletList(((text("one"),), (text("words " * 60),)))
    in_cell = Table((), (), ((Cell((LIST,)),),))
    for block in (long, in_cell, BulletList(LIST.items[:1])):
        items = [p for p in body(block).iter(f"{MAIN}p") if p.find(f".//{MAIN}numPr") is not None]
        assert items
        assert all(item.find(f".//{MAIN}keepNext") is None for item in items)


@pytest.mark.long
def test_a_short_list_stays_on_one_page_of_the_pdf(tmp_path: Path) -> None:
    for count in range(32, 42):
        path = tmp_path / "made.pdf"
        path.write_bytes(write_pdf(Document(PROPERTIES, (*lines(count), LIST))))
        pages = page_texts(path)
        assert page_with("item 1", pages) == page_with("item 5", pages)
