"""Hostile letterheads: whatever one holds, our document holds nothing but ours and what does no harm."""

from __future__ import annotations

import io
import tracemalloc
from functools import cache
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.blocks import Document
from eoi.writers.docx import write, write_with
from eoi.writers.docx.letterhead import UnfitLetterhead, read_letterhead
from tests.hostile.letterheads import (
    BAD_KEYS,
    DRAWINGS,
    FIELDS,
    GOOD_FIELDS,
    HEADER,
    HEADER_LINKS,
    PICTURES,
    field,
    in_header,
    packed,
    relationship,
    run,
    simple,
    svg,
)
from tests.letterheads import LOGO, changed, header_links, letterhead, replacing
from tests.letterheads import given as content
from tests.tables import for_each
from tests.thorough import examples, some_of
from tests.word import EVERYTHING, MAIN, PROPERTIES, cells, heading, table, text

DOCUMENT = Document(PROPERTIES, EVERYTHING)
SHORT = Document(PROPERTIES, (heading(2, "A", "a"), text("plain"), table(cells("a", "b"))))
STYLED = (f"{MAIN}pStyle", f"{MAIN}rStyle", f"{MAIN}tblStyle")
BREAKS_OUT = (
    'x"/&gt;&lt;/w:pPr&gt;&lt;w:r&gt;&lt;w:fldChar w:fldCharType="begin"/&gt;&lt;w:instrText&gt;'
    "DDEAUTO c:\\cmd&lt;/w:instrText&gt;&lt;/w:r&gt;&lt;w:pPr&gt;&lt;w:pStyle w:val="
).replace('"', "&quot;")


def write_parts(raw: bytes, document: Document = SHORT) -> dict[str, bytes]:
    written, _ = write_with(document, read_letterhead(raw))
    with ZipFile(io.BytesIO(written)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def whole() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(write(DOCUMENT))) as package:
        return {name: package.read(name) for name in package.namelist()}


@cache
def on_good_paper() -> Element:
    return fromstring(write_parts(letterhead())["word/document.xml"])


def without_style_ids(root: Element) -> list[tuple[str, str | None, tuple[tuple[str, str], ...]]]:
    """Every element with its text and attributes, in order, but for the ids of styles."""
    return [
        (element.tag, element.text, () if element.tag in STYLED else tuple(element.attrib.items()))
        for element in root.iter()
    ]


def style_ids(root: Element) -> set[str]:
    return {element.attrib[f"{MAIN}val"] for element in root.iter() if element.tag in STYLED}


def with_style(key: str, name: str = "Heading 1") -> bytes:
    """The letterhead, with this for the id of one of the styles that we use; both as they stand in XML."""
    changes = {"Heading 1": ("berschrift1", "heading 1"), "Body Text": ("Textkrper", "Body Text")}
    old, called = changes[name]

    def renamed(raw: bytes) -> bytes:
        assert f'w:val="{called}"'.encode() in raw
        return raw.replace(f'"{old}"'.encode(), f'"{key}"'.encode())

    return changed(letterhead(), {"word/styles.xml": renamed})


def test_a_style_id_can_put_nothing_into_the_document() -> None:
    root = fromstring(write_parts(with_style(BREAKS_OUT))["word/document.xml"])
    assert "DDEAUTO" in "".join(style_ids(root))
    assert without_style_ids(root) == without_style_ids(on_good_paper())


HOSTILE = st.text(
    st.sampled_from("\"'<>&;: /\\=\t\n\r\x7f\x85\u00a0\u200b\u2028\U0001f600aZß中"), max_size=40
)
NASTY = (
    HOSTILE
    | st.text(max_size=40)
    | st.builds("x".__mul__, st.integers(250, 70_000))
    | st.sampled_from(['"/><w:r><w:instrText>DDE x</w:instrText></w:r><a b="', "]]>", "--><!--", "&amp;lt;"])
)


def in_xml(text: str) -> str:
    """As an attribute holds it, without the quotes; what XML cannot hold is left as it is."""
    return quoteattr(text, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})[1:-1]


