"""Elements to blocks: each element has one, tables are numbered, and references find their numbers."""

from __future__ import annotations

import pytest

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Picture,
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
from eoi.document.subset.blanks import fill_blank_cells
from eoi.document.subset.conversion import Converter
from eoi.document.subset.elements import ELEMENTS, SubsetError, parse_subset
from eoi.document.subset.inlines import read_plain_words
from tests.tables import for_each, for_each_row

PICTURES = {"sketch": Picture("<svg/>", 400, 300)}
REMARKS = (Remark("first", ("Why?",)), Remark("second", ()))


def blocks(html: str) -> tuple[Block, ...]:
    return Converter(parse_subset(html), PICTURES, REMARKS).blocks()


def inlines(html: str) -> tuple[Inline, ...]:
    (paragraph,) = blocks(f"<p>{html}</p>")
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


def line(words: str, paths: str = "") -> Paragraph:
    return Paragraph((Text(words),), paths=paths)


ONE_OF_EACH: dict[str, Block] = {
    '<h1 id="a">x</h1>': Heading(1, (Text("x"),), "a"),
    '<h2 id="a">x</h2>': Heading(2, (Text("x"),), "a"),
    '<h3 id="a">x</h3>': Heading(3, (Text("x"),), "a"),
    "<h4>x</h4>": Heading(4, (Text("x"),), ""),
    "<h5>x</h5>": Heading(5, (Text("x"),), ""),
    "<p>x</p>": line("x"),
    '<p class="subtitle">x</p>': Paragraph((Text("x"),), "subtitle"),
    '<p class="question">x</p>': Paragraph((Text("x"),), "question"),
    "<ul><li>x</li><li>y</li></ul>": BulletList(((line("x"),), (line("y"),))),
    "<ol><li>x</li></ol>": NumberedList(((line("x"),),)),
    '<ol start="7"><li>x</li></ol>': NumberedList(((line("x"),),), 7),
    "<blockquote><p>x</p></blockquote>": Quote((line("x"),)),
    '<aside class="gap" data-path="a.b"><p>x</p></aside>': Callout("gap", (line("x", "a.b"),), "a.b"),
    "<aside><p>x</p></aside>": Callout("note", (line("x"),)),
    '<nav class="contents"></nav>': Contents(),
    '<figure id="f"><img src="sketch" alt="a sketch"><figcaption>c</figcaption></figure>': Figure(
        (Text("c"),), "<svg/>", "a sketch", 400, 300, "f", 1
    ),
    "<table><tbody><tr><td></td></tr></tbody></table>": Table((), (), ((Cell(()),),), row_paths=("",)),
    '<table class="details" id="t"><caption>c</caption><tbody><tr><td>x</td></tr></tbody></table>': Table(
        (Text("c"),), (), ((Cell((line("x"),)),),), "t", kind="details", row_paths=("",)
    ),
    "<table><thead><tr><th>h</th></tr></thead><tbody><tr><th>x</th></tr></tbody></table>": Table(
        (), (Cell((line("h"),), "col"),), ((Cell((line("x"),), "row"),),), row_paths=("",)
    ),
}


@for_each(list(ONE_OF_EACH))
def test_an_element_becomes_its_block(html: str) -> None:
    assert blocks(html) == (ONE_OF_EACH[html],)


ONE_OF_EACH_INLINE: dict[str, Inline] = {
    "x": Text("x"),
    "<strong>x</strong>": Strong((Text("x"),)),
    "<em>x <strong>y</strong></em>": Emphasis((Text("x "), Strong((Text("y"),)))),
    "<code>a.b</code>": Code("a.b"),
    '<a href="https://example.org">https://example.org</a>': Link(
        "https://example.org", (Text("https://example.org"),)
    ),
    '<a href="mailto:a@b.c">a@b.c</a>': Link("mailto:a@b.c", (Text("a@b.c"),)),
    '<span class="footnote"> the plan </span>': Footnote((Text("the plan"),)),
    '<span class="box"></span>': Checkbox(False),
    '<span class="box ticked"></span>': Checkbox(True),
    '<span class="remark" data-remark="1 0">x</span>': RemarkedWords((Text("x"),), (REMARKS[1], REMARKS[0])),
}


@for_each(ONE_OF_EACH_INLINE)
def test_an_element_in_a_line_becomes_its_inline_value(html: str) -> None:
    assert inlines(html) == (ONE_OF_EACH_INLINE[html],)


def test_a_link_within_the_document_leads_to_an_anchor_that_is_there() -> None:
    _, there = blocks('<h2 id="x">t</h2><p><a href="#x">y</a></p>')
    assert there == Paragraph((Link("#x", (Text("y"),)),))
    assert inlines('<a href="#x">y</a>') == (Text("y"), Text(" (#x)"))


def test_a_line_break_stands_between_its_lines() -> None:
    assert inlines("a<br>b") == (Text("a"), LineBreak(), Text("b"))


