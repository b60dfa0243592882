"""The HTML writer, read back by a parser that forgives nothing: self-contained, navigable, well nested."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Properties,
    Quote,
    Table,
    TableKind,
)
from eoi.document.inline import Code, Emphasis, LineBreak, Link, Strong, Text
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import release_terms
from eoi.writers.html import SUFFIX, write
from tests.handmade import HANDMADE
from tests.readers import html_tree, one, text_of
from tests.samples import COMPLETE, EXAMPLES, FORMS, checklist_document, interest, skeleton
from tests.strategies import Fields, as_yaml, submissions
from tests.tables import for_each
from tests.thorough import examples

PROPERTIES = Properties(
    "Expression of interest: R&D <1>", 'NHS "A" CCG', "Joint", ("nhs", "gp"), "2014-06-20", draft=False
)


def page(*blocks: Block, about: Properties = PROPERTIES) -> Element:
    return html_tree(write(Document(about, blocks)).decode())


def main(*blocks: Block) -> Element:
    return one(page(*blocks), ".//main")


def line(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def cell(text: str) -> Cell:
    return Cell((line(text),))


DOCUMENTS: dict[str, Callable[[], Document]] = {
    **{path.stem: partial(interest, path.read_bytes()) for path in EXAMPLES},
    **{f"skeleton-{form}": partial(interest, skeleton(form)) for form in FORMS},
    "complete": partial(interest, COMPLETE.read_bytes(), final=True),
    "checklist": partial(checklist_document, EXAMPLES[0].read_bytes()),
    "handmade": lambda: HANDMADE,
}
each_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


def assert_navigable(root: Element) -> None:
    """Unique anchors, links that lead to them, and headers that say what they head."""
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    local = {a.get("href", "")[1:] for a in root.iter("a") if a.get("href", "").startswith("#")}
    assert local - ids.keys() == set()
    assert {th.get("scope") for th in root.iter("th")} <= {"col", "row"}


def test_two_facts_beside_each_other_have_a_row_each_since_a_telephone_has_no_room() -> None:
    pair = (Cell((line("Budget"),), "row"), cell("£220m"), Cell((line("Practices"),), "row"), cell("27"))
    rows = page(Table((), (), (pair,), kind="details")).iter("tr")
    assert [[text_of(inner).strip() for inner in row] for row in rows] == [
        ["Budget", "£220m"],
        ["Practices", "27"],
    ]


ADDRESSES = ("src", "srcset")


def assert_self_contained(root: Element) -> None:
    loads = {"script", "link", "iframe", "object", "embed", "video", "audio", "base", "form"}
    assert [element.tag for element in root.iter() if element.tag in loads] == []
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in attributes if name.startswith("on")]
    sources = [value for element in root.iter() for name, value in element.items() if name in ADDRESSES]
    assert all(source.startswith("data:image/svg+xml;base64,") for source in sources)
    styles = [one(root, ".//style").text or "", *(element.get("style", "") for element in root.iter())]
    assert not re.search(r"url\(|@import", " ".join(styles))


PHRASING = {"a", "strong", "em", "code", "span", "mark", "sup", "br", "wbr", "img"}
HOLD_PHRASES = {"p", "h1", "h2", "h3", "h4", "h5", "summary", "figcaption", "caption", *PHRASING}


def assert_valid_nesting(root: Element) -> None:
    """No block in a line of text, which a browser would end there, and no link in a link."""
    for outer in root.iter():
        inside = {inner.tag for inner in outer.iter() if inner is not outer}
        if outer.tag in HOLD_PHRASES:
            assert inside <= PHRASING, (outer.tag, inside)
        assert outer.tag != "a" or "a" not in inside
        assert outer.tag not in {"table", "tr", "ul", "ol"} or "aside" not in {child.tag for child in outer}


@each_document
def test_a_document_is_navigable_and_valid_and_loads_nothing(document: Callable[[], Document]) -> None:
    root = html_tree(write(document()).decode())
    assert_navigable(root)
    assert_valid_nesting(root)
    assert_self_contained(root)
    assert len(list(root.iter("th"))) >= 3


@pytest.mark.slow
@settings(max_examples=examples(10))
@given(submissions())
def test_any_submission_is_navigable_and_loads_nothing(fields: Fields) -> None:
    fields = {name: value for name, value in fields.items() if "](#" not in repr(value)}
    root = html_tree(write(interest(as_yaml(fields))).decode())
    assert_navigable(root)
    assert_valid_nesting(root)
    assert_self_contained(root)


def test_a_script_would_be_noticed() -> None:
    with pytest.raises(AssertionError):
        assert_self_contained(html_tree("<style></style><p onclick='x'>x</p>"))
    with pytest.raises(AssertionError):
        assert_navigable(html_tree("<a href='#nowhere'>x</a>"))
    with pytest.raises(AssertionError):
        assert_self_contained(html_tree("<style></style><img src='https://example.org/'>"))
    with pytest.raises(AssertionError):
        assert_self_contained(html_tree("<style></style><source srcset='https://example.org/'>"))
    with pytest.raises(AssertionError):
        assert_valid_nesting(html_tree("<p><aside>x</aside></p>"))


def test_the_page_says_what_it_is() -> None:
    root = page()
    assert one(root, "./html").get("lang") == "en-GB"
    assert one(root, ".//title").text == "Expression of interest: R&D <1>"
    metas = {meta.get("name", meta.get("http-equiv", "")): meta.get("content") for meta in root.iter("meta")}
    assert (metas["author"], metas["keywords"]) == ('NHS "A" CCG', "nhs, gp")
    assert (metas["description"], metas["dcterms.date"]) == ("Joint", "2014-06-20")
    assert "script-src" not in str(metas["Content-Security-Policy"])
    assert str(metas["Content-Security-Policy"]).startswith("default-src 'none'")


def test_the_encoding_is_stated_before_anything_that_needs_it() -> None:
    raw = write(Document(PROPERTIES, (line("£"),)))
    assert raw.startswith(b"<!DOCTYPE html>\n<html")
    assert b'<meta charset="utf-8">' in raw[:100]
    assert "£".encode() in raw
    assert SUFFIX == "html"


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_at_the_top(draft: bool) -> None:
    root = page(line("x"), about=Properties("t", "a", draft=draft))
    marks = [element.text for element in root.findall(".//header/div/p")]
    assert marks == (["Draft"] if draft else [])


def test_a_keyboard_user_can_skip_to_the_content() -> None:
    first = one(page(), ".//body")[0]
    assert (first.tag, first.get("href")) == ("a", "#content")
    assert one(page(), ".//main").get("id") == "content"


ONE_OF_EACH: dict[str, tuple[Block, str]] = {
    "heading": (Heading(3, (Text("x"),), "y"), '<h3 id="y">x</h3>'),
    "paragraph": (line("x"), "<p>x</p>"),
    "question": (Paragraph((Text("x"),), "question"), '<p class="question">x</p>'),
    "bullets": (BulletList(((line("x"),), (line("y"), line("z")))), "<ul><li>x</li><li>y<p>z</p></li></ul>"),
    "numbers": (NumberedList(((line("x"),),)), "<ol><li>x</li></ol>"),
    "numbers from 7": (NumberedList(((line("x"),),), 7), '<ol start="7"><li>x</li></ol>'),
    "quotation": (Quote((line("x"),)), "<blockquote><p>x</p></blockquote>"),
    "gap": (
        Callout("gap", (line("x"),), "a.b"),
        '<div class="alone"><aside class="callout gap" role="note" data-path="a.b"><p>x</p></aside></div>',
    ),
    "note": (Callout("note", (line("x"),)), '<aside class="callout note" role="note"><p>x</p></aside>'),
    "marks": (
        Paragraph((Strong((Emphasis((Text("a"),)),)), LineBreak(), Code("b"))),
        "<p><strong><em>a</em></strong><br><code>b</code></p>",
    ),
    "link": (
        Paragraph((Link('https://example.org/?a=1&b="2"', (Text("x"),)),)),
        '<p><a href="https://example.org/?a=1&amp;b=&quot;2&quot;">x</a></p>',
    ),
}


@for_each(ONE_OF_EACH)
def test_a_block_becomes_its_element(name: str) -> None:
    block, expected = ONE_OF_EACH[name]
    html = write(Document(PROPERTIES, (block,))).decode()
    assert html.split('<main id="content">')[1].split("</main>")[0].replace("\n", "") == expected


def test_a_table_has_a_caption_header_cells_and_a_body() -> None:
    head = (Cell((line("h"),), "col"), Cell((line("i"),), "col"))
    rows = ((Cell((line("r"),), "row"), Cell((BulletList(((line("x"),),)),))),)
    root = main(Table((Text("Posts"),), head, rows, anchor="t", number=2))
    table = one(root, ".//table")
    assert [child.tag for child in table] == ["caption", "colgroup", "thead", "tbody"]
    assert text_of(one(table, "caption")).strip() == "Table 2: Posts"
    assert (table.get("id"), table.get("class")) == ("t", "data")
    assert [(th.get("scope"), th.text) for th in table.iter("th")] == [
        ("col", "h"),
        ("col", "i"),
        ("row", "r"),
    ]
    assert one(table, "tbody/tr/td/ul/li").text == "x"


@pytest.mark.parametrize("kind", ["details", "signatures"])
def test_a_table_of_facts_has_neither_head_nor_caption(kind: TableKind) -> None:
    table = one(main(Table((), (), ((cell("a"), cell("")),), kind=kind)), ".//table")
    assert [child.tag for child in table if child.tag != "colgroup"] == ["tbody"]
    assert table.get("class") == kind


def links(nav: Element) -> list[tuple[int, str, str]]:
    """Each entry with its depth, its address and its words."""
    return [
        (depth, a.get("href", ""), text_of(a)) for depth, item in items(nav, 0) for a in item if a.tag == "a"
    ]


def items(element: Element, depth: int) -> list[tuple[int, Element]]:
    found = []
    for child in element:
        if child.tag == "li":
            found.append((depth, child))
        found += items(child, depth + (child.tag == "ul"))
    return found


def heading_line(heading: Heading) -> str:
    return f"{heading.number} {release_terms(read_plain_words(heading.children))}".strip()


def assert_contents_are_complete(document: Document) -> None:
    nav = one(html_tree(write(document).decode()), ".//nav")
    headings = [b for b in document.blocks if isinstance(b, Heading) and b.level in (2, 3) and b.anchor]
    expected = [(b.level - 1, f"#{b.anchor}", heading_line(b)) for b in headings]
    assert [links(shown) for shown in nav] == [expected, expected]
    for list_ in nav.iter("ul"):
        assert {child.tag for child in list_} == {"li"}


@pytest.mark.parametrize("form", FORMS)
def test_the_contents_of_an_expression_of_interest_are_complete_and_nested(form: str) -> None:
    assert_contents_are_complete(interest(skeleton(form)))


@given(st.lists(st.sampled_from([2, 3, 4]), max_size=12))
def test_contents_are_complete_and_nested_whatever_the_headings(levels: list[int]) -> None:
    headings = [Heading(level, (Text(f"H{n}"),), f"h{n}") for n, level in enumerate([2, *levels])]
    assert_contents_are_complete(Document(PROPERTIES, (Contents(), *headings)))


def test_the_contents_leave_out_what_cannot_be_linked_to() -> None:
    headings = (Heading(2, (Text("A"),), "a"), Heading(3, (Text("B"),), ""), Heading(3, (Text("C"),), "c"))
    nav = one(page(Contents(), *headings), ".//nav")
    assert [entry for _, _, entry in links(nav)] == ["A", "C"] * 2


@pytest.mark.parametrize("text", ["שלום word", "مرحبا"])
def test_text_that_runs_from_right_to_left_says_so(text: str) -> None:
    root = main(line(text), BulletList(((line(text),),)), Heading(2, (Text(text),), "a"))
    assert [element.get("dir") for element in root.iter() if element.text == text] == ["rtl"] * 3


def test_text_that_runs_from_left_to_right_needs_not_say_so() -> None:
    assert main(line("word שלום"))[0].get("dir") is None


anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
PLACES: dict[str, Callable[[str], Block]] = {
    "paragraph": line,
    "heading": lambda text: Heading(2, (Text(text),), "a"),
    "bullet": lambda text: BulletList(((line(text),),)),
    "second paragraph": lambda text: BulletList(((line("x"), line(text)),)),
    "cell": lambda text: Table((), (), ((cell("x"), cell(text)),)),
    "row heading": lambda text: Table((), (), ((Cell((line(text),), "row"),),)),
    "caption": lambda text: Table((Text(text),), (), ((cell("x"),),)),
    "strong": lambda text: Paragraph((Strong((Text(text),)),)),
    "code": lambda text: Paragraph((Code(text),)),
    "link": lambda text: Paragraph((Link("https://example.org/", (Text(text),)),)),
    "callout": lambda text: Callout("gap", (line(text),), "a"),
}


def shape(element: Element) -> str:
    """The elements without their text, which may break, or be in a paragraph of its own where it runs
    from right to left."""
    if element.tag == "wbr":
        return ""
    inner = " ".join(filter(None, map(shape, element)))
    return inner if element.tag == "p" else f"{element.tag}({inner})"


def words(element: Element) -> str:
    return "".join(element.itertext()).replace("\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=examples(25))
@given(text=anything)
@example(text="שלום <b>&amp;</b>")
def test_any_text_comes_back_from_any_place_and_changes_nothing_around_it(place: str, text: str) -> None:
    found, harmless = main(PLACES[place](text)), main(PLACES[place]("harmless"))
    assert words(found) == words(harmless).replace("harmless", text)
    assert shape(found) == shape(harmless)


@given(anything)
def test_any_text_comes_back_from_an_attribute(text: str) -> None:
    about = Properties(text, text, text, (text,), draft=False)
    root = page(
        Heading(2, (Text("x"),), text),
        Callout("gap", (line("x"),), text),
        Paragraph((Link(f"https://example.org/{text}", (Text("x"),)),)),
        about=about,
    )
    assert one(root, ".//h2").get("id") == text
    assert one(root, ".//aside").get("data-path") == text
    assert one(root, ".//main/p/a").get("href") == f"https://example.org/{text}"
    assert one(root, ".//title").text == text


def test_every_external_address_of_an_example_is_a_web_address() -> None:
    root = html_tree(write(interest(EXAMPLES[0].read_bytes())).decode())
    hrefs = [a.get("href", "") for a in root.iter("a") if not a.get("href", "").startswith("#")]
    assert len(hrefs) >= 2
    assert {urlsplit(href).scheme for href in hrefs} <= {"http", "https", "mailto"}


def test_a_line_of_an_address_ends_after_a_slash_or_next_to_a_long_name() -> None:
    address = "http://www.bathandnortheastsomersetccg.nhs.uk/news/plan.pdf"
    link = one(main(Paragraph((Link(address, (Text(address),)),))), "p/a")
    pieces = [link.text, *[end.tail for end in link]]
    assert pieces == ["http://www.", "bathandnortheastsomersetccg.", "nhs.uk/", "news/", "plan.pdf"]
