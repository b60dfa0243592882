"""The colour, font, header, footer and logo of a letterhead in PDF, OpenDocument, HTML and the figures."""

from __future__ import annotations

import io
import re
from functools import cache
from zipfile import ZipFile

import docx
import pikepdf
import pytest
from docx.shared import RGBColor

from eoi.document.blocks import Cell, Document, Figure, Paragraph, Properties, Table
from eoi.document.inline import Text
from eoi.document.look import BLUE, Logo, Look
from eoi.writers import find_writer
from eoi.writers.adaptation import replace_look
from eoi.writers.docx.letterhead import read_letterhead
from eoi.writers.docx.letterhead.look import read_look
from eoi.writers.line_widths import WIDEST_LETTERS, make_turning_room
from eoi.writers.pdf.data import encode_document
from tests.letterheads import LOGO, changed, letterhead, purple_letterhead, saved
from tests.readers import READERS, normalised
from tests.samples import COMPLETE, interest, skeleton

PURPLE, DARK_PURPLE = "#6a1b7a", "#380e40"


@cache
def purple() -> Look:
    return read_look(read_letterhead(purple_letterhead()))


def dressed() -> Document:
    return replace_look(interest(COMPLETE.read_bytes()), purple())


def styles_of(raw: bytes) -> str:
    with ZipFile(io.BytesIO(raw)) as package:
        return package.read("styles.xml").decode()


def test_the_look_is_read_from_styles_headers_and_footers() -> None:
    look = purple()
    assert (look.accent, look.font) == (PURPLE, "Georgia")
    assert (look.header, look.footer) == ("NHS Somewhere CCG, Some Street", "Chair: a lay member")
    assert look.logo
    assert (look.logo.content, look.logo.ending, round(look.logo.width)) == (LOGO, "png", 113)


def test_a_theme_names_the_font_where_the_styles_do_not() -> None:
    assert read_look(read_letterhead(letterhead())).font in ("Calibri", "Cambria")


@pytest.mark.parametrize("colour", [RGBColor(0xFF, 0xF0, 0x00), RGBColor(0x99, 0x99, 0x99)])
def test_a_colour_that_nobody_could_read_on_white_is_not_taken(colour: RGBColor) -> None:
    template = docx.Document()
    template.styles["Heading 1"].font.color.rgb = colour
    assert read_look(read_letterhead(saved(template))).accent == BLUE


@pytest.mark.slow
def test_the_size_of_the_text_stays_what_the_file_asks_for() -> None:
    text = COMPLETE.read_text(encoding="utf-8").replace("text_size: 11", "text_size: 12")
    assert replace_look(interest(text), purple()).look.text_size == 12


def test_figures_have_the_colour() -> None:
    plain = [block.svg for block in interest(COMPLETE.read_bytes()).blocks if isinstance(block, Figure)]
    found = [block.svg for block in dressed().blocks if isinstance(block, Figure)]
    assert len(found) >= 2
    for before, svg in zip(plain, found, strict=True):
        assert (BLUE in svg, "#003087" in svg) == (False, False)
        assert before.count(BLUE) == svg.count(PURPLE)
        assert before.count("#003087") == svg.count(DARK_PURPLE)


@pytest.mark.slow
def test_a_pdf_has_the_colour_the_header_the_footer_and_the_logo() -> None:
    pictures: list[bool] = []
    for document in (interest(COMPLETE.read_bytes()), dressed()):
        with pikepdf.open(io.BytesIO(find_writer("pdf").write(document))) as pdf:
            drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
            pictures.insert(0, "/XObject" in pdf.pages[0].Resources)
    assert re.search(rb"0\.4156\d+ 0\.1058\d+ 0\.4784\d+ scn", drawn)
    assert pictures == [True, False]


