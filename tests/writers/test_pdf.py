"""The PDF writer, read back by other programs: a validator, pikepdf and poppler."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import product
from operator import itemgetter
from pathlib import Path
from threading import local
from typing import Any

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Name

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Properties,
    Quote,
    Table,
)
from eoi.document.inline import (
    Checkbox,
    Code,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Remark,
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import release_terms
from eoi.document.walk import walk_blocks
from eoi.writers import list_formats, typesetting
from eoi.writers.comments import add_annex
from eoi.writers.pdf import SUFFIX, page_count, write
from eoi.writers.typesetting import UnavailableFormat
from tests.pdf_structure import Element, structure
from tests.programs import page_texts
from tests.readers import READERS, normalised, printed
from tests.samples import COMPLETE, EXAMPLES, ROOT, checklist_document, interest, interest_in
from tests.thorough import examples, some_of

UA, A2 = page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A
PROPERTIES = Properties(
    "Expression of interest", "NHS Somewhere CCG", "Primary care", ("nhs", "gp"), "2014-06-20"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><text y="20">Drawn words</text></svg>'
LONG = "The committee agrees each payment in advance and publishes what it decided within a month. " * 2


def text(words: str, *more: Inline) -> Paragraph:
    return Paragraph((Text(words), *more))


def heading(level: int, words: str, anchor: str = "") -> Heading:
    return Heading(level, (Text(words),), anchor)


def column(words: str) -> Cell:
    return Cell((text(words),), "col")


def label(words: str) -> Cell:
    return Cell((text(words),), "row")


def cells(*words: str) -> tuple[Cell, ...]:
    return tuple(Cell((text(word),) if word else ()) for word in words)


def table(*rows: tuple[Cell, ...], **fields: Any) -> Table:
    return Table((Text("Functions in scope"),), (column("Function"), column("In scope?")), rows, **fields)


EVERYTHING: tuple[Block, ...] = (
    heading(1, "Expression of interest", "title"),
    Paragraph((Text("NHS Somewhere CCG"),), "subtitle"),
    Table((), (), ((label("Form"), *cells("Joint")), (label("Submitted"), Cell(()))), kind="details"),
    Contents(),
    heading(2, "A. Vision", "a-vision"),
    Paragraph((Text("What is the vision?"),), "question"),
    text("Plain, ", Strong((Text("strong"), Emphasis((Text(" both"),)))), LineBreak(), Code("a.b")),
    text("See ", Reference("table-1", "Table 1"), Link("https://example.org/?a=1&b=2", (Text(" or here"),))),
    text("From a source", Footnote((Text("The source, "), Link("https://example.org/", (Text("page 2"),))))),
    text("Done: ", Checkbox(True), Text(" not done: "), Checkbox(False)),
    Paragraph((RemarkedWords((Text("Remarked words"),), (Remark("a-rule", ("What it expects.",)),)),)),
    heading(3, "I. Fit", "i-fit"),
    text("These are:"),
    BulletList(
        (
            (
                text("first"),
                text("goes on"),
                BulletList(((text("deeper"), NumberedList(((text("deepest"),),))),)),
            ),
            (Quote((text("quoted"), Quote((text("within"),)))),),
            (Callout("gap", (text("missing"), BulletList(((text("this"),),))), "a.b"),),
            (table(cells("x", "y")),),
            (),
        )
    ),
    heading(5, "Smaller part, two levels down", "smaller-part"),
    table(
        (label("Contracts"), Cell((BulletList(((text("one"),), (text("two"),))),))),
        (label("Estates"), Cell((Callout("gap", (text("missing"),)), table((label("in"), *cells("out")))))),
        (
            Cell((), "row"),
            Cell((Callout("note", (text("note"),)), Quote((text("quote"),)), text("שלום"))),
        ),
        anchor="table-1",
        number=1,
    ),
    Figure(
        (Text("Scope at a glance"),),
        SVG,
        'Ten functions are in scope; "two" & more <are> not',
        200,
        80,
        "f",
        1,
    ),
    Callout("note", (text("left open"), NumberedList(((text("one"),),), 3))),
    heading(2, "B. Scope", "b-scope"),
    Table(
        (Text("Wide"),),
        tuple(map(column, ("Function", "Lead", "Comment", "Risk", "Forum"))),
        (
            (
                label("Contracts of general practices and what they are paid for"),
                *cells("CCG", LONG, LONG, LONG),
            ),
        ),
        number=2,
    ),
    heading(2, "C. Signatures", "c"),
    Table((), (), (cells("Dr A, Chair", "Signed"), cells("B, Officer", "Signed")), kind="signatures"),
    text("العربية then English"),
    text("As 日本 and 👩 say"),
)


def document(*blocks: Block, properties: Properties = PROPERTIES) -> Document:
    return Document(properties, blocks)


def written(*blocks: Block, properties: Properties = PROPERTIES) -> bytes:
    return write(document(*blocks, properties=properties))


@cache
def everything() -> bytes:
    return written(*EVERYTHING)


@cache
def tree() -> Element:
    return structure(everything())


def opened(raw: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(raw))


def failures(raw: bytes) -> list[str]:
    """What the validator finds against either standard."""
    reports = [page.validate_pdf_bytes(raw, profile=profile) for profile in (UA, A2)]
    assert [report.rules.total > 90 for report in reports] == [True, True]
    return [failure.rule_id for report in reports for failure in report.failures]


def body_words(raw: bytes) -> str:
    return normalised(READERS["pdf"](raw))


# Standards


def test_a_document_with_everything_is_pdf_ua_and_pdf_a() -> None:
    assert failures(everything()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "path"),
    some_of(product((interest, checklist_document), (COMPLETE, *EXAMPLES)), 2, itemgetter(0)),
    ids=lambda one: one.stem if isinstance(one, Path) else one.__name__,
)
def test_every_example_is_pdf_ua_and_pdf_a(path: Path, kind: Callable[[bytes], Document]) -> None:
    raw = path.read_bytes()
    assert failures(interest_in("pdf", raw) if kind is interest else write(kind(raw))) == []


def dictionaries(pdf: pikepdf.Pdf) -> list[Any]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]


def no_alternative_text(pdf: pikepdf.Pdf) -> None:
    for element in dictionaries(pdf):
        if element.get("/S") == Name.Figure:
            del element["/Alt"]


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def no_title_in_the_window(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def a_level_left_out(pdf: pikepdf.Pdf) -> None:
    for element in dictionaries(pdf):
        if element.get("/S") == Name.H2:
            element.S = Name.H4


def no_font(pdf: pikepdf.Pdf) -> None:
    for element in dictionaries(pdf):
        if "/FontFile2" in element:
            del element["/FontFile2"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "spoil",
    [no_alternative_text, no_language, no_title_in_the_window, no_structure, a_level_left_out, no_font],
)
def test_the_validator_would_find_a_spoiled_file(spoil: Callable[[pikepdf.Pdf], None]) -> None:
    spoiled = io.BytesIO()
    with opened(everything()) as pdf:
        spoil(pdf)
        pdf.save(spoiled, fix_metadata_version=False)
    assert failures(spoiled.getvalue())


@pytest.mark.slow
def test_the_file_is_sound_after_its_bytes_were_edited() -> None:
    raw = everything()
    with opened(raw) as pdf:
        assert pdf.check_pdf_syntax() == []
        numbers = [
            item.objgen[0] for item in pdf.objects if isinstance(item, pikepdf.Object) and item.is_indirect
        ]
    for number in numbers:
        assert len(re.findall(rb"(?:^|\n)%d 0 obj\n" % number, raw)) == 1
    lengths = re.findall(rb"/Length (\d+)[^\n]*\nstream\n", raw)
    starts = [found.end() for found in re.finditer(rb"/Length \d+[^\n]*\nstream\n", raw)]
    ends = [raw[start + int(size) :][:12] for start, size in zip(starts, lengths, strict=True)]
    assert len(ends) > 10
    assert {end.lstrip(b"\r").split(b"\n")[1] for end in ends} == {b"endstream"}


# What a validator cannot see


def scopes(tree: Element) -> list[tuple[str, str]]:
    return [(cell.attribute("Scope"), cell.text) for cell in tree.all("TH")]


def expected_scopes(blocks: tuple[Block, ...]) -> list[str]:
    tables = [block for block in walk_blocks(blocks) if isinstance(block, Table)]
    rows = [row for block in tables for row in ((block.head,) if block.head else ()) + block.rows]
    return sorted({"col": "Column", "row": "Row"}[cell.scope] for row in rows for cell in row if cell.scope)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["everything", "interest", "checklist"])
def test_header_cells_say_whether_they_head_a_column_or_a_row(name: str) -> None:
    raw = EXAMPLES[0].read_bytes()
    made, read = {
        "interest": lambda: (interest(raw), structure(interest_in("pdf", raw))),
        "checklist": lambda: (checklist_document(raw), structure(write(checklist_document(raw)))),
        "everything": lambda: (document(*EVERYTHING), tree()),
    }[name]()
    blocks, found = made.blocks, scopes(read)
    assert sorted(scope for scope, _ in found) == expected_scopes(blocks)
    assert len(found) >= 15


def test_a_header_of_a_row_is_the_cell_that_names_it() -> None:
    found = scopes(tree())
    assert ("Row", "Contracts") in found
    assert ("Row", "Form") in found
    assert ("Column", "In scope?") in found


def test_other_cells_are_no_headers_and_go_by_the_scopes() -> None:
    plain = list(tree().all("TD"))
    assert {cell.attribute("Headers") for cell in plain} == {""}
    assert "Joint" in [cell.text for cell in plain]


def test_there_are_as_many_tables_as_in_the_source_and_each_head_is_tagged() -> None:
    tables = [block for block in walk_blocks(EVERYTHING) if isinstance(block, Table)]
    assert len(list(tree().all("Table"))) == len(tables)
    assert len(list(tree().all("THead"))) == sum(bool(block.head) for block in tables)


def test_a_table_that_goes_on_is_one_table_whose_head_repeats_for_the_eye_only() -> None:
    long = table(*((label(f"Row {number}"), *cells("Yes")) for number in range(150)))
    raw = written(heading(1, "Title"), long)
    root = structure(raw)
    assert page_count(raw) > 3
    assert len(list(root.all("Table"))) == len(list(root.all("THead"))) == 1
    assert len(list(root.all("TR"))) == 151


def test_a_picture_tells_what_the_source_says_it_shows() -> None:
    (figure,) = tree().all("Figure")
    (source,) = (block for block in EVERYTHING if isinstance(block, Figure))
    assert str(figure.entries["/Alt"]) == source.alt


def test_captions_are_numbered() -> None:
    captions = [caption.text for caption in tree().all("Caption")]
    assert {"Table 1: Functions in scope", "Figure 1: Scope at a glance", "Functions in scope"} <= set(
        captions
    )


def test_headings_are_tagged_by_level_and_none_is_left_out() -> None:
    found = [(element.role, element.text) for element in tree().all("H1", "H2", "H3", "H4", "H5")]
    assert found == [
        ("H1", "Expression of interest"),
        ("H2", "Contents"),
        ("H2", "A. Vision"),
        ("H3", "I. Fit"),
        ("H4", "Smaller part, two levels down"),
        ("H2", "B. Scope"),
        ("H2", "C. Signatures"),
        ("H2", "Comments"),
    ]


def test_bookmarks_follow_the_headings() -> None:
    with opened(everything()) as pdf, pdf.open_outline() as outline:
        (root,) = outline.root
        assert root.title == "Expression of interest"
        assert [item.title for item in root.children] == [
            "Contents",
            "A. Vision",
            "B. Scope",
            "C. Signatures",
            "Comments",
        ]
        assert [item.title for item in root.children[1].children] == ["I. Fit"]


def test_contents_list_the_headings_with_their_pages_and_lead_to_them() -> None:
    contents = next(tree().all("TOC"))
    assert re.findall(r"(\w[^\u2060]*) \u2060(\d+)", contents.text) == [
        ("A. Vision", "1"),
        ("B. Scope", "3"),
        ("C. Signatures", "4"),
        ("Comments", "5"),
    ]
    assert len(list(contents.all("Link"))) == 4


def test_the_window_shows_the_title_and_the_file_says_what_it_is() -> None:
    with opened(everything()) as pdf:
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == "en-GB"
        info, metadata = pdf.docinfo, pdf.open_metadata()
        assert str(info.Title) == metadata["dc:title"] == PROPERTIES.title
        assert str(info.Author) == PROPERTIES.author
        assert metadata["dc:creator"] == [PROPERTIES.author]
        assert str(info.Subject) == metadata["dc:description"] == PROPERTIES.subject
        assert str(info.Keywords) == "nhs, gp"
        assert metadata["xmp:CreateDate"].startswith("2014-06-20")
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (
            "1",
            "2",
            "A",
        )


@pytest.mark.parametrize("date", ["", "2014-06", "June", "2014-02-31"])
def test_an_unknown_date_is_the_one_that_programs_take_for_none(date: str) -> None:
    with opened(written(text("x"), properties=Properties("Title", "Author", date=date))) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:19700101")


def test_every_font_is_a_shipped_one_and_tells_what_its_glyphs_mean() -> None:
    with opened(everything()) as pdf:
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == Name.Type0
        ]
        names = {str(font.BaseFont).split("+")[1] for font in fonts}
        assert all("/ToUnicode" in font for font in fonts)
    assert {"LiberationSans", "LiberationSans-Bold", "LiberationMono", "DejaVuSans"} <= names
    assert all(name.startswith(("Liberation", "DejaVu")) for name in names)


def test_the_words_of_a_picture_come_out_in_the_shipped_font() -> None:
    figure = Figure(
        (), SVG.replace("<text", '<text font-family="Nothing Known, serif"'), "alt", 200, 80, "f", 1
    )
    with opened(written(heading(1, "Title"), figure)) as pdf:
        assert {str(font.BaseFont).split("+")[1] for font in pdf.pages[0].resources.Font.values()} == {
            "LiberationSans",
            "LiberationSans-Bold",
        }


def test_links_lead_within_the_document_and_out_of_it() -> None:
    with opened(everything()) as pdf:
        links = [link for sheet in pdf.pages for link in sheet.get("/Annots", [])]
        out = [str(link.A.URI) for link in links if "/URI" in link.get("/A", {})]
    assert out == ["https://example.org/?a=1&b=2", "https://example.org/"]
    assert "Table 1" in [link.text for link in tree().all("Link")]


@pytest.mark.parametrize(
    "href", ["#nowhere", "javascript:alert(1)", "file:///etc/passwd", "http:", "https://x/" + "y" * 9000]
)
def test_a_link_that_must_not_be_followed_is_only_text(href: str) -> None:
    root = structure(written(heading(1, "Title"), text("see ", Link(href, (Text("this"),)))))
    assert list(root.all("Link")) == []
    assert [paragraph.text for paragraph in root.all("P")] == ["see this"]


def test_a_footnote_is_a_note_with_its_text() -> None:
    (note,) = tree().all("Note")
    assert note.text_without("Lbl").split() == ["The", "source,", "page", "2"]


def test_check_boxes_are_there_to_be_read_and_remarks_are_not() -> None:
    words = body_words(everything())
    assert "Done: ☑ not done: ☐" in words
    assert "Remarked words" in words
    assert "What it expects" not in words


def test_a_numbered_list_starts_where_it_says() -> None:
    raw = written(heading(1, "Title"), NumberedList(((text("a"),), (text("b"),)), 7))
    assert [item.text_without().split() for item in structure(raw).all("Lbl")] == [["7."], ["8."]]


def test_wide_tables_stand_on_pages_on_their_side() -> None:
    with opened(everything()) as pdf:
        wide = [float(sheet.mediabox[2]) > float(sheet.mediabox[3]) for sheet in pdf.pages]
    assert wide == [False, False, True, False, False]


def pages_at_the_foot_of(page_of_text: int, *blocks: Block, folder: Path) -> list[str]:
    path = folder / f"foot.{SUFFIX}"
    path.write_bytes(written(*[text("line")] * page_of_text, *blocks))
    return page_texts(path)


@pytest.mark.office
def test_a_small_table_is_not_parted_by_the_foot_of_a_page(tmp_path: Path) -> None:
    rows = [cells(f"row {number}", "Yes") for number in range(4)]
    for lines in range(24, 34):
        found = pages_at_the_foot_of(lines, table(*rows), folder=tmp_path)
        assert sum("row" in page for page in found) == 1


@pytest.mark.office
def test_the_last_of_several_gaps_is_not_left_alone_on_a_page(tmp_path: Path) -> None:
    gaps = [Callout("gap", (text(f"To complete: {number}"),)) for number in range(3)]
    for lines in range(24, 34):
        *_, last = pages_at_the_foot_of(lines, *gaps, folder=tmp_path)
        assert last.count("To complete") != 1


@pytest.mark.office
def test_a_short_path_is_not_parted_by_the_end_of_a_line(tmp_path: Path) -> None:
    for words in range(12, 30):
        path = tmp_path / f"path.{SUFFIX}"
        path.write_bytes(written(Paragraph((Text("add " * words), Code("benefits.involvement")))))
        assert "benefits.involvement" in page_texts(path)[0]


@pytest.mark.parametrize("blocks", [EVERYTHING, (text("x"),), (*EVERYTHING, *EVERYTHING[4:])])
def test_pages_are_counted(blocks: tuple[Block, ...]) -> None:
    raw = written(*blocks)
    with opened(raw) as pdf:
        assert page_count(raw) == len(pdf.pages)


@pytest.mark.office
@pytest.mark.parametrize("draft", [True, False])
def test_each_page_after_the_cover_has_a_header_and_its_number(tmp_path: Path, draft: bool) -> None:
    path = tmp_path / f"everything.{SUFFIX}"
    path.write_bytes(written(*EVERYTHING, properties=Properties("Title & more", "Author", draft=draft)))
    cover, *others = page_texts(path)
    assert "Title & more" not in cover
    assert ("DRAFT" in cover) is draft
    assert "Page" not in cover
    for number, printed_page in enumerate(others, 2):
        assert "Title & more" in printed_page.lstrip().split("\n")[0]
        assert ("DRAFT" in printed_page.split("\n")[0]) is draft
        assert f"Page {number} of {len(others) + 1}" in printed_page


# Text that people write


@pytest.mark.slow
@pytest.mark.parametrize(
    "nasty",
    [
        '#read("/etc/passwd")',
        '#import "@preview/x:1.0.0"',
        "$x^2$ *bold* _italic_ `code` @ref <label> = heading",
        "\\ backslash \\u{41} \\# // comment /* comment */ ~ --- ...",
        "[bracket] {brace} #{1+1} #let x = 1; #x",
        "'single' \"double\" quotes",
        "R&D <script>alert(1)</script> &amp; &#65; ]]>",
    ],
)
def test_what_typst_would_take_for_markup_comes_out_as_it_went_in(nasty: str) -> None:
    raw = written(
        heading(1, nasty, nasty),
        text(nasty, Code(nasty), Footnote((Text(nasty),)), Reference(nasty, nasty)),
        table((label(nasty), *cells(nasty)), anchor=nasty),
        Figure((Text(nasty),), SVG, nasty, 200, 80, nasty, 1),
        properties=Properties(nasty, nasty, nasty, (nasty,), nasty),
    )
    root = structure(raw)
    shown = " ".join(nasty.split())
    assert [element.text for element in root.all("H1")] == [shown]
    assert [element.text for element in root.all("Code")] == [shown]
    assert [str(element.entries["/Alt"]) for element in root.all("Figure")] == [nasty]
    assert body_words(raw).count(normalised(nasty)) == 8
    assert failures(raw) == []


@pytest.mark.slow
@settings(deadline=None, max_examples=examples(60))
@given(st.text(st.characters(codec=None)))
def test_no_text_is_lost_or_stops_the_build(anything: str) -> None:
    raw = written(
        heading(1, "Title" + anything, anything),
        text(anything, Code(anything), Strong((Text(anything),)), Link(f"#{anything}", (Text(anything),))),
        table((label(anything), *cells(anything))),
        Figure((Text(anything),), SVG, anything, 200, 80, "f", 1),
        properties=Properties(anything, anything, anything, (anything,), anything),
    )
    found = Counter(body_words(raw))
    lost = Counter("".join(printed(normalised(anything)).split()) * 7) - found
    assert not lost


@pytest.mark.parametrize(
    "half", ["half \ud83d", "\x00", "\x1b[31m", "\ufffe", "\u2028", "\ufeff", "\u0338" * 20]
)
def test_characters_that_no_document_can_hold_do_not_stop_the_build(half: str) -> None:
    raw = written(heading(1, half or "x"), text(half), properties=Properties(half, half, half, (half,)))
    assert failures(raw) == []


def test_a_character_that_no_font_has_is_spelt() -> None:
    spelling = (
        "As [U+65E5 CJK UNIFIED IDEOGRAPH-65E5][U+672C CJK UNIFIED IDEOGRAPH-672C] and [U+1F469 WOMAN] say"
    )
    assert spelling in body_words(everything())


def test_accents_that_no_font_can_put_together_are_spelt() -> None:
    raw = written(heading(1, "Title"), Paragraph((LineBreak(), Text("\u0eb7\ufed7"))), text("e\u0323"))
    assert "[U+0EB7 LAO VOWEL SIGN YY]" in body_words(raw)
    assert "e[U+0323 COMBINING DOT BELOW]" in body_words(raw)
    assert failures(raw) == []


def test_words_from_right_to_left_are_read_in_their_order() -> None:
    raw = written(
        heading(1, "Title"), text("שלום עולם"), text("مرحبا بالعالم"), table(cells("مرحبا بالعالم", "x"))
    )
    assert "שלום עולם مرحبا بالعالم" in body_words(raw)
    assert body_words(raw).endswith("مرحبا بالعالم x")


def test_blocks_within_blocks_are_all_there_however_deep() -> None:
    block: Block = text("leaf")
    for depth in range(40):
        block = (BulletList(((text(f"item{depth}"), block),)), Quote((block,)), Callout("gap", (block,)))[
            depth % 3
        ]
    words = body_words(written(heading(1, "Title"), block)).split()
    assert words == ["Title", *(f"item{depth}" for depth in range(39, -1, -3)), "leaf"]


def test_a_row_taller_than_a_page_loses_nothing() -> None:
    words = [f"word{number}" for number in range(4000)]
    raw = written(heading(1, "Title"), table((label("x"), *cells(" ".join(words)))))
    assert body_words(raw).split()[-4000:] == words
    assert page_count(raw) > 3


def test_a_word_longer_than_its_column_stays_one_word() -> None:
    long = "applicants[0].commissioning_support.provider." * 6
    raw = written(heading(1, "Title"), text("", Code(long)), text(long), table(cells("x" * 200, long)))
    assert body_words(raw).split()[1:3] == [long, long]
    assert body_words(raw).split()[-2:] == ["x" * 200, long]


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Contents(),),
        (Paragraph(()),),
        (heading(4, ""),),
        (Table((), (), ()), Table((Text("Only a caption"),), (), (), "t", 1), Table((), (column("a"),), ())),
        (BulletList(()), BulletList(((),)), NumberedList(((),), 999_999_999), Quote(()), Callout("gap", ())),
        (table(cells("a", "b"), anchor="same"), heading(2, "x", "same"), heading(2, "y", "same")),
        (
            heading(2, "x", "a"),
            text("", Link("#a", (Link("https://example.org", (Text("twice"),)),)), Link("#a", ())),
        ),
    ],
    ids=range(8),
)
def test_odd_documents_are_written_too(blocks: tuple[Block, ...]) -> None:
    assert failures(written(*blocks, properties=Properties("", ""))) == []


# Where it is made


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(*EVERYTHING) == everything()


MAKE = """
import os, sys
from tests.writers.test_pdf import everything
os.rmdir(os.getcwd())
sys.stdout.buffer.write(everything())
"""


@pytest.mark.slow
def test_nothing_around_the_process_matters(tmp_path: Path) -> None:
    """No home, a working folder that is gone, and another clock, language and hash seed."""
    gone = tmp_path / "gone"
    gone.mkdir()
    environment = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    # An installed program seeks no modules in its working folder; Python 3.13 stumbles where that is gone.
    command = [sys.executable, "-P", "-c", MAKE]
    made = subprocess.run(command, cwd=gone, env=environment, capture_output=True, timeout=120)
    assert made.stderr == b""
    assert made.stdout == everything()


@pytest.mark.parametrize(
    ("platform", "advice"),
    [
        ("linux-x86_64", "; type: pip install typst, or save the Word document as PDF instead"),
        (
            "win-arm64",
            ", and for Python on Windows on ARM there is none; save the Word document as PDF instead",
        ),
    ],
)
def test_without_typst_pdf_says_plainly_why_it_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch, platform: str, advice: str
) -> None:
    monkeypatch.setattr(typesetting, "own", local())
    monkeypatch.setattr("sysconfig.get_platform", lambda: platform)
    monkeypatch.setitem(sys.modules, "typst", None)
    why = f"PDF cannot be written here: the package 'typst' is not installed{advice}"
    with pytest.raises(UnavailableFormat, match=f"^{re.escape(why)}$"):
        written(text("x"))
    assert "pdf" in list_formats()


def test_without_memory_for_typst_pdf_says_that_it_cannot_be_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reason = "failed to map segment from shared object"
    (tmp_path / "typst.py").write_text(f'raise ImportError("{reason}")\n', encoding="utf-8")
    monkeypatch.setattr(typesetting, "own", local())
    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UnavailableFormat, match=rf"'typst' cannot be loaded \({reason}\); save the Word"):
        written(text("x"))


def test_listing_the_formats_does_not_load_typst() -> None:
    code = (
        "import sys; from eoi.writers import find_writer; find_writer('pdf'); print('typst' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True, timeout=60
    )
    assert ran.stdout.split() == [b"False"]


@pytest.mark.slow
def test_the_sections_of_an_example_are_its_bookmarks() -> None:
    with opened(interest_in("pdf", EXAMPLES[0].read_bytes())) as pdf, pdf.open_outline() as outline:
        (root,) = outline.root
        titles = [item.title for item in root.children]
    blocks = add_annex(interest(EXAMPLES[0].read_bytes())).blocks
    assert titles == [
        "Contents"
        if isinstance(b, Contents)
        else f"{b.number} {release_terms(read_plain_words(b.children))}".strip()
        for b in blocks
        if isinstance(b, Contents) or (isinstance(b, Heading) and b.level == 2)
    ]
