"""Markdown as officers type it: what it may mean becomes the subset, all else stays as it was typed."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from eoi.document.blocks import Block, BulletList, Document, NumberedList, Properties, Quote
from eoi.document.inline import Link
from eoi.document.subset.conversion import Converter
from eoi.document.subset.elements import parse_subset
from eoi.document.subset.plain_prose import mark_plain_prose
from eoi.document.subset.prose import read_markdown, write_prose_blocks
from eoi.writers import find_writer, list_formats
from tests.readers import AS_TYPED, READERS, html_tree, markdown_tree, normalised, one
from tests.samples import lines_of
from tests.tables import for_each, for_each_row
from tests.values import lines as one_line
from tests.values import prose as any_prose


def blocks(markdown: str) -> tuple[Block, ...]:
    return Converter(parse_subset(str(write_prose_blocks(markdown)))).blocks()


def text(markdown: str) -> str:
    return "\n".join(lines_of(blocks(markdown)))


def html(markdown: str) -> str:
    return str(write_prose_blocks(markdown)).replace("\n", "")


@for_each_row(
    [
        ("a\n\nb", "<p>a</p><p>b</p>"),
        ("**a** _b_ `c`", "<p><strong>a</strong> <em>b</em> <code>c</code></p>"),
        ("a  \nb", "<p>a<br>b</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("> a", "<blockquote><p>a</p></blockquote>"),
        ("[a](https://b.example)", '<p><a href="https://b.example">a</a></p>'),
        ('[a](https://b.example "title")', '<p><a href="https://b.example">a</a> (title)</p>'),
        ("<https://b.example>", '<p><a href="https://b.example">https://b.example</a></p>'),
        ("# a *b*", "<p><strong>a <em>b</em></strong></p>"),
        ("###### a ######", "<p><strong>a</strong></p>"),
        ("", ""),
    ],
)
def test_prose_is_paragraphs_lists_emphasis_links_and_quotations(markdown: str, written: str) -> None:
    assert html(markdown) == written


@for_each(
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "<!-- hidden -->",
        "<div>\n</div>",
        "<br>",
        "a < b > c & d",
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](vbscript:x)",
        "[x](data:text/html;base64,eA==)",
        "<javascript:alert(1)>",
        "    indented",
        "| a | b |\n| --- | --- |\n| c | d |",
        "[a]: https://b.example",
        "[a][b]",
        "Title\n=====",
        "Title\n-----x",
        "5*3*2 sessions",
        "~~struck~~",
        "![alt]",
        "\\",
        "{{ 7 * 7 }} {% include 'x' %} {# no #}",
        "&unknown;",
        "https://b.example",
    ]
)
def test_whatever_else_markdown_could_mean_stays_as_it_was_typed(typed: str) -> None:
    assert normalised(text(typed)) == normalised(typed)


NESTED = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


@for_each_row(
    [
        ("• a\n• b", "<ul><li>a</li><li>b</li></ul>"),
        ("·\ta\n·\tb", "<ul><li>a</li><li>b</li></ul>"),
        ("\uf0b7\ta\n\uf0b7\tb", "<ul><li>a</li><li>b</li></ul>"),
        ("•a\n•b", "<ul><li>a</li><li>b</li></ul>"),
        ("•\u00a0a\n•\u00a0b", "<ul><li>a</li><li>b</li></ul>"),
        ("o\ta\no\tb", "<ul><li>a</li><li>b</li></ul>"),
        ("Ø  a\n§  b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("– a\n– b", "<ul><li>a</li><li>b</li></ul>"),
        ("We will:\n• a\n• b", "<p>We will:</p><ul><li>a</li><li>b</li></ul>"),
        ("We will:\n– a", "<p>We will:</p><ul><li>a</li></ul>"),
        ("    • a\n    • b", "<ul><li>a</li><li>b</li></ul>"),
        ("• a\no\tb\n• c", NESTED),
        ("• a\n    • b\n• c", NESTED),
        ("- a\n• b\n- c", NESTED),
        ("• a\nand more\n• b", "<ul><li>aand more</li><li>b</li></ul>"),
        ("✓ a\n✓ b", "<ul><li>✓ a</li><li>✓ b</li></ul>"),
        ("• a\n\nAfter", "<ul><li>a</li></ul><p>After</p>"),
    ],
)
def test_bullets_pasted_from_word_are_lists(pasted: str, written: str) -> None:
    assert html(pasted) == written


@pytest.mark.parametrize(
    "typed",
    [
        "Care closer to home\n– and better care –\nfor all",
        "o one letter and a space",
        "§ 14Z3 of the Act",
        "About 30 · 40 people",
    ],
)
def test_a_dash_or_a_letter_inside_a_sentence_is_no_bullet(typed: str) -> None:
    assert html(typed) == f"<p>{typed}</p>".replace("\n", "")


@pytest.mark.parametrize(
    "typed", ["(a) one\n(b) two", "a) one\nb) two", "(i) one\n(ii) two", "(1) one\n(2) two"]
)
def test_lines_that_begin_with_a_letter_in_brackets_stay_lines(typed: str) -> None:
    assert html(typed) == f"<p>{typed}</p>".replace("\n", "<br>")


@pytest.mark.parametrize("typed", ["* * *", "- - -"])
def test_a_line_across_the_page_stays_as_it_was_typed(typed: str) -> None:
    assert text(typed) == typed


def test_a_link_without_text_shows_its_address() -> None:
    assert "https://b.example" in text("[](https://b.example)")


def test_a_link_to_an_anchor_that_is_not_there_is_no_link() -> None:
    links = [child for block in blocks("[here](#nowhere)") for child in getattr(block, "children", ())]
    assert not [link for link in links if isinstance(link, Link)]


def test_code_over_several_lines_keeps_its_words() -> None:
    assert text("```\na <b> & c\n```") == "a <b> & c"


def test_lists_can_hold_lists_and_quotations() -> None:
    (outer,) = blocks("- a\n  1. b\n  2. c\n- d\n\n  > e")
    assert isinstance(outer, BulletList)
    assert [type(block) for item in outer.items for block in item][1::2] == [NumberedList, Quote]


def escaped(typed: str) -> str:
    """With a backslash before every character that Markdown could take for its own."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", typed)