def test_all_formats_turn_the_same_tables_as_a_narrow_letterhead_does() -> None:
    """Each format would else have other pages than the contents of the Word file say."""
    document = replace_look(Document(Properties("A table", ""), (wide_table(),)), purple())
    room = make_turning_room(document.look)
    assert (round(room.width), room.letters) == (92, WIDEST_LETTERS)
    assert [part["wide"] for part in encode_document(document)["parts"]] == [True]
    assert '<div class="wide">' in find_writer("html").write(document).decode()
    for name in ("docx", "odt"):
        assert turned(find_writer(name).write(document))
    plain = document.replace(look=Look())
    assert [part["wide"] for part in encode_document(plain)["parts"]] == [False]


def wide_table() -> Table:
    """Return a table whose words fit across an upright page in Arial, but not in Georgia."""
    words = ["Hammersmith", "Wandsworth", "commission", "governance", "population", "investment"]
    head = tuple(Cell((Paragraph((Text(word),)),), "col") for word in words)
    return Table((), head, (tuple(cell.replace(scope="") for cell in head),), "t")


def turned(raw: bytes) -> bool:
    with ZipFile(io.BytesIO(raw)) as package:
        if "word/document.xml" in package.namelist():
            return b'w:orient="landscape"' in package.read("word/document.xml")
        return b'"First_20_Wide_20_Page"' in package.read("content.xml")


@pytest.mark.slow
def test_the_words_of_the_text_stay_the_same_in_every_format() -> None:
    document, plain = dressed(), interest(COMPLETE.read_bytes())
    for name in ("pdf", "odt", "html"):
        texts = [normalised(READERS[name](find_writer(name).write(one))) for one in (document, plain)]
        assert texts[0] == texts[1]


def test_opendocument_has_the_colour_the_font_the_header_the_footer_and_the_logo() -> None:
    raw = find_writer("odt").write(dressed())
    styles = styles_of(raw)
    assert (BLUE in styles, styles.count(PURPLE) > 4) == (False, True)
    assert 'svg:font-family="Georgia"' in styles
    assert styles.count("NHS Somewhere CCG, Some Street") == 2  # on upright pages, and on wide ones
    assert styles.count("Chair: a lay member") == 2
    assert styles.count('xlink:href="Pictures/letterhead.png"') == 2
    with ZipFile(io.BytesIO(raw)) as package:
        assert package.read("Pictures/letterhead.png") == LOGO
        assert 'full-path="Pictures/letterhead.png"' in package.read("META-INF/manifest.xml").decode()


def test_a_page_has_the_colour_on_white_but_not_in_the_dark() -> None:
    page = find_writer("html").write(dressed()).decode()
    assert f"--band: {PURPLE};" in page
    assert "@media not all and (prefers-color-scheme: dark)" in page


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pdf", "odt", "html"])
def test_two_builds_on_a_letterhead_are_equal(name: str) -> None:
    assert find_writer(name).write(dressed()) == find_writer(name).write(dressed())


@pytest.mark.slow
@pytest.mark.parametrize("cx", ["0", "9" * 5000, "-1", "wide", "999999999"])
def test_a_logo_of_no_possible_size_is_left_to_word(cx: str) -> None:
    def stretched(header: bytes) -> bytes:
        return re.sub(rb'(<wp:extent cx=)"\d+"', rb'\1"%b"' % cx.encode(), header)

    headers = {f"word/header{number}.xml": stretched for number in (1, 2, 3)}
    raw = changed(purple_letterhead(), {name: change for name, change in headers.items() if name in names()})
    assert read_look(read_letterhead(raw)).logo is None


def names() -> list[str]:
    with ZipFile(io.BytesIO(purple_letterhead())) as package:
        return package.namelist()


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(50)])
def test_a_broken_logo_leaves_the_pdf_as_good_as_it_is_without(content: bytes) -> None:
    look = purple().replace(logo=Logo(content, "png", 100, 40))
    document = replace_look(interest(skeleton()), look)
    assert find_writer("pdf").write(document).startswith(b"%PDF")