@settings(deadline=None, max_examples=examples(40, 12, 5))
@given(NASTY, NASTY, st.booleans())
def test_no_id_and_no_name_of_a_style_adds_anything_to_the_document(
    key: str, name: str, escaped: bool
) -> None:
    """The document is as on a good letterhead, but for the ids; or else the letterhead is refused."""
    write_down = in_xml if escaped else str
    more = (
        f'<w:style w:type="paragraph" w:styleId="{write_down(name)}"><w:name w:val="Gap"/></w:style>'
        f'<w:style w:type="character" w:styleId="x"><w:name w:val="{write_down(name)}"/></w:style></w:styles>'
    )
    styles = replacing("</w:styles>", more)
    try:
        raw = changed(with_style(write_down(key)), {"word/styles.xml": lambda xml: named(styles, xml)})
        parts = write_parts(raw)
    except UnfitLetterhead:
        return
    for part in (one for one in parts if one.endswith((".xml", ".rels"))):
        fromstring(parts[part])
    root = fromstring(parts["word/document.xml"])
    assert without_style_ids(root) == without_style_ids(on_good_paper())
    known = {
        style.get(f"{MAIN}styleId") for style in fromstring(parts["word/styles.xml"]).iter(f"{MAIN}style")
    }
    assert style_ids(root) <= known


def named(change: object, xml: bytes) -> bytes:
    assert callable(change)
    try:
        return bytes(change(xml))
    except UnicodeEncodeError:
        raise UnfitLetterhead("cannot be written at all") from None


def test_a_document_on_a_letterhead_has_the_fields_and_links_that_it_has_without() -> None:
    def acting(root: Element) -> list[str | None]:
        return [
            element.text for element in root.iter() if element.tag in (f"{MAIN}instrText", f"{MAIN}fldSimple")
        ]

    def links(parts: dict[str, bytes]) -> set[tuple[str, ...]]:
        found = fromstring(parts["word/_rels/document.xml.rels"])
        return {tuple(one.attrib.values()) for one in found if "letterhead" not in one.attrib["Target"]}

    ours, theirs = whole(), write_parts(letterhead(), DOCUMENT)
    alone, dressed = (fromstring(parts["word/document.xml"]) for parts in (ours, theirs))
    assert acting(dressed) == acting(alone)
    assert len(acting(alone)) > 3
    assert {element.tag for element in dressed.iter()} == {element.tag for element in alone.iter()}
    assert links(theirs) <= links(ours)


def refusal(raw: bytes) -> str:
    with pytest.raises(UnfitLetterhead) as problem:
        read_letterhead(raw)
    return str(problem.value)


@for_each(list(FIELDS))
def test_a_field_that_could_act_is_refused_however_it_is_written(trick: str) -> None:
    assert "has a field that a letterhead cannot have" in refusal(in_header(FIELDS[trick]))


