"""Pages of a Word document: cover, contents, sections on their side, rows that fit, and figures."""

from __future__ import annotations

import io
import re
import subprocess
from functools import partial
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from eoi.document.blocks import Block, BulletList, Cell, Contents, Paragraph, Table
from eoi.document.inline import Reference, Text
from eoi.writers.docx import SUFFIX, write
from eoi.writers.page import A4
from eoi.writers.page_layout import split_by_orientation
from tests.office_work import BATH, OfficeWork, printed_submission
from tests.programs import page_texts, program
from tests.samples import COMPLETE, EXAMPLES, checklist_document, interest
from tests.thorough import some_of
from tests.validators import complaints_about_word
from tests.word import (
    EVERYTHING,
    MAIN,
    PROPERTIES,
    SENTENCE,
    SVG,
    body,
    cells,
    column,
    figure,
    heading,
    part,
    table,
    text,
    values,
    wide_table,
    words,
    written,
)

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORD_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TURNED = (text("upright"), heading(2, "Scope", "scope"), wide_table(), text("upright again"))


def starting_a_page(root: ElementTree.Element) -> list[str]:
    paragraphs = root.iter(f"{MAIN}p")
    return [words(one) for one in paragraphs if one.find(f"{MAIN}pPr/{MAIN}pageBreakBefore") is not None]


def test_the_text_goes_on_below_the_contents() -> None:
    """Contents that have no room on the first page would leave most of a page of their own empty."""
    blocks = (heading(1, "Title", "t"), text("cover"), Contents(), heading(2, "A. First", "a"), text("x"))
    assert starting_a_page(body(*blocks)) == []


@pytest.mark.parametrize(
    ("count", "together"),
    [(1, [False]), (3, [True, True, False]), (40, [True, *[False] * 37, True, False])],
)
def test_no_title_and_no_entry_of_the_contents_stands_alone_on_a_page(
    count: int, together: list[bool]
) -> None:
    """LibreOffice leaves the title behind where all entries stay together."""
    headings = [heading(2, f"Section {number}", f"s{number}") for number in range(count)]
    root = body(text("cover"), Contents(), *headings)
    entries = [p for p in root.iter(f"{MAIN}p") if values(p, "pStyle") == ["TOC1"]]
    assert [entry.find(f"{MAIN}pPr/{MAIN}keepNext") is not None for entry in entries] == together


def test_contents_within_a_cell_break_no_page() -> None:
    cell = Table((), (), ((Cell((Contents(), text("after"))),),))
    assert starting_a_page(body(heading(2, "A", "a"), cell)) == []


def test_a_wide_table_lies_on_its_side_between_upright_pages() -> None:
    root = body(*TURNED)
    assert values(root, "sectPr/pgSz", "w") == ["11906", "16838", "11906"]
    sizes = root.iter(f"{MAIN}pgSz")
    assert [size.get(f"{MAIN}orient") for size in sizes] == [None, "landscape", None]
    sections = list(root.iter(f"{MAIN}sectPr"))
    assert [section.find(f"{MAIN}titlePg") is not None for section in sections] == [True, False, False]


def values_of_sections(root: ElementTree.Element) -> list[list[str]]:
    return [
        [one.attrib[f"{RELATION}id"] for one in section.iterfind(f"{MAIN}headerReference")]
        for section in root.iter(f"{MAIN}sectPr")
    ]


def test_each_section_has_a_header_that_is_as_wide_as_its_text() -> None:
    assert values_of_sections(body(*TURNED)) == [["header1", "header2"], ["header3"], ["header1"]]
    stops = part("word/header3.xml", *TURNED).iter(f"{MAIN}tab")
    assert [stop.attrib.get(f"{MAIN}pos") for stop in stops] == ["9412", str(A4.on_its_side().room), None]


def test_no_part_is_written_for_pages_that_there_are_none_of() -> None:
    with ZipFile(io.BytesIO(written(text("x")))) as package:
        assert "word/header3.xml" not in package.namelist()


def test_a_table_on_its_side_fills_the_longer_line() -> None:
    assert sum(map(int, values(body(wide_table()), "gridCol", "w"))) == A4.on_its_side().room == 14344