@given(one_line())
@example("·0")
@example("• 0")
@example("– 0")
def test_a_line_without_markdown_comes_out_as_it_went_in(typed: str) -> None:
    assert text(escaped(typed)) == typed.translate(AS_TYPED)


MARKS = (
    "**",
    "*",
    "_",
    "`",
    "# ",
    "- ",
    "1. ",
    "> ",
    "\n",
    "\n\n",
    "[",
    "](",
    ")",
    "<",
    ">",
    "|",
    "\\",
    "  ",
    "~~",
    "&",
    "• ",
    "·\t",
    "o\t",
    "– ",
    "(a) ",
)
scribbles = st.lists(st.sampled_from(MARKS) | one_line(), max_size=12).map("".join)


@given(scribbles | any_prose())
def test_anything_typed_is_within_the_subset(typed: str) -> None:
    names = {element.tag for element in html_tree(str(write_prose_blocks(typed))).iter()} - {"document"}
    assert names <= {"p", "ul", "ol", "li", "blockquote", "strong", "em", "code", "a", "br"}
    assert isinstance(blocks(typed), tuple)


@given(scribbles | any_prose())
def test_no_letter_and_no_digit_of_anything_typed_is_lost(typed: str) -> None:
    assume(not re.search(r"\]\(|&|\d[.)]|<|^\s*o\t", typed, re.MULTILINE))
    assert [c for c in text(typed) if c.isalnum()] == [c for c in typed if c.isalnum()]


@pytest.mark.long
@given(scribbles | any_prose())
def test_prose_reads_the_same_in_every_format(typed: str) -> None:
    document = Document(Properties("t", "a", draft=False), blocks(typed))
    seen = {
        name: normalised(READERS[name](find_writer(name).write(document))).split() for name in list_formats()
    }
    assert seen["docx"] == seen["odt"] == seen["html"] == seen["md"]


MARKED = ("li", "ul", "ol", "blockquote", "a", "code", "strong", "em")


