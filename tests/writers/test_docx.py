"""The Word writer, read back by other programs: python-docx, an XML parser, a validator and LibreOffice."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.blocks import Block, BulletList, Callout, Cell, NumberedList, Properties, Quote, Table
from eoi.document.inline import Link, Text
from eoi.writers.column_widths import compute_column_shares
from eoi.writers.docx import SUFFIX
from tests.validators import complaints_about_word
from tests.word import (
    EVERYTHING,
    MAIN,
    PROPERTIES,
    body,
    cells,
    heading,
    opened,
    part,
    table,
    text,
    values,
    words,
    written,
)


def test_headings_take_the_styles_that_word_navigates_by() -> None:
    levels = [heading(level, f"Level {level}", f"h{level}") for level in range(1, 6)]
    styles = [paragraph.style.name for paragraph in opened(*levels).paragraphs]
    assert styles == ["Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4"]


def test_every_style_named_in_the_text_exists() -> None:
    used = {
        value
        for style in ("pPr/pStyle", "rPr/rStyle", "tblPr/tblStyle")
        for value in values(body(*EVERYTHING), style)
    }
    defined = set(values(part("word/styles.xml"), "style", "styleId"))
    assert len(used) > 20
    assert used <= defined


def test_lists_in_cells_are_native_and_closer_than_those_in_the_body() -> None:
    items = BulletList(((text("one"),), (text("two"),)))
    document = opened(items, table((Cell((items,)), *cells("Yes"))))
    in_body = document.paragraphs[0]
    in_cell = document.tables[0].cell(1, 0).paragraphs
    assert [paragraph.text for paragraph in in_cell] == ["one", "two"]
    assert {paragraph.style.name for paragraph in in_cell} == {"Table List Bullet"}
    assert in_cell[0]._p.pPr.numPr.numId.val != in_body._p.pPr.numPr.numId.val


def test_each_numbered_list_starts_where_it_says() -> None:
    lists = (NumberedList(((text("a"),),)), NumberedList(((text("b"),),), 7), NumberedList(((text("c"),),)))
    numbers = values(body(*lists), "numPr/numId")
    starts = part("word/numbering.xml", *lists).iterfind(f"{MAIN}num")
    override = {num.attrib[f"{MAIN}numId"]: values(num, "startOverride") for num in starts}
    assert [override[number] for number in numbers] == [["1"], ["7"], ["1"]]


def test_nested_lists_step_down_a_level_each() -> None:
    block: Block = text("leaf")
    for _ in range(4):
        block = BulletList(((text("item"), block),))
    assert values(body(block), "numPr/ilvl") == ["0", "1", "2", "3"]


@pytest.mark.parametrize(
    "first",
    [Quote((text("x"),)), Callout("gap", (text("x"),)), table(cells("x", "y")), BulletList(((text("x"),),))],
)
def test_an_item_keeps_its_marker_and_its_text_whatever_it_starts_with(first: Block) -> None:
    root = body(NumberedList(((first, text("then")),)))
    assert values(root, "numPr/ilvl")[0] == "0"
    assert "x" in words(root)
    assert words(root).endswith("then")


def test_a_second_paragraph_of_an_item_lines_up_with_the_first() -> None:
    second = opened(BulletList(((text("first"), text("second")),))).paragraphs[1]
    assert second.style.name == "List Continue"
    assert second._p.pPr.numPr is None
    assert second.paragraph_format.left_indent.twips == 397


def test_a_paragraph_that_leads_to_a_list_stays_on_its_page() -> None:
    lead, item, after = opened(text("These are:"), BulletList(((text("one"),),)), text("after")).paragraphs
    kept = [paragraph.paragraph_format.keep_with_next for paragraph in (lead, item, after)]
    assert kept == [True, None, None]


def test_a_header_row_repeats_on_every_page_and_no_row_breaks() -> None:
    rows = body(table(cells("a", "b"), cells("c", "d"))).findall(f".//{MAIN}trPr")
    assert [row.find(f"{MAIN}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{MAIN}cantSplit") is not None for row in rows)


def test_a_numbered_caption_counts_by_a_field_and_reads_as_text() -> None:
    caption = opened(table(cells("a", "b"), number=1)).paragraphs[0]
    assert caption.style.name == "Caption"
    assert caption.text == "Table\xa01: Functions in scope"
    assert " SEQ Table \\* ARABIC " in "".join(node.text for node in caption._p.iter(f"{MAIN}instrText"))


def test_a_caption_out_of_sequence_tells_the_field_its_number() -> None:
    root = body(table(cells("a", "b"), number=1), table(cells("a", "b"), number=4))
    fields = [node.text for node in root.iter(f"{MAIN}instrText")]
    assert fields == [r" SEQ Table \* ARABIC ", r" SEQ Table \* ARABIC \r 4 "]


def test_every_cell_ends_in_a_paragraph_and_tables_never_touch() -> None:
    root = body(*EVERYTHING)
    ends = [cell[-1].tag for cell in root.iter(f"{MAIN}tc")]
    assert len(ends) > 20
    assert set(ends) == {f"{MAIN}p"}
    neighbours = [(a.tag, b.tag) for parent in root.iter() for a, b in pairwise(parent)]
    assert (f"{MAIN}tbl", f"{MAIN}tbl") not in neighbours


def test_a_signature_row_leaves_room_to_sign() -> None:
    signatures = Table((), (), (cells("Dr A, Chair", "Signed"),), kind="signatures")
    assert int(values(body(signatures), "trHeight")[0]) >= 737  # 1.3 cm


def test_contents_list_the_headings_and_link_to_them() -> None:
    root = body(*EVERYTHING)
    entries = [p for p in root.iter(f"{MAIN}p") if values(p, "pStyle")[0] == "TOC1"]
    assert [words(entry) for entry in entries[:2]] == ["A. Vision", "B. Scope"]
    targets = [link.attrib[f"{MAIN}anchor"] for entry in entries for link in entry.iter(f"{MAIN}hyperlink")]
    assert len(targets) == len(entries)
    assert set(targets) <= set(values(root, "bookmarkStart", "name"))


def test_contents_ask_for_page_numbers_and_state_none_that_could_be_wrong() -> None:
    lists = [one for one in body(*EVERYTHING).iter(f"{MAIN}sdt") if values(one, "docPartGallery")]
    links = list(lists[0].iter(f"{MAIN}hyperlink"))
    assert len(links) == 3
    for link in links:
        anchor = link.attrib[f"{MAIN}anchor"]
        assert [field.text for field in link.iter(f"{MAIN}instrText")] == [rf" PAGEREF {anchor} \h "]
        assert not words(link)[-1].isdigit()


def test_bookmarks_are_valid_and_unique_whatever_the_anchors() -> None:
    anchors = ["c-scope", "C-scope", "c_scope", "1", "é", "x" * 80, "x" * 81, "-", "c-scope"]
    root = body(*(heading(2, anchor, anchor) for anchor in anchors))
    names = values(root, "bookmarkStart", "name")
    assert len({name.lower() for name in names}) == len(names) == len(set(anchors))
    assert all(name.isascii() and name.isidentifier() and len(name) <= 40 for name in names)
    assert len(set(values(root, "bookmarkStart", "id"))) == len(names)


def test_links_lead_within_the_document_and_out_of_it() -> None:
    within, without = Link("#a", (Text("in"),)), Link("https://example.org/?a=1&b=2", (Text("out"),))
    document = opened(heading(2, "A", "a"), text("", within, without))
    inner, outer = document.paragraphs[1].hyperlinks
    assert inner.fragment == "a"
    assert outer.address == "https://example.org/?a=1&b=2"


@pytest.mark.parametrize(
    "href",
    [
        "#nowhere",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http:",
        "https://exa mple",
        "https://x/" + "y" * 2000,
    ],
)
def test_a_link_that_must_not_be_followed_is_only_text(href: str) -> None:
    paragraph = opened(text("see ", Link(href, (Text("this"),)))).paragraphs[0]
    assert paragraph.text == "see this"
    assert paragraph.hyperlinks == []


def test_an_address_is_encoded_so_that_word_can_parse_it() -> None:
    link = Link('https://example.org/a b?q="<é>&p=50%', (Text("x"),))
    address = opened(text("", link)).paragraphs[0].hyperlinks[0].address
    assert address == "https://example.org/a%20b?q=%22%3C%C3%A9%3E&p=50%25"


@pytest.mark.parametrize(
    "nasty",
    [
        "R&D <script>alert(\"x\")</script> 'q'",
        "&amp; &#65; ]]> <!-- -->",
        "  leading, two  spaces, trailing ",
        "tab\there",
        "emoji 😀👩🏽‍⚕️ and £5–6k…",
        "English then עברית and العربية, then 123.",
        "non\u00a0breaking",
    ],
)
def test_text_comes_out_as_it_went_in(nasty: str) -> None:
    paragraph, cell = text(nasty), Cell((text(nasty),))
    document = opened(paragraph, table((cell, cell)))
    assert document.paragraphs[0].text == nasty
    assert document.tables[0].cell(1, 0).text == nasty


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_is_lost_or_breaks_the_file(anything: str) -> None:
    kept = "".join(character if is_xml(character) else "\ufffd" for character in anything)
    expected = kept.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
    assert opened(text(anything)).paragraphs[0].text == expected


def is_xml(character: str) -> bool:
    return character in "\t\n\r" or (character >= " " and character not in "\ufffe\uffff")


def test_half_a_surrogate_pair_does_not_stop_the_build() -> None:
    assert opened(text("half \ud83d")).paragraphs[0].text == "half \ufffd"


def test_right_to_left_text_is_marked_as_such() -> None:
    root = body(text("שלום Word"), text("Word שלום"))
    first, second = root.iter(f"{MAIN}p")
    assert first.find(f"{MAIN}pPr/{MAIN}bidi") is not None
    assert second.find(f"{MAIN}pPr/{MAIN}bidi") is None
    marked = [words(run) for run in root.iter(f"{MAIN}r") if run.find(f"{MAIN}rPr/{MAIN}rtl") is not None]
    assert marked == ["שלום", "שלום"]


def test_the_language_is_british_english() -> None:
    assert values(part("word/styles.xml"), "rPrDefault/rPr/lang") == ["en-GB"]
    assert values(part("word/settings.xml"), "themeFontLang") == ["en-GB"]


def test_the_properties_are_those_of_the_submission() -> None:
    core = opened().core_properties
    assert (core.title, core.author, core.subject) == (
        PROPERTIES.title,
        PROPERTIES.author,
        PROPERTIES.subject,
    )
    assert (core.keywords, core.language) == ("nhs, gp", "en-GB")
    assert str(core.created) == str(core.modified) == "2014-06-20 00:00:00+00:00"


@pytest.mark.parametrize("date", ["", "2014-06", "June"])
def test_an_unknown_date_is_left_out(date: str) -> None:
    core = part("docProps/core.xml", properties=Properties("Title", "Author", date=date))
    assert not [element for element in core if "terms" in element.tag]


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_on_each_page(draft: bool) -> None:
    header = part("word/header1.xml", properties=Properties("Title & more", "Author", draft=draft))
    assert words(header) == "Title & more" + ("DRAFT" if draft else "")


@pytest.mark.parametrize(("draft", "headers"), [(True, ["default", "first"]), (False, ["default"])])
def test_the_cover_carries_nothing_but_the_mark_of_a_draft(draft: bool, headers: list[str]) -> None:
    properties = PROPERTIES.replace(draft=draft)
    section = part("word/document.xml", properties=properties).find(f".//{MAIN}sectPr")
    assert section is not None
    assert section.find(f"{MAIN}titlePg") is not None
    assert values(section, "headerReference", "type") == headers
    if draft:
        assert words(part("word/header2.xml", properties=properties)) == "DRAFT"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(*EVERYTHING) == written(*EVERYTHING)


def test_the_parts_carry_no_date_of_today() -> None:
    with ZipFile(io.BytesIO(written(*EVERYTHING))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_is_well_formed_and_has_its_type() -> None:
    with ZipFile(io.BytesIO(written(*EVERYTHING))) as package:
        names = package.namelist()
        types = ElementTree.fromstring(package.read("[Content_Types].xml"))
        xml = {name for name in names if name.endswith((".xml", ".rels", ".svg"))}
        for name in xml:
            ElementTree.fromstring(package.read(name))
    assert len(names) == 21
    declared = {element.attrib["PartName"].lstrip("/") for element in types if "PartName" in element.attrib}
    assert declared == {name for name in xml if name.endswith(".xml")} - {"[Content_Types].xml"}
    endings = {element.attrib["Extension"] for element in types if "Extension" in element.attrib}
    assert {name.rsplit(".")[-1] for name in names} == endings


@pytest.mark.slow
def test_a_validator_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / f"everything.{SUFFIX}"
    path.write_bytes(written(*EVERYTHING))
    assert complaints_about_word(path) == []


@pytest.mark.slow
def test_the_validator_would_find_a_cell_without_a_paragraph(tmp_path: Path) -> None:
    path = tmp_path / f"spoiled.{SUFFIX}"
    empty = b'<w:p><w:pPr><w:pStyle w:val="TableBodyText"/></w:pPr></w:p></w:tc>'
    with ZipFile(io.BytesIO(written(*EVERYTHING))) as package, ZipFile(path, "w") as spoiled:
        for name in package.namelist():
            spoiled.writestr(name, package.read(name).replace(empty, b"</w:tc>"))
    assert complaints_about_word(path)


def test_columns_fill_the_page_and_a_yes_or_no_stays_narrow() -> None:
    long = "Bringing in new providers, managing procurements and deciding on practice mergers"
    block = table(cells(long, "Yes"), cells(long, "No"))
    shares = compute_column_shares(block)
    assert sum(shares) == 100
    assert shares[1] < 15
    grid = [int(width) for width in values(body(block), "gridCol", "w")]
    assert sum(grid) == 9412


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), min_size=1, max_size=4))
def test_shares_of_any_table_sum_to_a_hundred(rows: list[list[str]]) -> None:
    shares = compute_column_shares(Table((), (), tuple(cells(*row) for row in rows)))
    assert sum(shares) == 100
    assert min(shares) > 0


def test_a_word_of_a_narrow_column_keeps_its_room() -> None:
    long = "Negative impact on membership engagement, " * 8
    shares = compute_column_shares(Table((), (), (cells("Commissioning", long, long, long),)))
    assert shares[0] >= 15