def test_the_end_of_a_section_adds_no_line_that_could_fall_on_a_page_of_its_own() -> None:
    ends = [
        paragraph for paragraph in body(*TURNED).iter(f"{MAIN}p") if values(paragraph, "sectPr/pgSz", "w")
    ]
    assert [(words(end), values(end, "pPr/pStyle")) for end in ends] == [
        ("upright", ["BodyText"]),
        ("", ["SectionEnd"]),
    ]
    lead = (Paragraph((Reference("w", "Table 1"), Text(" says:"))), wide_table(anchor="w", number=1))
    assert values(body(*lead), "sectPr/pgSz", "w") == ["16838"]


@pytest.mark.parametrize(
    ("after", "between"),
    [
        (None, "SectionEnd"),
        (heading(2, "A", "a"), "SectionEnd"),
        (text("x"), "TableSpace"),
        (table(cells("c", "d")), "TableSpace"),
    ],
    ids=["nothing", "heading", "text", "table"],
)
def test_a_heading_after_a_table_brings_its_own_space_and_no_more(after: Block | None, between: str) -> None:
    root = body(table(cells("a", "b")), *([after] if after else []))
    blocks = list(next(root.iter(f"{MAIN}body")))
    spacer = blocks[[block.tag for block in blocks].index(f"{MAIN}tbl") + 1]
    assert values(spacer, "pPr/pStyle") == [between]


def rows_kept_whole(root: ElementTree.Element) -> list[bool]:
    return [row.find(f"{MAIN}trPr/{MAIN}cantSplit") is not None for row in root.iter(f"{MAIN}tr")]


def test_a_row_taller_than_a_third_of_a_page_may_break_and_the_others_may_not() -> None:
    giant = Cell(tuple(text(SENTENCE * 4) for _ in range(40)))
    block = table(cells("a", "b"), (Cell((text("x"),)), giant), cells(SENTENCE, "d"))
    assert rows_kept_whole(body(block)) == [True, True, False, True]


def test_a_narrow_column_makes_a_row_tall() -> None:
    row = tuple(Cell((text(SENTENCE * 15),)) for _ in range(4))
    assert rows_kept_whole(body(Table((), (), (row,)))) == [False]
    assert rows_kept_whole(body(Table((), (), ((row[0],),)))) == [True]


def test_a_column_of_short_lines_can_be_taller_than_a_page() -> None:
    items = BulletList(tuple((text("one"),) for _ in range(90)))
    assert rows_kept_whole(body(Table((), (), ((Cell((items,)),),)))) == [False]


def test_a_figure_is_an_svg_with_a_picture_for_programs_that_show_none() -> None:
    with ZipFile(io.BytesIO(written(figure()))) as package:
        relationships = ElementTree.fromstring(package.read("word/_rels/document.xml.rels"))
        targets = {one.attrib["Id"]: "word/" + one.attrib["Target"] for one in relationships}
        root = ElementTree.fromstring(package.read("word/document.xml"))
        blip = next(root.iter(f"{DRAWING}blip"))
        svg = next(element for element in root.iter() if element.tag.endswith("svgBlip"))
        picture = package.read(targets[blip.attrib[f"{RELATION}embed"]])
        drawing = package.read(targets[svg.attrib[f"{RELATION}embed"]])
    assert picture.startswith(b"\x89PNG")
    assert drawing.decode() == SVG


def test_where_no_picture_can_be_made_a_plain_one_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eoi.writers.typesetting.draw_png", lambda *_: None)
    with ZipFile(io.BytesIO(written(figure()))) as package:
        picture = package.read("word/media/png1.png")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 100


def test_a_figure_says_what_it_shows() -> None:
    alt = 'Bars: "43" & <b>'
    root = body(figure(alt))
    assert [element.attrib["descr"] for element in root.iter(f"{WORD_DRAWING}docPr")] == [alt]


def test_a_caption_stands_over_its_figure_and_stays_with_it() -> None:
    caption, picture = body(figure()).iter(f"{MAIN}p")
    assert words(caption) == "Figure\xa01: Practices"
    assert caption.find(f"{MAIN}pPr/{MAIN}keepNext") is not None
    assert picture.find(f".//{MAIN}drawing") is not None


def extent(width: int, height: int) -> tuple[int, int]:
    """In twips."""
    found = next(body(figure(width=width, height=height)).iter(f"{WORD_DRAWING}extent"))
    return int(found.attrib["cx"]) // 635, int(found.attrib["cy"]) // 635