@pytest.mark.long
@given(scribbles | any_prose())
def test_prose_has_the_same_lists_links_and_emphasis_in_markdown_as_in_html(typed: str) -> None:
    document = Document(Properties("t", "a", draft=False), blocks(typed))
    page = one(html_tree(find_writer("html").write(document).decode()), ".//main")
    read_back = markdown_tree(find_writer("md").write(document).decode())
    for name in MARKED:
        assert len(list(read_back.iter(name))) == len(list(page.iter(name))), name


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("32767. Word", '<ol start="32767"><li>Word</li></ol>'),
        ("32768. Word", "<p>32768. Word</p>"),
        ("- 99999) Word", "<ul><li>99999) Word</li></ul>"),
        ("1. 0123451. Word", "<ol><li>0123451. Word</li></ol>"),
    ],
)
def test_a_number_that_no_format_can_begin_a_list_with_is_text(typed: str, shown: str) -> None:
    assert html(typed) == shown


def test_emphasis_in_emphasis_of_its_kind_is_written_once() -> None:
    assert html("**a __b *c _d_ e* f__ g**") == "<p><strong>a b <em>c d e</em> f g</strong></p>"
    assert html("# A **b** c") == "<p><strong>A <strong>b</strong> c</strong></p>"
    assert text("*a **b " * 300 + "x" + " c** d*" * 300).count("a") == 300


LINES = (
    "",
    "Words go on",
    "“Quoted”",
    "- one",
    "- Two",
    "a) b",
    "  x & y",
    "**Bold.** A&amp;E",
    "- (**one** of “R&D”)",
    "12 weeks**",
    "2. weeks",
)
ADDRESS = "<https://www.a-b.org/c_d/e.pdf>"
NEAR_ADDRESS = ("", "a", " ", ".", "**", "- ", "\n", "\n\n", '"', "<", ">", "<http://a.b/c", "&", "_")
NEAR_BOLD = ("", "a", " ", "b.", "(", "“", "£", "\n", "\nb", ":", "*", "**", '"', "&", "1")
PLAIN = {
    "words": "One.",
    "paragraphs": "\nOne\ntwo.\n\n\nThree.\n",
    "list": "- one\n- two\ngoes on\n\nwords",
    "list below words": 'Of "these":\n- one\n- two',
    "a line that goes on with an item": "- one\n  goes on\n- two\n    goes on\n  (and on)",
    "addresses": "As <http://www.england.nhs.uk/2014/05/a_b.pdf> says:\n\n- **One**: <https://a.uk/>",
    "bold words": "**One.** Two **or three**, four\n\n- **One:** two",
    "a sign that only some letters make another": "A&E and R & D; T&O",
    "numbers and quotation marks that begin a line": "in\n2014 and\n'one' or\n\"two\" (of\n20,000)",
}


@pytest.mark.long
def test_plain_text_is_written_as_the_reader_of_markdown_writes_it() -> None:
    texts = ["\n".join(lines) for number in range(1, 5) for lines in product(LINES, repeat=number)]
    texts += ["{}**{}{}**{}".format(*parts) for parts in product(NEAR_BOLD, repeat=4)]
    texts += [
        "".join(parts) for parts in product(NEAR_ADDRESS, (ADDRESS, "**a**", f"**a {ADDRESS}"), NEAR_ADDRESS)
    ]
    texts += [f"a{first}{ADDRESS}{last}b" for first, last in product(NEAR_ADDRESS, repeat=2)]
    plain = {text: marked for text in texts if (marked := mark_plain_prose(text)) is not None}
    assert len(plain) > 3_000
    assert sum("<strong>" in marked for marked in plain.values()) > 1_000
    assert sum("<a href" in marked for marked in plain.values()) > 100
    assert [text for text, marked in plain.items() if marked != read_markdown(text)] == []


@for_each(PLAIN.values())
def test_paragraphs_and_simple_lists_are_plain(markdown: str) -> None:
    assert mark_plain_prose(markdown) == read_markdown(markdown)


@for_each(
    ["*a*", "a &amp; b", "# a", "> a", "1. a", "a  \nb", "- a\n\n- b", "  a", "---", "- a\n\n  b", "**a*"],
)
def test_whatever_else_markdown_knows_is_left_to_its_reader(markdown: str) -> None:
    assert mark_plain_prose(markdown) is None
