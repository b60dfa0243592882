"""A CCG's own Word template around our text: what it gives, what stands in, and what is refused."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from eoi.document.blocks import Document, NumberedList
from eoi.writers.docx import SUFFIX, write, write_with
from eoi.writers.docx.letterhead import UnfitLetterhead, read_letterhead
from eoi.writers.docx.package import OFFICE
from tests.letterheads import LOGO, Change, changed, given, header_links, letterhead, replacing, saved
from tests.office_work import OfficeWork
from tests.programs import page_texts
from tests.samples import checklist_document, example, interest
from tests.thorough import examples, some_of
from tests.validators import complaints_about_word
from tests.word import (
    EVERYTHING,
    MAIN,
    PROPERTIES,
    SENTENCE,
    cells,
    heading,
    table,
    text,
    values,
    words,
    written,
)

DOCUMENT = Document(PROPERTIES, EVERYTHING)
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEADER, HEADER_LINKS = "word/header1.xml", "word/_rels/header1.xml.rels"
MAIN_LINKS = "word/_rels/document.xml.rels"


def write_letter(raw: bytes, *blocks: Any, draft: bool = True) -> bytes:
    document = Document(PROPERTIES.replace(draft=draft), blocks or EVERYTHING)
    return write_with(document, read_letterhead(raw))[0]


def opened(raw: bytes) -> Any:
    return docx.Document(io.BytesIO(raw))


def part(raw: bytes, name: str) -> ElementTree.Element:
    with ZipFile(io.BytesIO(raw)) as package:
        return ElementTree.fromstring(package.read(name))


def names(raw: bytes) -> set[str]:
    with ZipFile(io.BytesIO(raw)) as package:
        return set(package.namelist())


def test_styles_are_the_templates_by_name_whatever_their_ids() -> None:
    raw = write_letter(letterhead(), heading(2, "A", "a"), text("plain"))
    first, second = opened(raw).paragraphs
    assert (first.style.name, first.style.style_id) == ("Heading 1", "berschrift1")
    assert (second.style.name, second.style.style_id) == ("Body Text", "Textkrper")
    theirs = {style.name: style.font.color.rgb for style in opened(letterhead()).styles if style.type == 1}
    assert first.style.font.color.rgb == theirs["Heading 1"]


def test_styles_that_the_template_lacks_are_added_and_named_once() -> None:
    content, missing = write_with(DOCUMENT, read_letterhead(letterhead()))
    styles = [style.name for style in opened(content).styles]
    assert len(styles) == len(set(styles))
    assert {"Gap", "Table Body Text", "Comment Text", "TOC 1", "Footnote Reference"} <= set(missing)
    assert not {"Heading 1", "Title", "List Bullet", "Caption", "Cover Mark"} & set(missing)
    assert len(missing) == len(set(missing))


@pytest.mark.slow
def test_only_styles_that_the_document_uses_are_missed() -> None:
    document = Document(PROPERTIES, (heading(1, "Title", "t"), text("plain")))
    content, missing = write_with(document, read_letterhead(letterhead()))
    assert missing == ()
    assert "Gap" not in [style.name for style in opened(content).styles]


def test_a_letterhead_made_from_a_document_of_ours_lacks_nothing() -> None:
    content, missing = write_with(DOCUMENT, read_letterhead(write(DOCUMENT)))
    assert missing == ()
    again = write_with(DOCUMENT, read_letterhead(content))[0]
    styles = [values(part(raw, "word/styles.xml"), "style", "styleId") for raw in (content, again)]
    assert styles[0] == styles[1]


@pytest.mark.slow
def test_every_style_and_list_that_is_named_exists() -> None:
    raw = write_letter(letterhead())
    styles, numbering = part(raw, "word/styles.xml"), part(raw, "word/numbering.xml")
    ids = values(styles, "style", "styleId")
    assert len(ids) == len(set(ids))
    document = part(raw, "word/document.xml")
    for step in ("pPr/pStyle", "rPr/rStyle", "tblPr/tblStyle"):
        assert set(values(document, step)) <= set(ids)
    for step in ("style/basedOn", "style/next", "style/link"):
        assert set(values(styles, step)) <= set(ids)
    used = values(document, "numPr/numId")
    assert len(used) > 10
    assert set(used) <= set(values(numbering, "num", "numId"))


def test_a_style_whose_id_or_name_is_taken_gets_another() -> None:
    style = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="gap"><w:name w:val="Else"/></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Mono"><w:name w:val="code"/></w:style>'
    )
    raw = write_letter(
        changed(letterhead(), {"word/styles.xml": replacing("</w:styles>", style + "</w:styles>")})
    )
    styles = {one.style_id: one.name for one in opened(raw).styles}
    assert styles["gap"] == "Else"
    assert styles["EoiGap"] == "Gap"
    assert styles["Code"] == "eoi Code"


def test_lists_of_the_template_keep_their_numbers_and_ours_come_after() -> None:
    raw = write_letter(letterhead(), NumberedList(((text("one"),),), 4), table(cells("a", "b")))
    before, after = part(letterhead(), "word/numbering.xml"), part(raw, "word/numbering.xml")
    for name, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        theirs, joined = values(before, name, key), values(after, name, key)
        assert joined[: len(theirs)] == theirs
        assert len(joined) == len(set(joined)) > len(theirs)
    number = values(part(raw, "word/document.xml"), "numPr/numId")[0]
    ours = [num for num in after.iter(f"{MAIN}num") if num.attrib[f"{MAIN}numId"] == number]
    assert values(ours[0], "startOverride") == ["4"]
    order = [element.tag for element in after]
    assert order == sorted(order, key=[f"{MAIN}{name}" for name in ("abstractNum", "num")].index)


def test_the_page_is_the_templates_and_tables_fill_it() -> None:
    raw = write_letter(letterhead())
    section = opened(raw).sections[0]
    assert [round(length.mm) for length in (section.page_width, section.left_margin)] == [200, 25]
    document = part(raw, "word/document.xml")
    room = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    widths = {int(width) for width in values(document, "body/tbl/tblPr/tblW", "w")}
    assert room in widths
    assert values(document, "sectPr/pgSz", "w") == ["11339", "14173", "11339"]


@pytest.mark.slow
def test_a_column_of_short_words_takes_a_larger_part_of_a_narrower_page() -> None:
    block = table(cells(SENTENCE * 3, "Yes"))
    documents = [
        part(raw, "word/document.xml") for raw in (written(block), write_letter(letterhead(), block))
    ]
    shares = [
        int(short) / (int(long) + int(short))
        for long, short in (values(document, "tblGrid/gridCol", "w") for document in documents)
    ]
    assert shares[1] > shares[0]


@pytest.mark.slow
def test_a_template_that_lies_on_its_side_is_not_turned() -> None:
    template = docx.Document()
    section = template.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    sizes = values(part(write_letter(saved(template)), "word/document.xml"), "sectPr/pgSz", "w")
    assert set(sizes) == {"15840"}


def test_the_logo_and_the_words_of_headers_and_footers_are_kept() -> None:
    first, *others = opened(write_letter(letterhead(), draft=False)).sections
    image = next(rel.target_part for rel in first.first_page_header.part.rels.values())
    assert image.blob == LOGO
    for section in (first, *others):
        assert [one.text for one in section.header.paragraphs] == ["NHS Somewhere CCG, Some Street"]
        assert [one.text for one in section.footer.paragraphs] == ["Chair: Dr A"]
    assert [section.different_first_page_header_footer for section in (first, *others)] == [
        True,
        False,
        False,
    ]


def test_a_draft_is_marked_on_every_header_of_the_template() -> None:
    section = opened(write_letter(letterhead())).sections[0]
    for header in (section.header, section.first_page_header):
        assert header.paragraphs[-1].text == "DRAFT"


@pytest.mark.slow
def test_where_the_template_has_no_header_or_footer_ours_stand_in() -> None:
    section = opened(write_letter(saved(docx.Document()))).sections[0]
    assert [one.text for one in section.header.paragraphs] == [PROPERTIES.title, "DRAFT"]
    assert section.footer.paragraphs[0].text.startswith("Page ")
    assert not section.different_first_page_header_footer


@pytest.mark.slow
def test_headers_for_even_pages_come_with_the_setting_that_shows_them() -> None:
    template = docx.Document()
    template.settings.odd_and_even_pages_header_footer = True
    template.sections[0].even_page_header.paragraphs[0].text = "even"
    document = opened(write_letter(saved(template)))
    assert document.settings.odd_and_even_pages_header_footer
    assert {section.even_page_header.paragraphs[0].text for section in document.sections} == {"even"}


@pytest.mark.slow
def test_a_later_section_takes_over_the_headers_of_the_one_before() -> None:
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "from the first section"
    template.add_section()
    section = opened(write_letter(saved(template), draft=False)).sections[0]
    assert section.header.paragraphs[0].text == "from the first section"


@pytest.mark.slow
def test_the_theme_and_the_fonts_come_along() -> None:
    raw = write_letter(letterhead())
    with ZipFile(io.BytesIO(raw)) as ours, ZipFile(io.BytesIO(letterhead())) as theirs:
        for name in ("word/theme/theme1.xml", "word/fontTable.xml"):
            assert canonicalize(ours.read(name)) == canonicalize(theirs.read(name))


def test_the_text_of_the_template_and_all_else_of_it_stay_behind() -> None:
    raw = write_letter(letterhead())
    assert "Text of the template" not in words(part(raw, "word/document.xml"))
    assert not [
        name for name in names(raw) if "customXml" in name or "Effects" in name or "webSettings" in name
    ]


@pytest.mark.slow
def test_a_template_file_is_as_good_as_a_document() -> None:
    types = replacing("document.main+xml", "template.main+xml")
    raw = write_letter(changed(letterhead(), {"[Content_Types].xml": types}))
    assert "document.main+xml" in next(
        element.attrib["ContentType"]
        for element in part(raw, "[Content_Types].xml")
        if element.attrib.get("PartName") == "/word/document.xml"
    )


@pytest.mark.slow
def test_the_same_letterhead_gives_the_same_bytes() -> None:
    assert write_letter(letterhead()) == write_letter(letterhead())


@pytest.mark.slow
@pytest.mark.parametrize("kind", some_of(["by hand", "interest", "checklist"], 1))
def test_a_validator_finds_nothing_in_what_a_letterhead_makes(kind: str, tmp_path: Path) -> None:
    source = example("bath-and-north-east-somerset")
    documents = {"by hand": DOCUMENT, "interest": interest(source), "checklist": checklist_document(source)}
    path = tmp_path / f"made.{SUFFIX}"
    path.write_bytes(write_with(documents[kind], read_letterhead(letterhead()))[0])
    assert complaints_about_word(path) == []


LETTER = OfficeWork(f"letter.{SUFFIX}", "pdf", lambda: write_letter(letterhead()))


@pytest.mark.office
def test_libreoffice_opens_it_on_the_letterhead(tmp_path_factory: pytest.TempPathFactory) -> None:
    pages = page_texts(LETTER.result(tmp_path_factory))
    assert len(pages) >= 5
    assert "Some Street" not in pages[0]
    assert all("Some Street" in page and "Chair: Dr A" in page for page in pages[1:])
    assert all("DRAFT" in page for page in pages)


def relationship(kind: str, target: str, mode: str = "") -> str:
    mode = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="rId77" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def in_header(xml: str) -> Change:
    return replacing("</w:hdr>", f"{xml}</w:hdr>")


def field(code: str) -> Change:
    """Its code in two runs, as Word may write it."""
    half = len(code) // 2
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (code[:half], code[half:]))
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return in_header(f"<w:p>{begin}{runs}{end}</w:p>")


USED = in_header('<w:p><w:hyperlink r:id="rId77"/></w:p>')
DTD = given('<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>')
DEEP = given("<a>" * 3000 + "</a>" * 3000)


def linked(kind: str, target: str, mode: str = "") -> dict[str, Change]:
    return {HEADER: USED, HEADER_LINKS: header_links(relationship(kind, target, mode))}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"[Content_Types].xml": replacing("document.main+xml", "x+xml")}, "is not a Word document"),
        (
            {
                "[Content_Types].xml": replacing(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            },
            "is a document with macros",
        ),
        ({"_rels/.rels": given("<Relationships/>")}, "is not a Word document"),
        ({"_rels/.rels": replacing(OFFICE, STRICT)}, "is saved as Strict Open XML"),
        ({MAIN_LINKS: replacing("/relationships/styles", "/relationships/else")}, "has no styles"),
        ({MAIN_LINKS: replacing('"styles.xml"', '"gone.xml"')}, "has no part 'word/gone.xml'"),
        ({"word/styles.xml": DTD}, "declares XML entities"),
        ({"word/document.xml": DTD}, "declares XML entities"),
        ({"word/styles.xml": DEEP}, "nested deeper"),
        ({"word/styles.xml": given("<styles>")}, "not well-formed"),
        ({"word/styles.xml": given("<styles/>")}, "should be <styles> is another"),
        ({"word/styles.xml": given("\xff\xfe<".encode("latin-1"))}, "not well-formed"),
        (
            {"word/styles.xml": given('<?xml version="1.0" encoding="utf-7"?><a/>')},
            "an encoding that cannot be read",
        ),
        ({"word/document.xml": given(b" " * 60_000_000)}, "larger than 50 MB when unpacked"),
        ({"word/numbering.xml": replacing('w:numId="1"', 'w:numId="2147483647"')}, "its lists have numbers"),
        ({"word/document.xml": replacing('w:w="11339"', 'w:w="2000"')}, "leaves no room for text"),
        ({"word/document.xml": replacing('w:w="11339"', 'w:w="999999999"')}, "leaves no room for text"),
        ({HEADER: given("<html></html>")}, "should be <hdr> is another"),
        (linked("image", "https://example.org/logo.png", "External"), "takes 'image' from outside the file"),
        (linked("hyperlink", "file:///etc/passwd", "External"), "takes 'hyperlink' from outside the file"),
        (
            linked("attachedTemplate", "http://example.org/x.dotm", "External"),
            "takes 'attached",
        ),
        (linked("oleObject", "../embeddings/x.bin"), "has 'oleObject' in a header or footer"),
        (linked("image", "../../../../etc/passwd"), "a picture of a kind"),
        (linked("image", "media/none.png"), "has no part 'word/media/none.png'"),
        (
            {HEADER: field('INCLUDEPICTURE "http://example.org/x.png"')},
            "a field that a letterhead cannot have",
        ),
        ({HEADER: field("DDEAUTO c:\\\\windows\\\\cmd.exe")}, "a field that a letterhead cannot have"),
        ({HEADER: field('HYPERLINK "file:///c:/x"')}, "a field that a letterhead cannot have"),
        (
            {HEADER: in_header('<w:p><w:fldSimple w:instr="LINK Excel.Sheet x"/></w:p>')},
            "a field that a letterhead cannot have",
        ),
        ({HEADER: in_header('<w:p><w:pict src="\\\\host\\x.png"/></w:p>')}, "takes something from outside"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_template_that_is_broken_or_reaches_outside_is_refused(
    changes: dict[str, Change], why: str
) -> None:
    with pytest.raises(UnfitLetterhead, match=why):
        read_letterhead(changed(letterhead(), changes))


def test_why_is_said_in_one_line_that_no_terminal_obeys() -> None:
    target = "https://x/\n::error::\u009b31m\u202e"
    with pytest.raises(UnfitLetterhead) as refused:
        read_letterhead(changed(letterhead(), linked("image", target, "External")))
    assert str(refused.value).isascii()
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "is not a Word document"),
        (b"%PDF-1.7", "is not a Word document"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "has a password"),
        (b"PK" + b"\0" * 20_000_001, "is larger than 20 MB"),
        (changed(letterhead(), {f"x{number}": given("") for number in range(2001)}), "is not made as Word"),
    ],
    ids=["empty", "pdf", "old", "large", "many parts"],
)
def test_a_file_that_is_no_word_document_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(UnfitLetterhead, match=why):
        read_letterhead(raw)


@pytest.mark.slow
def test_macros_beside_the_parts_that_are_taken_stay_behind() -> None:
    links = replacing(
        "</Relationships>",
        '<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
        ' Target="vbaProject.bin"/></Relationships>',
    )
    raw = write_letter(changed(letterhead(), {"word/vbaProject.bin": given(b"macro"), MAIN_LINKS: links}))
    assert not [name for name in names(raw) if "vba" in name]


def test_a_template_attached_from_elsewhere_stays_behind() -> None:
    """Word notes in its settings which template a document was made from, mostly on a drive of the CCG."""
    link = relationship("attachedTemplate", "file:///N:/Templates/x.dotx", "External")
    settings = given(f'<Relationships xmlns="{OFFICE[:0]}">{link}</Relationships>')
    raw = write_letter(changed(letterhead(), {"word/_rels/settings.xml.rels": settings}))
    with ZipFile(io.BytesIO(raw)) as package:
        assert not [name for name in package.namelist() if b"attachedTemplate" in package.read(name)]


@pytest.mark.slow
def test_links_to_the_web_in_a_header_are_kept() -> None:
    raw = write_letter(changed(letterhead(), linked("hyperlink", "https://www.example.nhs.uk/", "External")))
    targets = [rel.target_ref for rel in opened(raw).sections[0].first_page_header.part.rels.values()]
    assert "https://www.example.nhs.uk/" in targets


def test_other_prefixes_than_words_own_are_understood() -> None:
    """As some programs other than Word write them."""

    def renamed(content: bytes) -> bytes:
        for old, new in ((b"<w:", b"<x:"), (b"</w:", b"</x:"), (b"xmlns:w=", b"xmlns:x="), (b" w:", b" x:")):
            content = content.replace(old, new)
        return content

    parts = ("word/styles.xml", "word/numbering.xml", HEADER)
    raw = write_letter(changed(letterhead(), dict.fromkeys(parts, renamed)))
    assert opened(raw).paragraphs[0].style.name == "Title"
    assert opened(raw).sections[0].first_page_header.paragraphs[-1].text == "DRAFT"


@pytest.mark.slow
@settings(deadline=None, max_examples=examples(60))
@generated(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=40))
def test_a_damaged_file_is_refused_or_read_but_never_crashes(damage: list[tuple[float, int]]) -> None:
    raw = bytearray(letterhead())
    for place, value in damage:
        raw[int(place * len(raw))] = value
    try:
        found = read_letterhead(bytes(raw))
    except UnfitLetterhead:
        return
    assert write_with(Document(PROPERTIES, (text("x"),)), found)[0].startswith(b"PK")
