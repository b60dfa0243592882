"""What the HTML writer puts beside and below the text: comments, footnotes, figures and lists of sections."""

from __future__ import annotations

from base64 import b64decode
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.document.blocks import (
    Block,
    Callout,
    Cell,
    Contents,
    Document,
    Heading,
    Paragraph,
    Properties,
    Table,
)
from eoi.document.inline import Checkbox, Footnote, Link, Reference, Remark, RemarkedWords, Text
from eoi.writers.html import write
from eoi.writers.html.style import add_dark_colours, write_css_string
from tests.handmade import HANDMADE, SVG
from tests.readers import html_text, html_tree, normalised, one, text_of

FINAL = Properties("t", "a", draft=False)
LONG = Paragraph((Text("words " * 100),))
EVERYTHING = html_tree(write(HANDMADE).decode())


def page(*blocks: Block) -> Element:
    return html_tree(write(Document(FINAL, blocks)).decode())


def line(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def remarked(words: str, *titles: str) -> RemarkedWords:
    return RemarkedWords((Text(words),), tuple(Remark(title, ("Why.", "Where.")) for title in titles))


def footnote(words: str) -> Footnote:
    return Footnote((Text(words),))


def with_id(root: Element, name: str) -> Element:
    return one(root, f".//*[@id='{name}']")


def leads_to(root: Element, link: Element) -> Element:
    return with_id(root, link.get("href", "")[1:])


def kinds(root: Element) -> list[str]:
    return [child.get("class") or child.tag for child in one(root, ".//main")]


def test_a_comment_and_its_words_lead_to_each_other_and_carry_one_number() -> None:
    root = page(line("before"), Paragraph((Text("The "), remarked("words", "rule"), Text(" go on."))))
    mark = one(root, ".//main/p/sup/a")
    comment = leads_to(root, mark)
    assert normalised("".join(mark.itertext())) == "Comment C1"
    assert (comment.tag, comment.get("role")) == ("aside", "note")
    said = [normalised("".join(p.itertext())) for p in comment.iter("p")]
    assert said == ["Comment C1: rule", "Why.", "Where.", "Back to the words of comment C1"]
    assert leads_to(root, one(comment, ".//a")) is mark
    assert one(root, ".//mark").text == "words"


def test_a_comment_follows_the_block_that_holds_its_words() -> None:
    heading = Heading(2, (remarked("Vision", "a"),), "vision")
    table = Table((), (), ((Cell((Paragraph((remarked("x", "b"),)),)),),))
    root = page(heading, Paragraph((remarked("y", "c"),)), table, line("z"))
    assert kinds(root) == ["h2", "comments row", "p", "comments row", "below", "p"]
    below = one(root, ".//main/div[@class='below']")
    assert [child.get("class") for child in below] == ["table whole", "comments row"]


def test_what_is_said_of_a_gap_comes_folded_with_it() -> None:
    gap = Callout("gap", (Paragraph((remarked("To complete", "rule"),)),), "a.b")
    note = one(page(gap, LONG), ".//main/div[@class='margin']")
    assert [child.tag for child in note] == ["aside", "div"]
    assert one(note, ".//details/summary").text == "Comment C1: rule"
    assert one(note, ".//details/div").get("id") == "comment-1"


def test_several_comments_on_the_same_words_have_a_mark_each() -> None:
    root = page(Paragraph((remarked("x", "a", "b"),)))
    marks = [mark.get("href") for mark in root.findall(".//main/p/sup/a")]
    assert marks == ["#comment-1", "#comment-2"]


def test_comments_are_no_part_of_the_text() -> None:
    raw = write(Document(FINAL, (Paragraph((remarked("x", "rule"), Text(" y"))),)))
    assert normalised(html_text(raw)) == "x y"


def test_footnotes_are_numbered_in_order_and_lead_back() -> None:
    root = page(Paragraph((Text("a"), footnote("first"), Text("b"), footnote("second"))))
    marks = [a for a in root.iter("a") if a.get("role") == "doc-noteref"]
    assert [normalised("".join(mark.itertext())) for mark in marks] == ["Footnote 1", "Footnote 2"]
    assert [normalised(text_of(leads_to(root, mark))) for mark in marks] == ["first", "second"]
    back = [a for a in root.iter("a") if a.get("role") == "doc-backlink"]
    assert [leads_to(root, link) for link in back] == marks
    assert one(root, ".//section").get("role") == "doc-endnotes"


def test_a_footnote_of_a_footnote_comes_last() -> None:
    root = page(Paragraph((Footnote((Text("a"), footnote("c"))), footnote("b"))))
    assert [normalised(text_of(item)) for item in root.findall(".//section/ol/li")] == ["a", "b", "c"]


def test_the_texts_of_footnotes_follow_the_body_and_their_numbers_are_not_text() -> None:
    raw = write(Document(FINAL, (Paragraph((Text("a"), footnote("c"), Text("b"))), line("d"))))
    assert html_text(raw).split() == ["ab", "d", "c"]


@pytest.mark.parametrize("note", [footnote("x"), remarked("", "x")], ids=["footnote", "comment"])
def test_a_mark_among_the_words_of_a_link_stands_after_it(note: Footnote | RemarkedWords) -> None:
    inner = (Text("a"), note, Reference("t", "Table 1"), Link("https://example.org/b", (Text("b"),)))
    root = page(Heading(2, (Text("T"),), "t"), Paragraph((Link("https://example.org/", inner),)))
    paragraph = one(root, ".//main/p")
    assert [child.tag for child in paragraph][:2] == ["a", "sup"]
    assert normalised("".join(paragraph[0].itertext())) == "aTable 1b"
    assert not paragraph.findall(".//a//a")


def test_a_check_box_says_whether_it_is_ticked() -> None:
    boxes = page(Paragraph((Checkbox(True), Checkbox(False)))).findall(".//p/span")
    assert [(box.get("role"), box.get("aria-label"), box.text) for box in boxes] == [
        ("img", "Ticked", "☑"),
        ("img", "Not ticked", "☐"),
    ]


def test_a_figure_holds_its_picture_and_says_what_it_shows() -> None:
    figure = with_id(EVERYTHING, "figure-scope")
    image = one(figure, ".//img")
    source = b64decode(image.get("src", "").removeprefix("data:image/svg+xml;base64,")).decode()
    assert source == add_dark_colours(SVG) != SVG
    assert image.get("alt") == "NHS England leads on two functions of three."
    assert normalised(text_of(one(figure, "figcaption"))) == "Figure 1: Who leads on what"


def test_what_can_be_wider_than_a_telephone_is_a_region_named_by_its_caption() -> None:
    regions = [element for element in EVERYTHING.iter() if element.get("tabindex") == "0"]
    named = [normalised(text_of(with_id(EVERYTHING, r.get("aria-labelledby", "")))) for r in regions]
    assert named == ["Table 1: Functions in scope", "Figure 1: Who leads on what"]


def test_a_header_cell_with_nothing_in_it_heads_nothing() -> None:
    root = page(Table((), (Cell((), "col"), Cell((line("x"),), "col")), ((Cell((), "row"), Cell(())),)))
    assert [cell.tag for row in root.iter("tr") for cell in row] == ["td", "th", "td", "td"]


def test_the_page_has_its_landmarks_in_the_order_of_the_document() -> None:
    body = one(EVERYTHING, ".//body")
    assert [child.tag for child in body] == ["a", "header", "nav", "main", "footer"]
    assert normalised(text_of(one(body, "header"))).startswith(
        "Expression of interest NHS Somewhere CCG Form"
    )
    assert normalised(text_of(one(body, "main"))).startswith("A. Vision")


def test_without_contents_the_cover_is_the_title_and_its_facts() -> None:
    title, facts = (
        Heading(1, (Text("Checklist"),), "title"),
        Table((), (), ((Cell((line("x"),)),),), kind="details"),
    )
    body = one(page(title, facts, line("y"), Heading(2, (Text("z"),), "z")), ".//body")
    assert [child.tag for child in body] == ["a", "header", "nav", "main", "footer"]
    assert normalised(text_of(one(body, "main"))) == "y z"
    assert one(body, "nav").get("class") == "contents"


def test_a_document_that_has_contents_prints_them() -> None:
    assert one(EVERYTHING, ".//nav").get("class") == "contents printed"
    assert one(page(Contents(), Heading(2, (Text("z"),), "z")), ".//nav").get("class") == "contents printed"


def test_only_stretches_around_wide_tables_lie_on_their_side() -> None:
    wide = one(EVERYTHING, ".//main/div[@class='wide']")
    assert [child.get("class") or child.tag for child in wide] == ["h3", "comments row", "p", "below"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_title_can_end_the_text_of_the_running_header(text: str) -> None:
    written = write_css_string(text)
    assert not set(written[1:-1]) & set('"<>\n\r\f()@{}')
    assert (written[0], written[-1]) == ('"', '"')
