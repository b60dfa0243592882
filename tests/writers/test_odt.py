"""The OpenDocument writer: what an XML parser finds of each thing that a document can hold."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.blocks import Block, BulletList, Callout, Cell, NumberedList, Paragraph, Quote, Table
from eoi.document.inline import Checkbox, Code, Emphasis, Footnote, LineBreak, Link, Reference, Strong, Text
from tests.opendocument import asked, content, every, full, part, remarked_words, text_of, values, words
from tests.word import EVERYTHING, GAP, STYLE, cells, figure, heading, remarked, table, text


def test_headings_have_their_level_in_the_outline_and_the_title_has_none() -> None:
    root = content(*(heading(level, f"Level {level}", f"h{level}") for level in range(1, 6)))
    assert values(root, "text:p", "text:style-name")[:1] != values(root, "text:h", "text:style-name")[:1]
    assert values(root, "text:h", "text:outline-level") == ["1", "2", "3", "4"]
    assert values(root, "text:h", "text:style-name") == [f"Heading_20_{level}" for level in range(1, 5)]


def test_every_style_named_anywhere_exists() -> None:
    found, styles = content(*EVERYTHING), part("styles.xml", *EVERYTHING)
    named = {
        value
        for root in (found, styles)
        for element in root.iter()
        for key, value in element.attrib.items()
        if key.endswith(("style-name", "master-page-name", "page-layout-name"))
    }
    kinds = ("style:style", "text:list-style", "style:master-page", "style:page-layout")
    defined = {
        name for root in (found, styles) for kind in kinds for name in values(root, kind, "style:name")
    }
    assert len(named) > 40
    assert named <= defined


def test_styles_are_shown_by_their_names_with_spaces() -> None:
    (named,) = every(part("styles.xml"), "office:styles")
    for style in every(named, "style:style"):
        name = style.attrib[full("style:name")]
        assert style.get(full("style:display-name"), name) == name.replace("_20_", " ")


def test_lists_in_cells_are_native_and_closer_than_those_in_the_body() -> None:
    items = BulletList(((text("one"),), (text("two"),)))
    root = content(items, table((Cell((items,)), *cells("Yes"))))
    in_body, in_cell = every(root, "text:list")
    assert [words(item) for item in in_cell] == ["one", "two"]
    assert in_body.get(full("text:style-name")) == "Bullets"
    assert in_cell.get(full("text:style-name")) == "Table_20_Bullets"


def test_a_nested_list_stands_in_the_item_it_belongs_to() -> None:
    block: Block = text("leaf")
    for _ in range(12):
        block = BulletList(((text("item"), block),))
    root = content(block)
    assert len(every(root, "text:list")) == 12
    assert words(root).split() == ["item"] * 12 + ["leaf"]
    deepest = root.find(".//" + "/".join([full("text:list"), full("text:list-item")] * 12))
    assert deepest is not None


def test_each_numbered_list_starts_where_it_says() -> None:
    lists = (NumberedList(((text("a"),), (text("b"),))), NumberedList(((text("c"),), (text("d"),)), 7))
    items = every(content(*lists), "text:list-item")
    assert [item.get(full("text:start-value")) for item in items] == ["1", None, "7", None]


@pytest.mark.parametrize(
    "first",
    [Quote((text("x"),)), Callout("gap", (text("x"),)), table(cells("x", "y")), BulletList(((text("x"),),))],
)
def test_an_item_keeps_its_marker_and_its_text_whatever_it_starts_with(first: Block) -> None:
    root = content(NumberedList(((first, text("then")),)))
    item = every(root, "text:list-item")[0]
    assert item[0].tag == full("text:p")
    assert "x" in words(root)
    assert words(root).endswith("then")


def test_a_list_goes_on_after_the_table_in_one_of_its_items() -> None:
    """OpenDocument has no tables in lists."""
    items = NumberedList(((text("one"), table(cells("x", "y")), text("more")), (text("two"),)), 4)
    root = content(BulletList(((text("outer"), items),)))
    assert words(root).split("\n")[-4:] == ["x", "y", "more", "two"]
    assert not [inner for outer in every(root, "text:list") for inner in every(outer, "table:table")]
    assert values(root, "text:list-item", "text:start-value") == ["4", "5"]
    (goes_on,) = (header for header in every(root, "text:list-header") if words(header) == "more")
    assert goes_on.find(full("text:p")) is not None


def test_a_paragraph_that_leads_to_a_list_stays_on_its_page() -> None:
    root = content(text("before"), text("These are:"), BulletList(((text("one"),),)))
    _, lead, item = every(root, "text:p")
    assert asked(root, lead, "fo:keep-with-next") == "always"
    assert item.get(full("text:style-name")) == "List_20_Bullet"


def test_a_callout_in_a_list_stands_as_far_in_as_the_list() -> None:
    root = content(BulletList(((text("first"), Callout("gap", (text("missing"),))),)))
    assert asked(root, every(root, "text:p")[1], "fo:margin-left") == "19.85pt"


def test_a_header_row_repeats_on_every_page_and_no_row_breaks() -> None:
    root = content(table(cells("a", "b"), cells("c", "d")))
    (repeated,) = every(root, "table:table-header-rows")
    assert [words(row).split() for row in repeated] == [["Function", "In", "scope?"]]
    rows = every(root, "table:table-row")
    assert [asked(root, row, "fo:keep-together") for row in rows] == ["always"] * 3


def test_a_row_that_no_page_could_hold_may_break() -> None:
    root = content(table(cells("a long story. " * 2000, "b")))
    assert asked(root, every(root, "table:table-row")[1], "fo:keep-together") == "auto"


def test_columns_fill_the_page() -> None:
    long = "Bringing in new providers, managing procurements and deciding on practice mergers"
    root = content(table(cells(long, "Yes")))
    shares = [
        float(width.removesuffix("pt"))
        for width in values(root, "style:table-column-properties", "style:column-width")
    ]
    assert list(accumulate(shares))[-1] == pytest.approx(470.6)
    assert shares[1] < 75


def test_tables_have_names_of_their_own_and_their_caption_as_title() -> None:
    root = content(table(cells("a", "b")), table(cells("c", "d")))
    assert len(set(values(root, "table:table", "table:name"))) == 2
    assert [title.text for title in every(root, "table:title")] == ["Functions in scope"] * 2


def test_a_signature_row_leaves_room_to_sign() -> None:
    root = content(Table((), (), (cells("Dr A, Chair", "Signed"),), kind="signatures"))
    assert asked(root, every(root, "table:table-row")[0], "style:min-row-height") == "51pt"  # 1.3 cm


def test_labels_of_a_details_table_are_tinted() -> None:
    root = content(Table((), (), (cells("Form", "Joint"),), kind="details"))
    tints = [asked(root, cell, "fo:background-color") for cell in every(root, "table:table-cell")]
    assert tints == ["#f0f4f5", None]


def test_a_numbered_caption_counts_by_a_field_and_reads_as_text() -> None:
    root = content(table(cells("a", "b"), number=1), table(cells("a", "b"), number=4), figure())
    assert words(every(root, "text:p")[0]) == "Table\xa01: Functions in scope"
    assert values(root, "text:sequence", "text:formula") == ["ooow:Table+1", "ooow:4", "ooow:Figure+1"]
    assert len(set(values(root, "text:sequence", "text:ref-name"))) == 3


def test_a_reference_repeats_the_label_of_the_caption_it_leads_to() -> None:
    see = text("See ", Reference("t", "Table 1"), Text(" and "), Reference("figure-1", "Figure 1"))
    root = content(see, table(cells("a", "b"), number=1, anchor="t"), figure())
    fields = every(root, "text:bookmark-ref")
    assert [field.text for field in fields] == ["Table\xa01", "Figure\xa01"]
    names = [field.get(full("text:ref-name")) for field in fields]
    assert names == values(root, "text:bookmark-start", "text:name")
    caption = every(root, "text:p")[1]
    assert [child.tag.partition("}")[2] for child in caption] == [
        "bookmark-start",
        "sequence",
        "bookmark-end",
    ]


def test_a_reference_to_nothing_is_only_text() -> None:
    root = content(text("See ", Reference("nowhere", "Table 9")))
    assert every(root, "text:bookmark-ref") == []
    assert words(root) == "See Table\u00a09"


def test_contents_list_the_headings_and_link_to_them() -> None:
    root = content(*EVERYTHING)
    index = every(root, "text:table-of-content")[0]
    body = index.find(full("text:index-body"))
    assert body is not None
    lines = [line.rstrip("\t") for line in words(body).split("\n")]
    assert lines == ["Contents", "A. Vision", "B. Scope", "C. Pictures"]
    targets = [target.removeprefix("#") for target in values(body, "text:a", "xlink:href")]
    assert len(targets) == 3
    assert set(targets) <= set(values(root, "text:bookmark-start", "text:name"))


def test_contents_ask_for_page_numbers_and_state_none_that_could_be_wrong() -> None:
    index = every(content(*EVERYTHING), "text:table-of-content")[0]
    pages = every(index, "text:bookmark-ref")
    assert {page.get(full("text:reference-format")) for page in pages} == {"page"}
    targets = [target.removeprefix("#") for target in values(index, "text:a", "xlink:href")]
    assert [page.get(full("text:ref-name")) for page in pages] == targets
    assert "".join(page.text or "" for page in pages) == ""


def test_bookmarks_are_unique_whatever_the_anchors() -> None:
    anchors = ["c-scope", "C-scope", "c_scope", "1", "é", "x" * 80, "x" * 81, "-", "c-scope"]
    names = values(content(*(heading(2, a, a) for a in anchors)), "text:bookmark-start", "text:name")
    assert len({name.lower() for name in names}) == len(names) == len(set(anchors))


def test_links_lead_within_the_document_and_out_of_it() -> None:
    within, without = Link("#a", (Text("in"),)), Link("https://example.org/?a=1&b=é x", (Text("out"),))
    root = content(heading(2, "A", "a"), text("", within, without))
    assert values(root, "text:a", "xlink:href") == ["#a", "https://example.org/?a=1&b=%C3%A9%20x"]


@pytest.mark.parametrize("href", ["#nowhere", "javascript:alert(1)", "file:///etc/passwd", "http:"])
def test_a_link_that_must_not_be_followed_is_only_text(href: str) -> None:
    root = content(text("see ", Link(href, (Text("this"),))))
    assert every(root, "text:a") == []
    assert words(root) == "see this"


def test_a_link_within_a_link_is_only_text() -> None:
    inner = Link("https://example.org/2", (Text("b"),))
    root = content(text("", Link("https://example.org/1", (Text("a"), Strong((inner,))))))
    assert values(root, "text:a", "xlink:href") == ["https://example.org/1"]


def test_footnotes_are_numbered_in_order_and_hold_their_text() -> None:
    first, second = (
        Footnote((Text("one, "), Link("https://example.org", (Text("here"),)))),
        Footnote((Text("two"),)),
    )
    root = content(text("a", first), table(cells("x", "y")), text("b", second))
    assert [citation.text for citation in every(root, "text:note-citation")] == ["1", "2"]
    assert [words(body) for body in every(root, "text:note-body")] == ["one, here", "two"]
    assert len(set(values(root, "text:note", "text:id"))) == 2


def test_a_footnote_within_a_footnote_stands_there_in_brackets() -> None:
    root = content(text("a", Footnote((Text("one"), Footnote((Text("two"),))))))
    assert [words(body) for body in every(root, "text:note-body")] == ["one (two)"]


def test_check_boxes_are_characters() -> None:
    root = content(text("", Checkbox(True), Text(" done, "), Checkbox(False), Text(" open")))
    assert words(root) == "☑ done, ☐ open"


def test_remarks_are_annotations_around_their_words() -> None:
    root = content(text("All ", Strong((remarked("these words", GAP, STYLE),)), Text(" count")))
    assert list(remarked_words(root).values()) == ["these words", "these words"]
    first, second = every(root, "office:annotation")
    assert [p.text or p[0].text for p in every(first, "text:p")] == [GAP.title, *GAP.paragraphs]
    assert every(second, "text:p")[0][0].text == STYLE.title


def test_a_remark_is_by_the_program_and_bears_no_date() -> None:
    (note,) = every(content(text("", remarked("x"))), "office:annotation")
    assert [creator.text for creator in every(note, "dc:creator")] == ["eoi"]
    assert every(note, "dc:date") == []


def test_remarks_keep_to_their_words_wherever_they_stand() -> None:
    found = remarked_words(content(*EVERYTHING))
    assert list(found.values()) == [
        "C. Pictures",
        "this is so",
        "this is so",
        " open",
        "Remarks everywhere",
        "Header",
        "cell",
    ]
    assert len(set(found)) == 7


def test_a_remark_in_a_footnote_is_hung_on_its_number() -> None:
    root = content(text("a", Footnote((remarked("source"),))))
    (body,) = every(root, "text:note-body")
    assert every(body, "office:annotation") == []
    assert len(every(root, "office:annotation")) == 1


def test_emphasis_and_code_are_styles() -> None:
    root = content(text("", Strong((Emphasis((Text("both"),)),)), LineBreak(), Code("a.b")))
    names = ["Strong_20_Emphasis", "Emphasis", "Source_20_Text"]
    assert values(root, "text:span", "text:style-name") == names
    assert words(root) == "both\na.b"


def test_right_to_left_paragraphs_run_that_way() -> None:
    root = content(text("שלום Word"), text("plain"))
    first, second = every(root, "text:p")
    assert asked(root, first, "style:writing-mode") == "rl-tb"
    assert second.get(full("text:style-name")) == "Text_20_body"


@pytest.mark.parametrize(
    "nasty",
    [
        "R&D <script>alert(\"x\")</script> 'q'",
        "&amp; &#65; ]]> <!-- -->",
        "  leading, two  spaces, trailing  ",
        "tab\there \t and there",
        "emoji 😀👩🏽‍⚕️ and £5–6k…",
        "non\u00a0breaking",
    ],
)
def test_text_comes_out_as_it_went_in(nasty: str) -> None:
    parts = (Text(nasty), Strong((Text(nasty),)), Text(nasty))
    assert text_of(Paragraph(parts)) == nasty * 3
    assert words(content(table((Cell((text(nasty),)), Cell(()))))).split("\n")[-3] == nasty


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(" \t\n", max_size=3))
def test_no_text_is_lost_or_breaks_the_file(anything: str, spaces: str) -> None:
    kept = "".join(character if is_xml(character) else "\ufffd" for character in anything + spaces)
    expected = kept.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
    assert text_of(Paragraph((Text(anything + spaces), Emphasis((Text(anything + spaces),))))) == expected * 2


def is_xml(character: str) -> bool:
    return character in "\t\n\r" or (character >= " " and character not in "\ufffe\uffff")


def test_half_a_surrogate_pair_does_not_stop_the_build() -> None:
    assert text_of(text("half \ud83d")) == "half \ufffd"