def test_every_element_of_the_subset_is_among_these() -> None:
    shown = " ".join([*ONE_OF_EACH, *ONE_OF_EACH_INLINE, "<br>", "<div>"])
    assert [name for name in ELEMENTS if f"<{name}>" not in shown and f"<{name} " not in shown] == []


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("  a \n\t b  ", "a b"),
        ("a<strong> b </strong>c", "a b c"),
        ("a\u00a0 b", "a\u00a0 b"),
        ("\n<em>a</em>\n<em>b</em>\n", "a b"),
    ],
)
def test_white_space_means_what_it_means_in_html(html: str, text: str) -> None:
    assert read_plain_words(inlines(html)) == text


@pytest.mark.parametrize("html", ["<p></p>", "<p> \n </p>", "", " \n "])
def test_a_paragraph_without_text_is_no_block(html: str) -> None:
    assert blocks(html) == ()


def test_text_in_a_list_item_or_a_cell_is_a_paragraph() -> None:
    assert blocks("<ul><li>a <em>b</em><ul><li>c</li></ul>d</li></ul>") == (
        BulletList(
            (
                (
                    Paragraph((Text("a "), Emphasis((Text("b"),)))),
                    BulletList(((line("c"),),)),
                    line("d"),
                ),
            )
        ),
    )


def table(inner: str) -> str:
    return f"<table>{inner}</table>"


ROW = "<tr><td>x</td></tr>"
BODY = f"<tbody>{ROW}</tbody>"


A_REMARK = "a remark has the numbers of what there is to remark"
A_FIGURE = "a figure has an id, an img with a known src and an alt, a figcaption, and a table or none"


@for_each_row(
    [
        ("stray", "text outside any element: 'stray'"),
        ("<p>x</p><em>stray</em>", "text outside any element: 'stray'"),
        ("<ul>x<li>y</li></ul>", "'x' cannot stand directly in <ul>"),
        ("<ul><p>x</p></ul>", "'<p>' cannot stand directly in <ul>"),
        ("<li>x</li>", "<li> cannot stand here"),
        ("<p><ul><li>x</li></ul></p>", "<ul> cannot stand in a paragraph"),
        ("<h2><p>x</p></h2>", "<p> cannot stand in a paragraph"),
        ('<p class="lead">x</p>', '<p class="lead"> is not in the subset'),
        ('<aside class="warning">x</aside>', '<aside class="warning"> is not in the subset'),
        (
            '<table class="fancy"><tbody><tr><td></td></tr></tbody></table>',
            '<table class="fancy"> is not in the subset',
        ),
        (table("x" + BODY), "'x' cannot stand directly in <table>"),
        (table(ROW), "'<tr>' cannot stand directly in <table>"),
        (table(""), "a table has one caption, one thead and exactly one tbody at the most"),
        (table(BODY + BODY), "a table has one caption, one thead and exactly one tbody at the most"),
        (
            table(f"<caption>a</caption><caption>b</caption>{BODY}"),
            "a table has one caption, one thead and exactly one tbody at the most",
        ),
        (
            table(f"<tbody>{ROW}<tr><td>x</td><td>y</td></tr></tbody>"),
            "the rows of a table have the same number of cells, under one row of headers",
        ),
        (
            table(f"<thead><tr><th>a</th><th>b</th></tr></thead>{BODY}"),
            "the rows of a table have the same number of cells, under one row of headers",
        ),
        (
            table(f"<thead>{ROW}{ROW}</thead>{BODY}"),
            "the rows of a table have the same number of cells, under one row of headers",
        ),
        (table("<tbody><td>x</td></tbody>"), "'<td>' cannot stand directly in <tbody>"),
        (table("<tbody><tr>x</tr></tbody>"), "'x' cannot stand directly in <tr>"),
        ('<p><a class="ref" href="#nowhere"></a></p>', "nothing that is numbered is called #nowhere"),
        (
            '<p><span class="remark" data-remark="2">x</span></p>',
            "a remark has the numbers of what there is to remark",
        ),
        ('<p><span class="remark">x</span></p>', A_REMARK),
        ('<p><span class="red">x</span></p>', '<span class="red"> is not in the subset'),
        ('<figure id="f"><img src="x" alt="y"><figcaption>c</figcaption></figure>', A_FIGURE),
        ('<figure id="f"><img src="sketch"><figcaption>c</figcaption></figure>', A_FIGURE),
        (
            '<figure><img src="sketch" alt="y"><figcaption>c</figcaption></figure>',
            "what is numbered needs an id",
        ),
    ],
)
def test_what_stands_in_the_wrong_place_is_an_error_that_names_it(html: str, complaint: str) -> None:
    with pytest.raises(SubsetError) as refused:
        blocks(html)
    assert str(refused.value) == complaint


NUMBERED = (
    '<table id="{0}" class="data numbered"><caption>{0}</caption><tbody><tr><td></td></tr></tbody></table>'
)
PLAIN = '<table id="plain"><tbody><tr><td></td></tr></tbody></table>'


