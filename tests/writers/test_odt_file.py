"""The OpenDocument file as a whole: its pages, properties and pictures, and how other programs read it."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest

from eoi.document.blocks import Block, Contents, Properties, Table
from eoi.writers import find_writer
from eoi.writers.odt import SUFFIX
from eoi.writers.zip_package import pack
from tests.office_work import BATH, OfficeWork, printed_submission
from tests.opendocument import content, every, files, full, part, text_of, values, words, written
from tests.programs import page_texts
from tests.samples import EXAMPLES, ROOT, checklist_document, interest
from tests.validators import complaints_about_text
from tests.word import EVERYTHING, PROPERTIES, SVG, cells, figure, heading, text, wide_table


def masters(*blocks: Block) -> list[str]:
    """The pages that the text asks for, in order."""
    return values(content(*blocks), "style:style", "style:master-page-name")


def details() -> Table:
    return Table((), (), (cells("Form", "Joint"),), kind="details")


def test_the_cover_has_no_header_and_the_page_after_it_has_one() -> None:
    assert masters(*EVERYTHING)[0] == "First_20_Page"
    root = part("styles.xml", properties=PROPERTIES.replace(draft=False))
    pages = {page.attrib[full("style:name")]: page for page in every(root, "style:master-page")}
    assert list(pages["First_20_Page"]) == []
    assert pages["First_20_Page"].get(full("style:next-style-name")) == "Standard"
    assert [child.tag for child in pages["Standard"]] == [full("style:header"), full("style:footer")]


@pytest.mark.parametrize("name", ["First_20_Page", "First_20_Wide_20_Page"])
def test_the_cover_of_a_draft_carries_the_mark_and_no_more(name: str) -> None:
    root = part("styles.xml", properties=PROPERTIES.replace(draft=True))
    page = next(one for one in every(root, "style:master-page") if one.get(full("style:name")) == name)
    assert words(page) == "DRAFT\n"
    assert page.get(full("style:next-style-name")) in ("Standard", "Wide")


def test_the_text_goes_on_below_the_contents() -> None:
    root = content(heading(1, "Title", "t"), Contents(), heading(2, "A", "a"))
    title, entry, section = every(root, "text:p")[1], every(root, "text:p")[2], every(root, "text:h")[0]
    assert words(title) == "Contents"
    assert title.get(full("text:style-name")) == "Contents_20_Heading"
    assert entry.get(full("text:style-name")) == "Contents_20_1"
    assert section.get(full("text:style-name")) == "Heading_20_1"


def test_a_document_may_begin_with_a_table() -> None:
    assert masters(details()) == ["First_20_Page"]


def test_a_wide_table_lies_on_its_side_with_what_leads_to_it() -> None:
    assert masters(text("before"), wide_table(), text("after")) == ["First_20_Page", "Wide", "Standard"]
    assert masters(wide_table()) == ["First_20_Wide_20_Page"]
    layouts = every(part("styles.xml"), "style:page-layout-properties")
    sizes = {
        (layout.get(full("fo:page-width")), layout.get(full("style:print-orientation"))) for layout in layouts
    }
    assert sizes == {("595.3pt", "portrait"), ("841.9pt", "landscape")}
    root = content(wide_table())
    widths = values(root, "style:table-properties", "style:width")
    assert widths == ["717.2pt"]


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_on_each_page(draft: bool) -> None:
    styles = part("styles.xml", properties=Properties("Title & more", "Author", draft=draft))
    headers = [words(header) for header in every(styles, "style:header")]
    assert headers == (["Title & more\tDRAFT", "DRAFT"] * 2 if draft else ["Title & more"] * 2)


def test_the_foot_of_the_page_counts_pages() -> None:
    root = part("styles.xml", properties=PROPERTIES.replace(draft=False))
    for footer in every(root, "style:footer"):
        assert words(footer) == "Page 1 of 1"
        assert len(every(footer, "text:page-number")) == len(every(footer, "text:page-count")) == 1


def test_the_language_is_british_english() -> None:
    (default,) = (
        style
        for style in every(part("styles.xml"), "style:default-style")
        if style.get(full("style:family")) == "paragraph"
    )
    assert values(default, "style:text-properties", "fo:language") == ["en"]
    assert values(default, "style:text-properties", "fo:country") == ["GB"]


def test_the_properties_are_those_of_the_submission() -> None:
    meta = part("meta.xml")
    said = {child.tag: child.text for child in meta[0] if child.tag != full("meta:keyword")}
    assert said[full("dc:title")] == PROPERTIES.title
    assert said[full("dc:creator")] == said[full("meta:initial-creator")] == PROPERTIES.author
    assert said[full("dc:subject")] == PROPERTIES.subject
    assert said[full("dc:language")] == "en-GB"
    assert said[full("dc:date")] == said[full("meta:creation-date")] == "2014-06-20T00:00:00"
    assert [keyword.text for keyword in every(meta, "meta:keyword")] == ["nhs", "gp"]


@pytest.mark.parametrize("date", ["", "2014-06", "June"])
def test_an_unknown_date_is_left_out(date: str) -> None:
    meta = part("meta.xml", properties=Properties("Title", "Author", date=date))
    assert every(meta, "dc:date") == every(meta, "meta:creation-date") == []


def test_a_figure_is_a_drawing_with_a_picture_behind_it_and_says_what_it_shows() -> None:
    parts = files(figure("Bars & 43 practices"))
    root = content(figure("Bars & 43 practices"))
    assert values(root, "draw:image", "xlink:href") == ["Pictures/figure1.svg", "Pictures/figure1.png"]
    assert parts["Pictures/figure1.svg"].decode() == SVG
    assert parts["Pictures/figure1.png"].startswith(b"\x89PNG")
    assert [desc.text for desc in every(root, "svg:desc")] == ["Bars & 43 practices"]
    assert [title.text for title in every(root, "svg:title")] == ["Figure 1: Practices"]
    (frame,) = every(root, "draw:frame")
    assert (frame.get(full("svg:width")), frame.get(full("svg:height"))) == ("470.6pt", "176.45pt")
    assert text_of(figure()) == "Figure\xa01: Practices\n"


def test_a_figure_is_only_a_drawing_where_no_picture_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eoi.writers.typesetting.draw_png", lambda *_: None)
    parts = files(figure())
    assert [name for name in parts if name.startswith("Pictures/")] == ["Pictures/figure1.svg"]
    assert values(content(figure()), "draw:image", "xlink:href") == ["Pictures/figure1.svg"]


def test_the_file_says_first_what_it_is() -> None:
    raw = written(*EVERYTHING)
    with ZipFile(io.BytesIO(raw)) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert raw[38:77] == b"application/vnd.oasis.opendocument.text"


def test_the_manifest_names_every_part() -> None:
    parts = files(*EVERYTHING)
    manifest = part("META-INF/manifest.xml", *EVERYTHING)
    named = values(manifest, "manifest:file-entry", "manifest:full-path")
    assert sorted(named) == sorted(["/", *(set(parts) - {"mimetype", "META-INF/manifest.xml"})])
    assert len(parts) == 8


def test_the_parts_carry_no_date_of_today() -> None:
    with ZipFile(io.BytesIO(written(*EVERYTHING))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def written_elsewhere(**surroundings: str) -> bytes:
    code = "import sys, tests.opendocument as odt, tests.word as word; "
    command = [sys.executable, "-c", code + "sys.stdout.buffer.write(odt.written(*word.EVERYTHING))"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | surroundings
    return subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60).stdout


@pytest.mark.slow
def test_the_same_document_gives_the_same_bytes_wherever_it_is_written() -> None:
    here = written_elsewhere(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    there = written_elsewhere(PYTHONHASHSEED="77", TZ="Pacific/Auckland", LC_ALL="C.UTF-8")
    assert here == there == written(*EVERYTHING)


def findings(raw: bytes, folder: Path) -> list[str]:
    path = folder / f"document.{SUFFIX}"
    path.write_bytes(raw)
    return complaints_about_text(path)


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_validator_finds_nothing_in_the_examples(path: Path, tmp_path: Path) -> None:
    for document in (interest(path.read_bytes()), checklist_document(path.read_bytes())):
        assert findings(find_writer("odt").write(document), tmp_path) == []


def test_a_validator_finds_nothing_in_a_document_with_everything(tmp_path: Path) -> None:
    assert findings(written(*EVERYTHING), tmp_path) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("content.xml", "text:list-item>", "text:list-thing>"),
        ("content.xml", 'text:style-name="Bullets"', 'text:style-name="Dots"'),
        ("META-INF/manifest.xml", 'full-path="styles.xml"', 'full-path="style.xml"'),
    ],
)
def test_the_validator_would_find_what_is_wrong(name: str, right: str, wrong: str, tmp_path: Path) -> None:
    parts = files(*EVERYTHING)
    assert right.encode() in parts[name]
    spoiled = parts | {name: parts[name].replace(right.encode(), wrong.encode())}
    assert findings(pack(spoiled), tmp_path)


PRINTED = {
    "everything": OfficeWork("everything-odt.odt", "pdf", lambda: written(*EVERYTHING)),
    **{name: printed_submission(BATH, name, False) for name in ("docx", "odt")},
}
AS_WORD = OfficeWork("everything-as-word.odt", "docx", lambda: written(*EVERYTHING))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of a document with everything, and of the real submission in both formats."""
    return {name: page_texts(work.result(tmp_path_factory)) for name, work in PRINTED.items()}


