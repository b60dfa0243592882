"""The HTML subset: what a template may emit, and the error that names whatever it may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from eoi.document.subset.elements import ELEMENTS, VOID, Element, SubsetError, parse_subset, read_plain_page
from eoi.document.subset.subset_reader import read_with_care
from tests.tables import for_each, for_each_row

ALLOWED = sorted(ELEMENTS.keys() - VOID)


def test_elements_become_a_tree_with_their_text_between_them() -> None:
    assert parse_subset("<p>a <em>b</em> c</p>") == Element(
        "document", {}, [Element("p", {}, ["a ", Element("em", {}, ["b"]), " c"])]
    )


def test_references_to_characters_are_the_characters() -> None:
    assert parse_subset("<p>&lt;b&gt; &amp;amp; &#163;</p>").children == [Element("p", {}, ["<b> &amp; £"])]


@for_each(ALLOWED)
def test_every_element_of_the_subset_is_read(name: str) -> None:
    assert parse_subset(f"<{name}>x</{name}>").children == [Element(name, {}, ["x"])]


def test_the_subset_has_as_many_elements_as_the_writers_were_written_for() -> None:
    assert len(ELEMENTS) == 29


@pytest.mark.parametrize("html", ["<br>", "<br/>", "<br />"])
def test_a_line_break_needs_no_end(html: str) -> None:
    assert parse_subset(f"<p>a{html}b</p>").children == [Element("p", {}, ["a", Element("br"), "b"])]


@for_each_row(
    [
        ("<section>x</section>", "<section> is not in the subset"),
        ("<p><mark>x</mark></p>", "<mark> is not in the subset"),
        ("<p><span style='color: red'>x</span></p>", "<span> cannot carry style"),
        ("<img src='x' alt='y' srcset='z'>", "<img> cannot carry srcset"),
        ("<hr>", "<hr> is not in the subset"),
        ("<h6>x</h6>", "<h6> is not in the subset"),
        ("<script>alert(1)</script>", "<script> is not in the subset"),
        ("<style>p {}</style>", "<style> is not in the subset"),
        ("<svg/>", "<svg/> must be closed by </svg>"),
        ("<p/>", "<p/> must be closed by </p>"),
        ("<p style='color: red'>x</p>", "<p> cannot carry style"),
        ("<p onclick='x' style='y'>x</p>", "<p> cannot carry onclick, style"),
        ("<td colspan='2'>x</td>", "<td> cannot carry colspan"),
        ("<a href='x' target='_blank'>x</a>", "<a> cannot carry target"),
        ("<p>x", "<p> is never closed"),
        ("<ul><li>x</ul>", "</ul> closes <li>"),
        ("x</p>", "</p> closes <document>"),
        ("<p><em>x</p></em>", "</p> closes <em>"),
        ("<!-- note -->", "a comment is not in the subset: 'note'"),
        ("<!DOCTYPE html>", "<!DOCTYPE html> is not in the subset"),
        ("<?php x ?>", "<?php x ? is not in the subset"),
        ("<![CDATA[x]]>", "<![CDATA[x is not in the subset"),
    ],
)
def test_anything_else_is_an_error_that_names_it(html: str, complaint: str) -> None:
    with pytest.raises(SubsetError) as refused:
        parse_subset(html)
    assert str(refused.value) == complaint


@pytest.mark.parametrize("html", ["<p>a</>b</p>", "<p class='a' class='b'>x</p>", "<p><![1</p>"])
def test_what_the_parser_itself_would_drop_is_an_error_too(html: str) -> None:
    with pytest.raises(SubsetError):
        parse_subset(html)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_any_text_that_is_escaped_is_read_as_itself(text: str) -> None:
    (paragraph,) = parse_subset(f"<p>{escape(text)}</p>").children
    assert isinstance(paragraph, Element)
    assert "".join(child for child in paragraph.children if isinstance(child, str)) == text


PIECES = [
    "<p>",
    "</p>",
    "<em>",
    "</em>",
    "<br>",
    "<br/>",
    '<p class="a">',
    '<a href="x?a=1&amp;b=2">',
    "</a>",
]
ODD = [
    "a",
    "&lt;",
    "&#163;",
    "&copy",
    " < ",
    "<!-- x -->",
    "<p id='a'>",
    '<p class="a" class="b">',
    "<hr>",
    "</>",
]


@given(st.lists(st.sampled_from([*PIECES, *ODD])).map("".join))
def test_plain_pages_are_read_as_a_reader_of_html_reads_them(html: str) -> None:
    page = read_plain_page(html)
    assert page is None or page == read_with_care(html, False)


@given(
    st.lists(st.sampled_from(["a", "&lt;", "<br>", "<em>b</em>", '<p class="a">&#163; &amp;</p>'])).map(
        "".join
    )
)
def test_what_templates_write_is_a_plain_page(html: str) -> None:
    assert read_plain_page(html) == read_with_care(html, False)
