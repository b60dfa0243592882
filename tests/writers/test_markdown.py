"""The Markdown writer, read back by markdown-it with GitHub's tables: no text can change the structure."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from eoi.document.subset.typography import release_terms
from eoi.writers import html
from eoi.writers.adaptation import remove_screen_pictures
from eoi.writers.md import SUFFIX, write
from eoi.writers.md.body import write_figure_md
from eoi.writers.md.inline import Footnotes
from tests.readers import html_tree, markdown_tree, one, text_of
from tests.samples import COMPLETE, EXAMPLES, MANY, MILESTONES, ROOT, interest, skeleton
from tests.tables import for_each, for_each_row
from tests.thorough import examples
from tests.values import lines

PROPERTIES = Properties("Title", "Author")
SPECIAL = (
    *("|", "\\", "\\|", "`", "``", "*", "**", "_", "__", "~", "~~", "#", "##", "-", "---", "+", "=", "==="),
    *(
        "1.",
        "2)",
        ">",
        "<",
        "<b>",
        "</b>",
        "<br>",
        "<!--",
        "&",
        "&amp;",
        "&#65;",
        "&lt;",
        "[",
        "](",
        ")",
        "![",
    ),
    *(" ", "a", "7", "é", "עברית", "👩‍⚕️", "http://a.b", "www.a.b", "a@b.c", ":", "{{ 7 * 7 }}", "$", "^"),
)
any_text = (
    (st.lists(st.sampled_from(SPECIAL), min_size=1, max_size=8).map("".join) | lines())
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def written(*blocks: Block) -> str:
    return write(Document(PROPERTIES, blocks)).decode()


def tree(*blocks: Block) -> Element:
    return markdown_tree(written(*blocks))


def shape(element: Element) -> str:
    """The elements without their text: `p(em)`."""
    inner = " ".join(map(shape, element))
    return f"{element.tag}({inner})" if inner else element.tag


def line(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def cell(text: str) -> Cell:
    return Cell((line(text),))


def note(text: str) -> Footnote:
    return Footnote((Text(text),))


def table(*cells: Cell) -> Table:
    head = tuple(Cell((line("Head"),), "col") for _ in cells)
    return Table((), head, (cells,))


PLACES: dict[str, Callable[[str], Block]] = {
    "paragraph": line,
    "question": lambda text: Paragraph((Text(text),), "question"),
    "subtitle": lambda text: Paragraph((Text(text),), "subtitle"),
    "heading": lambda text: Heading(3, (Text(text),), "anchor"),
    "title": lambda text: Heading(1, (Text(text),), ""),
    "bullet": lambda text: BulletList(((line(text),), (line("next"),))),
    "number": lambda text: NumberedList(((line(text),),)),
    "second paragraph of an item": lambda text: BulletList(((line("first"), line(text)),)),
    "item of a list in a list": lambda text: BulletList(((line("first"), BulletList(((line(text),),))),)),
    "quotation": lambda text: Quote((line(text),)),
    "callout": lambda text: Callout("gap", (line(text),), "a.b"),
    "cell": lambda text: table(cell("before"), cell(text), cell("after")),
    "column heading": lambda text: Table(
        (), (Cell((line(text),), "col"), cell("b")), ((cell("c"), cell("d")),)
    ),
    "bullet in a cell": lambda text: table(cell("a"), Cell((BulletList(((line(text),), (line("next"),))),))),
    "second paragraph of a cell": lambda text: table(cell("a"), Cell((line("first"), line(text)))),
    "callout in a cell": lambda text: table(cell("a"), Cell((Callout("gap", (line(text),)),))),
    "caption": lambda text: Table((Text(text),), (), ((cell("x"),),), number=1),
    "strong": lambda text: Paragraph((Text("a "), Strong((Text(text),)), Text(" b"))),
    "emphasis": lambda text: Paragraph((Text("a "), Emphasis((Text(text),)), Text(" b"))),
    "link": lambda text: Paragraph((Link("https://example.org/", (Text(text),)),)),
    "code": lambda text: Paragraph((Text("a "), Code(text), Text(" b"))),
    "after a line break": lambda text: Paragraph((Text("a"), LineBreak(), Text(text))),
    "row heading": lambda text: table(Cell((line(text),), "row"), cell("x")),
    "footnote": lambda text: Paragraph((Text("a"), note(text), Text(" b"))),
    "footnote of a cell": lambda text: table(cell("a"), Cell((Paragraph((Text("b"), note(text))),))),
    "after a footnote": lambda text: Paragraph((note("note"), Text(text))),
    "before a footnote": lambda text: Paragraph((Text("a"), LineBreak(), Text(text), note("note"))),
    "before a link": lambda text: Paragraph((Text(f"a {text}"), Link("https://example.org/", (Text("b"),)))),
    "remarked": lambda text: Paragraph(
        (RemarkedWords((Text(text),), (Remark("rule", ("Why.",)),)), Text(" b"))
    ),
    "caption of a figure": lambda text: Figure((Text(text),), "<svg/>", "alt", 1, 1, "f", 1),
    "code in a cell": lambda text: table(cell("a"), Cell((Paragraph((Code(text),)),))),
}


def comes_back(place: str, text: str) -> None:
    """A hyphen that holds a term together comes back as the one that people type."""
    block, harmless = PLACES[place](text), PLACES[place]("harmless")
    expected = text_of(tree(harmless)).replace("harmless", text)
    assert release_terms(text_of(tree(block))).split() == release_terms(expected).split()
    assert shape(tree(block)) == shape(tree(harmless))


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=examples(25))
@given(text=any_text)
def test_any_text_comes_back_from_any_place_and_changes_nothing_around_it(place: str, text: str) -> None:
    comes_back(place, text)


@for_each_row(
    [
        ("paragraph", "__init__"),
        ("paragraph", "___"),
        ("bullet", "\u2011"),
        ("number", "\u2011 a"),
        ("heading", "Option #"),
        ("title", "Option #"),
        ("after a footnote", ": a"),
        ("after a footnote", "(b)"),
        ("before a footnote", "!"),
        ("before a link", "\\!"),
        ("footnote", "- a"),
        ("footnote", "[^1]: a"),
        ("paragraph", "[^1]: a"),
        ("code in a cell", "a \\| b"),
        ("code in a cell", "a \\\\| b"),
    ],
)
def test_an_awkward_text_comes_back_too(place: str, text: str) -> None:
    comes_back(place, text)


def test_there_are_as_many_places_as_a_text_can_stand_in() -> None:
    assert len(PLACES) == 31


@for_each(
    [
        "a | b",
        "\\|",
        "`a|b`",
        "# a",
        "1. a",
        "- a",
        "+ a",
        "> a",
        "_x_",
        "*x*",
        "~~x~~",
        "&amp;",
        "<b>",
        "=",
        "![a](b)",
    ]
)
def test_the_text_of_a_cell_comes_back_character_for_character(text: str) -> None:
    (_, found, _) = tree(table(cell("a"), cell(text), cell("b"))).findall(".//tbody/tr/td")
    assert (found.text, len(found)) == (text, 0)


def test_bullets_in_a_cell_are_a_list_that_github_shows() -> None:
    bullets = BulletList(((line("a | b"),), (line("c"), NumberedList(((line("d"),),), 3))))
    found = one(tree(table(cell("x"), Cell((line("first"), bullets, line("last"))))), ".//td[2]")
    assert shape(found) == "td(ul(li li(ol(li))))"
    assert text_of(found).split() == ["first", "a", "|", "b", "c", "d", "last"]
    assert one(found, ".//ol").get("start") == "3"


def test_a_table_of_facts_has_an_empty_head() -> None:
    root = tree(Table((), (), ((Cell((line("Form"),), "row"), cell("Joint")),), kind="details"))
    assert [text_of(th).strip() for th in root.findall(".//th")] == ["", ""]
    assert one(root, ".//tbody/tr/td/strong").text == "Form"


def test_every_row_has_as_many_cells_as_the_head() -> None:
    empty = Cell(())
    rows = tree(table(cell("a"), empty, cell("c")), table(empty, empty)).findall(".//tr")
    assert [len(row) for row in rows] == [3, 3, 2, 2]


def test_a_caption_stands_above_its_table_with_number_and_anchor() -> None:
    block = Table((Text("Posts"),), (), ((cell("x"),),), anchor="table-posts", number=2)
    caption = tree(block)[0]
    assert text_of(caption).strip() == "Table 2: Posts"
    assert one(caption, "a").get("id") == "table-posts"


def test_a_heading_can_be_linked_to_by_its_anchor() -> None:
    root = tree(Heading(2, (Text("A. Scope"),), "scope"), Paragraph((Link("#scope", (Text("here"),)),)))
    assert [a.get("id") for a in root.findall(".//a[@id]")] == ["scope"]
    assert one(root, ".//a[@href]").get("href") == "#scope"
    assert one(root, "h2").text == "A. Scope"


def test_contents_list_sections_with_their_parts_below() -> None:
    headings = [Heading(level, (Text(f"H{n}"),), f"h{n}") for n, level in enumerate((1, 2, 3, 3, 4, 2))]
    contents = tree(Contents(), *headings)[0]
    assert shape(contents) == "ul(li(a ul(li(a) li(a))) li(a))"
    assert [a.get("href") for a in contents.iter("a")] == ["#h1", "#h2", "#h3", "#h5"]


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/a_(b)",
        "https://example.org/?a=1&b=2",
        "https://example.org/a*b*_c_",
        "mailto:a@example.org",
        "https://example.org/?a=1&lt;=2",
    ],
)
def test_an_address_leads_where_it_should(href: str) -> None:
    found = one(tree(Paragraph((Link(href, (Text("x"),)),))), ".//a").get("href", "")
    assert unquote(found) == href


@for_each(["a", "`", "``", "`a`", "a`b``c", "\\", "*a*", "<b>", "&amp;"])
def test_code_comes_back_character_for_character(text: str) -> None:
    assert one(tree(Paragraph((Text("x "), Code(text)))), ".//code").text == text


def test_footnotes_are_numbered_in_order_and_stand_at_the_end() -> None:
    in_table = table(Cell((Paragraph((Text("b"), note("second"))),)))
    text = written(Paragraph((Text("a"), note("first"), Text(" c"))), in_table, line("d"))
    assert text.startswith("a[^1] c\n\n| Head |\n| --- |\n| b[^2] |\n\nd\n\n[^1]: first\n\n[^2]: second\n")


def test_a_footnote_of_a_footnote_comes_last() -> None:
    root = tree(Paragraph((Footnote((Text("a"), note("c"))), note("b"))))
    assert [text_of(item).split() for item in root.findall("section/ol/li")] == [["a"], ["b"], ["c"]]


def test_the_mark_of_a_footnote_in_a_link_stands_after_it() -> None:
    inner = (Text("a"), note("x"), Reference("t", "Table 1"), Link("https://example.org/b", (Text("b"),)))
    paragraph = tree(Paragraph((Link("https://example.org/", inner), Text("(c)"))))[0]
    assert shape(paragraph) == "p(a sup(a))"
    assert text_of(paragraph).split() == ["aTable", "1b(c)"]


def test_contents_have_the_words_of_a_heading_and_none_of_its_links() -> None:
    heading = Heading(2, (Link("https://example.org/", (Text("*A*"),)), note("x"), Text(" b")), "a")
    entry = tree(Contents(), heading)[0]
    assert shape(entry) == "ul(li(a))"
    assert text_of(entry).split() == ["*A*", "b"]


NESTED: tuple[tuple[Inline, ...], ...] = (
    (Strong((Text("a"), Emphasis((Text("b"),)), Text("c"))),),
    (Emphasis((Strong((Text("a"),)), Text(" b"))),),
    (Strong((Text(" a "),)), Text("b")),
    (Strong((Link("https://example.org/", (Text("a"),)),)),),
    (Strong((Code("a"),)), Emphasis((Code("b"),))),
)


@pytest.mark.parametrize("children", NESTED, ids=range(len(NESTED)))
def test_emphasis_within_emphasis_is_kept(children: tuple[Inline, ...]) -> None:
    same_as_html(Paragraph(children))


CLOSE: tuple[tuple[Inline, ...], ...] = (
    (Strong((Strong((Text("a"),)), Text("b"))),),
    (Strong((Text("(a)"),)), Text("b")),
    (Text("a"), Strong((Text("(b)"),))),
    (Strong((Text("a"),)), Strong((Text("b"),))),
    (Emphasis((Text("a"),)), Emphasis((Text("b"),))),
    (Strong((Text("a\u00a0"),)), Text("b")),
)


@pytest.mark.parametrize("children", CLOSE, ids=range(len(CLOSE)))
def test_emphasis_close_to_other_marks_is_kept(children: tuple[Inline, ...]) -> None:
    same_as_html(Paragraph(children))


def same_as_html(*blocks: Block) -> None:
    document = Document(Properties("t", "a", draft=False), blocks)
    page = one(html_tree(html.write(document).decode()), ".//main")
    assert text_of(tree(*blocks)).split() == text_of(page).split()
    assert shape(tree(*blocks)) == shape(page).replace("main(", "document(", 1)


BLOCKS: tuple[tuple[Block, ...], ...] = (
    (line("a"), BulletList(((line("b"),),)), line("c")),
    (Quote((line("a"), line("b"))), Callout("note", (line("c"),))),
    (BulletList(((Quote((line("a"),)),), (line("b"), NumberedList(((line("c"),), (line("d"),)), 9)))),),
    (NumberedList(((line("a"),), (line("b"), BulletList(((line("c"),),)))), 99),),
    (line("a"), table(cell("b"), cell("c")), line("d"), table(cell("e"))),
)


@pytest.mark.parametrize("blocks", BLOCKS, ids=range(len(BLOCKS)))
def test_blocks_next_to_and_within_one_another_keep_their_words(blocks: tuple[Block, ...]) -> None:
    document = Document(Properties("t", "a", draft=False), blocks)
    page = one(html_tree(html.write(document).decode()), ".//main")
    assert text_of(tree(*blocks)).split() == text_of(page).split()
    for name in ("li", "ul", "ol", "tr", "td", "th"):
        assert len(list(tree(*blocks).iter(name))) == len(list(page.iter(name))), name


@pytest.mark.parametrize("kind", [BulletList, NumberedList])
def test_two_lists_in_a_row_stay_two(kind: type[BulletList | NumberedList]) -> None:
    root = tree(kind(((line("a"),),)), kind(((line("b"),),)))
    assert len(root.findall("*")) == 2


def test_the_file_ends_in_one_line_end_and_has_the_suffix_github_knows() -> None:
    text = written(line("a"), line("b"))
    assert re.fullmatch(r"a\n\nb\n\n<!-- eoi-seal-\w{64} -->\n", text)
    assert SUFFIX == "md"


def test_a_figure_is_its_caption_and_what_it_shows_in_words() -> None:
    figure = Figure((Text("Who leads"),), "<svg/>", "Two functions of *three*.\nOne is not.", 1, 1, "f", 1)
    assert write_figure_md(figure, Footnotes()) == (
        '<a id="f"></a>**Figure 1: Who leads**\n\nTwo functions of \\*three\\*. One is not.'
    )


@pytest.mark.slow
def test_no_caption_of_the_samples_stands_without_a_figure() -> None:
    seen = 0
    files = (*EXAMPLES, COMPLETE, *sorted((ROOT / "tests" / "bids").glob("*.yaml")))
    sources: list[str | bytes] = [MANY, skeleton(more=MILESTONES), *[path.read_bytes() for path in files]]
    for source in sources:
        document = interest(source)
        text = write(document).decode()
        for figure in (
            block for block in remove_screen_pictures(document).blocks if isinstance(block, Figure)
        ):
            after = text.split(f'<a id="{figure.anchor}"></a>**Figure {figure.number}: ')[1].split("\n\n")[1]
            seen += 1
            assert after.split()[:3] == figure.alt.split()[:3]
    assert seen >= 4