@pytest.mark.parametrize("code", some_of(GOOD_FIELDS, 4))
def test_a_field_of_a_usual_letterhead_is_kept(code: str) -> None:
    halves = code[: len(code) // 2], code[len(code) // 2 :]
    for xml, element in ((field(*halves), b"fldChar"), (simple(code.replace('"', "&quot;")), b"fldSimple")):
        running = read_letterhead(in_header(xml)).running
        assert any(element in one.part.content for one in running)


@pytest.mark.parametrize("trick", PICTURES)
def test_a_header_takes_nothing_from_elsewhere(trick: str) -> None:
    assert refusal(in_header(PICTURES[trick]))


@for_each(list(DRAWINGS))
def test_a_drawing_neither_runs_nor_fetches_anything(trick: str) -> None:
    assert refusal(DRAWINGS[trick])


def test_a_drawing_that_is_only_drawn_is_kept() -> None:
    parts = write_parts(
        svg('<style>a {fill: url( #b)}</style><use href="#b"/><image href="data:image/png;base64,AA"/>')
    )
    assert b"url( #b)" in parts["word/media/letterhead2.svg"]


def test_the_styles_may_hold_no_more_than_a_header() -> None:
    styles = replacing("</w:styles>", f"{field('DDEAUTO x')}</w:styles>")
    assert "has a field" in refusal(changed(letterhead(), {"word/styles.xml": styles}))


def test_a_relationship_that_a_header_names_has_to_be_there() -> None:
    shown = '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId99"/></w:drawing></w:r></w:p>'
    assert "names something that is not in the file: 'rId99'" in refusal(in_header(shown))
    read_letterhead(in_header(shown.replace("rId99", "")))


@pytest.mark.parametrize("written", ["'rId88'", '"&#114;Id88"', "'&#x72;Id&#56;8'", '"rId88"'])
def test_a_relationship_is_found_however_its_name_is_written(written: str) -> None:
    shown = f'<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed={written}/></w:drawing></w:r></w:p>'
    links = header_links(relationship("rId88", "image", "media/logo2.png"))
    parts = write_parts(in_header(shown, **{HEADER_LINKS: links, "word/media/logo2.png": content(LOGO)}))
    for name in (name for name in parts if "letterhead" in name and name.endswith(".rels")):
        known = {link.attrib["Id"] for link in fromstring(parts[name])}
        owner = fromstring(parts[name.replace("_rels/", "").removesuffix(".rels")])
        used = {value for one in owner.iter() for key, value in one.attrib.items() if "relationships}" in key}
        assert used == known
    assert b'"rId88"' in b"".join(parts.values())


@pytest.mark.parametrize("key", BAD_KEYS)
def test_a_relationship_with_a_name_that_is_none_is_refused(key: str) -> None:
    links = header_links(relationship(key.replace('"', "&quot;"), "image", "media/image1.png"))
    assert "is damaged" in refusal(changed(letterhead(), {HEADER_LINKS: links}))


UTF_16 = '<?xml version="1.0" encoding="UTF-16"?>'


@pytest.mark.parametrize("name", ["word/styles.xml", "word/document.xml", HEADER, "[Content_Types].xml"])
def test_a_part_in_utf_16_is_read_as_what_it_says(name: str) -> None:
    def recoded(raw: bytes) -> bytes:
        _, _, text = raw.decode().partition("?>")
        return f"{UTF_16}{text}".encode("utf-16")

    assert write_parts(changed(letterhead(), {name: recoded})) == write_parts(letterhead())


@pytest.mark.parametrize(
    "encoding", ["UTF-16", "utf-7", "x-unknown", "utf-32", "idna", "shift_jis", "utf-8-sig"]
)
@pytest.mark.parametrize("name", ["word/styles.xml", "word/document.xml", HEADER, "_rels/.rels"])
def test_a_part_that_declares_an_encoding_wrongly_is_refused_in_words(name: str, encoding: str) -> None:
    def declared(raw: bytes) -> bytes:
        return f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + raw.partition(b"?>")[2]

    assert "is damaged: its part" in refusal(changed(letterhead(), {name: declared}))


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_a_part_that_grows_without_end_as_it_is_unpacked_takes_no_memory(method: int) -> None:
    raw = packed(method, "word/styles.xml", b" " * 20_000_000)
    tracemalloc.start()
    try:
        assert "is packed in a way" in refusal(raw)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        ("<w:p/>" * 300_001, "has more than 300,000 elements"),
        ("<a>" * 300 + "</a>" * 300, "nested deeper than 200"),
        (f'<w:p x="{"y" * 5_000_001}"/>', "with attributes of more than"),
    ],
)
def test_a_part_and_an_element_have_limits(xml: str, why: str) -> None:
    assert why in refusal(in_header(xml))


def test_what_is_no_element_and_no_text_stays_behind() -> None:
    parts = write_parts(in_header(f"<!-- a note --><?run me?>{run('<w:t><![CDATA[<b>]]></w:t>')}"))
    header = next(raw for name, raw in parts.items() if "letterhead" in name and b"&lt;b&gt;" in raw)
    assert b"<!--" not in header
    assert b"<?run" not in header