def test_a_figure_is_as_wide_as_the_text_and_never_longer_than_the_page() -> None:
    assert extent(640, 240) == (A4.room, A4.room * 240 // 640)
    width, height = extent(200, 900)
    assert height < A4.depth
    assert width == pytest.approx(height * 200 / 900, abs=1)
    assert extent(0, 0)[1] > 0


def test_the_same_drawing_twice_is_kept_once() -> None:
    with ZipFile(io.BytesIO(written(figure(), figure(), figure().replace(alt="another")))) as package:
        assert sum(name.endswith(".svg") for name in package.namelist()) == 2


DOCUMENTS = {
    f"{path.stem}-{make.__name__}": partial(make, path.read_bytes())
    for path in (*EXAMPLES, COMPLETE)
    for make in (interest, checklist_document)
}
BY_HAND = "by-hand"
CHECKLIST = "complete-checklist_document"
WORK = {
    f"{BATH.stem}-interest": printed_submission(BATH, SUFFIX, False),
    CHECKLIST: OfficeWork(f"{CHECKLIST}.{SUFFIX}", "pdf", lambda: write(DOCUMENTS[CHECKLIST]())),
    BY_HAND: OfficeWork(f"{BY_HAND}.{SUFFIX}", "pdf", lambda: written(*EVERYTHING)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", some_of(DOCUMENTS, 2))
def test_a_validator_finds_nothing_in_any_example(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.{SUFFIX}"
    path.write_bytes(write(DOCUMENTS[name]()))
    assert complaints_about_word(path) == []


def shapes(pdf: Path) -> list[bool]:
    """Whether each page lies on its side."""
    command = [program("pdfinfo"), "-l", "99", str(pdf)]
    printed = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", printed)
    return [float(width) > float(height) for width, height in sizes]


def in_a_row(sides: list[bool]) -> list[bool]:
    return [side for index, side in enumerate(sides) if index == 0 or sides[index - 1] != side]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: work.result(tmp_path_factory) for name, work in WORK.items()}


@pytest.mark.office
@pytest.mark.parametrize("name", [name for name in WORK if name != BY_HAND])
def test_libreoffice_shows_every_page_as_it_should_lie_and_none_empty(
    name: str, printed: dict[str, Path]
) -> None:
    document = DOCUMENTS[name]()
    assert in_a_row(shapes(printed[name])) == [
        stretch.wide for stretch in split_by_orientation(document.blocks)
    ]
    pages = page_texts(printed[name])
    assert all(len(page.split()) > 25 for page in pages)
    if any(isinstance(block, Contents) for block in document.blocks):
        (contents,) = [number for number, page in enumerate(pages) if re.search(r"^ *Contents$", page, re.M)]
        assert contents in (0, 1)


@pytest.mark.office
def test_libreoffice_shows_a_path_in_a_table_in_the_font_of_code(printed: dict[str, Path]) -> None:
    command = [program("pdffonts"), str(printed[CHECKLIST])]
    fonts = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    assert re.search("Mono|Courier", fonts), fonts


@pytest.mark.office
def test_libreoffice_gives_the_document_by_hand_the_pages_it_should_have(printed: dict[str, Path]) -> None:
    assert shapes(printed[BY_HAND]) == [False, False, True, False]
    pages = page_texts(printed[BY_HAND])
    assert [page.count("DRAFT") for page in pages] == [1] * 4
    assert "As Figure 1 shows" in pages[-1]
    assert "☑ done" in pages[-1]
    assert "page 7" in pages[-1]


@pytest.mark.parametrize("draft", [True, False])
def test_the_cover_of_a_draft_says_so(draft: bool) -> None:
    raw = written(text("x"), properties=PROPERTIES.replace(draft=draft))
    with ZipFile(io.BytesIO(raw)) as package:
        assert ("word/header2.xml" in package.namelist()) is draft


def test_a_heading_over_columns_repeats_even_where_rows_may_break() -> None:
    block = Table((), (column("A"),), ((Cell(tuple(text("x") for _ in range(200))),),))
    rows = list(body(block).iter(f"{MAIN}tr"))
    assert [row.find(f"{MAIN}trPr/{MAIN}tblHeader") is not None for row in rows] == [True, False]