@pytest.mark.office
def test_libreoffice_shows_every_page(printed: dict[str, list[str]]) -> None:
    pages = printed["everything"]
    assert len(pages) == 4
    assert "Expression of interest" in pages[0]
    assert [f"Page {number} of 4" in page for number, page in enumerate(pages, 1)] == [False] + [True] * 3
    assert all("DRAFT" in page for page in pages)
    entries = re.findall(r"(\S.*?)\.{4,} *(\d+)", pages[0])
    assert [title for title, _ in entries] == ["A. Vision", "B. Scope", "C. Pictures"]
    assert all(title.strip() in pages[int(page) - 1] for title, page in entries)
    assert "Table 7: Functions in scope" in pages[1]
    assert "See Table 8 for all" in pages[2]
    assert "As Figure 1 shows" in pages[3]


@pytest.mark.office
def test_it_has_about_as_many_pages_as_the_word_file(printed: dict[str, list[str]]) -> None:
    word, opendocument = len(printed["docx"]), len(printed["odt"])
    assert abs(word - opendocument) <= 1
    assert opendocument >= 15


@pytest.mark.office
def test_what_hangs_on_words_is_kept_when_libreoffice_makes_a_word_file_of_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = AS_WORD.result(tmp_path_factory)
    comments = list(docx.Document(str(path)).comments)
    assert len(comments) == 7
    assert {comment.author for comment in comments} == {"eoi"}
    with ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
        notes = package.read("word/footnotes.xml").decode()
    assert xml.count("<w:tblHeader") >= 5
    assert xml.count('<w:pStyle w:val="Heading1"') == 3
    assert "of a heading" in notes
    assert 'descr="A bar of 43 practices"' in xml
    assert xml.count("SEQ Table") == 4


def test_the_examples_are_all_seen() -> None:
    assert len(EXAMPLES) == 4


def test_the_line_after_a_last_table_is_too_thin_to_fall_on_a_page_of_its_own() -> None:
    def last_style(*blocks: Block) -> str | None:
        return every(content(*blocks), "text:p")[-1].get(full("text:style-name"))

    assert last_style(text("x"), details()) == "Section_20_End"
    assert last_style(details(), text("x")) != "Section_20_End"