def test_numbered_tables_count_in_reading_order_and_others_do_not() -> None:
    html = (
        NUMBERED.format("one")
        + PLAIN
        + f"<ul><li>{NUMBERED.format('two')}</li></ul>"
        + NUMBERED.format("three")
    )
    found = [block for block in blocks(html) if isinstance(block, Table)]
    assert [(table.anchor, table.number) for table in found] == [("one", 1), ("plain", None), ("three", 3)]


ROWS = '<tr><th>{}</th><td data-path="a">{}</td><td data-path="b"></td><td></td></tr>'
HEADED = "<thead><tr><th>What</th><th>Measure</th><th>When</th><th>By hand</th></tr></thead>"


def test_a_column_of_fields_without_an_answer_is_left_out() -> None:
    rows = ROWS.format("x", "") + ROWS.format("y", "said")
    root = parse_subset(f'<table class="data">{HEADED}<tbody>{rows}</tbody></table>')
    fill_blank_cells(root)
    (table,) = Converter(root).blocks()
    assert isinstance(table, Table)
    said = [cell.blocks for cell in table.head]
    assert said == [(Paragraph((Text(words),)),) for words in ("What", "Measure", "By hand")]
    assert [len(row) for row in table.rows] == [3, 3]


def test_a_reference_reads_as_the_number_of_its_table_even_before_it() -> None:
    html = f'<p><a class="ref" href="#two"></a></p>{NUMBERED.format("one")}{NUMBERED.format("two")}'
    assert blocks(html)[0] == Paragraph((Reference("two", "Table 2"),))


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "JavaScript:x", "file:///etc/passwd", "ftp://x", "data:text/html,x", "a/b.html"],
)
def test_a_link_that_must_not_be_followed_keeps_its_text_and_shows_its_address(href: str) -> None:
    assert inlines(f'see <a href="{href}">this <em>one</em></a>') == (
        Text("see "),
        Text("this "),
        Emphasis((Text("one"),)),
        Text(f" ({href})"),
    )


def test_a_link_within_the_document_leads_to_a_heading_or_a_table_that_is_there() -> None:
    html = f'<h2 id="x">a</h2><p><a href="#x">y</a><a href="#plain">z</a></p>{PLAIN}'
    assert blocks(html)[1] == Paragraph((Link("#x", (Text("y"),)), Link("#plain", (Text("z"),))))


def test_a_link_to_an_anchor_that_is_not_there_is_text_with_its_address() -> None:
    assert inlines('<a href="#nowhere">y</a>') == (Text("y"), Text(" (#nowhere)"))


def test_a_link_without_text_shows_its_address() -> None:
    assert inlines('<a href="https://example.org"></a>') == (
        Link("https://example.org", (Text("https://example.org"),)),
    )
    assert inlines('<a href="a/b.html"></a>') == (Text("a/b.html"),)


def test_a_link_to_nothing_is_its_text() -> None:
    assert inlines('<a href="">x</a>') == (Text("x"),)


def test_a_division_is_no_block_of_its_own() -> None:
    html = '<div data-path="summary"><p>a</p><div><ul><li>b</li></ul></div></div><p>c</p>'
    assert blocks(html) == (
        line("a", "summary"),
        BulletList(((line("b", "summary"),),)),
        line("c"),
    )


def test_figures_and_tables_count_on_their_own_and_are_referred_to_by_name() -> None:
    html = (
        '<figure id="f"><img src="sketch" alt="y"><figcaption>c</figcaption></figure>'
        + NUMBERED.format("t")
        + '<p><a class="ref" href="#t"></a><a class="ref" href="#f"></a></p>'
    )
    assert blocks(html)[-1] == Paragraph((Reference("t", "Table 1"), Reference("f", "Figure 1")))


def test_a_footnote_is_no_part_of_the_line_it_stands_in() -> None:
    assert (
        read_plain_words(inlines('The plan<span class="footnote">2014</span> says so.'))
        == "The plan says so."
    )


@pytest.mark.parametrize(
    ("href", "address"),
    [("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"), ("mailto:a@b.c", "a@b.c")],
)
def test_a_link_whose_words_do_not_name_its_address_has_it_in_a_footnote(href: str, address: str) -> None:
    link, note = inlines(f'<a href="{href}">our plan</a>')
    assert isinstance(link, Link)
    assert note == Footnote((Link(link.href, (Text(address),)),))


def test_a_block_leads_to_the_fields_that_it_or_the_nearest_element_around_it_names() -> None:
    html = (
        '<table data-path="posts"><tbody><tr data-path="posts[0]"><th>a</th>'
        '<td data-path="posts[0].band posts[0].wte">b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>'
    )
    (table,) = blocks(html)
    assert isinstance(table, Table)
    assert (table.paths, table.row_paths) == ("posts", ("posts[0]", ""))
    assert [cell.paths for row in table.rows for cell in row] == [
        "posts[0]",
        "posts[0].band posts[0].wte",
        "posts",
        "posts",
    ]
