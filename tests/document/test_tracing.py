"""Which line of which template a piece of a page comes from; and that finding out changes no document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.document.subset.elements import Element, Origin, SubsetError, find_origin_in_template, parse_subset
from eoi.document.templating.line_marks import read_origin_mark, trace_text, write_origin_mark
from eoi.document.templating.template_sources import Templates
from tests.compiled import copied_templates
from tests.document.contexts import DOCUMENTS
from tests.samples import EXAMPLES, examined, words_of
from tests.thorough import some_of

START = Origin("scope.html", 10)


def marked(text: str, tag_open: bool = False) -> str:
    """The marks shown by their line only."""
    result, _ = trace_text(text, START, tag_open)
    for line in range(10, 20):
        result = result.replace(write_origin_mark(Origin("scope.html", line)), f"[{line}]")
    return result


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>a</p>", "[10]<p>[10]a[10]</p>"),
        ("\n<ul>\n<li>\n\nx", "\n[11]<ul>\n[12]<li>\n\n[14]x"),
        ('<p class="', '[10]<p class="'),
        ("a < b", "[10]a [10]< [10]b"),
        ("  \n ", "  \n "),
        ("<br><br/>", "[10]<br>[10]<br/>"),
        ("", ""),
    ],
)
def test_each_tag_and_each_text_is_marked_with_its_line(text: str, shown: str) -> None:
    assert marked(text) == shown


def test_no_mark_is_put_inside_a_tag_that_an_expression_interrupts() -> None:
    assert trace_text('<p class="', START, False)[1] is True
    assert marked('note">\n<em>x', tag_open=True) == 'note">\n[11]<em>[11]x'
    assert trace_text(" data-", START, True) == (" data-", True)


@pytest.mark.slow
@given(st.text(), st.booleans())
def test_marks_are_all_that_is_added(text: str, tag_open: bool) -> None:
    result, _ = trace_text(text, Origin("x", 1), tag_open)
    for line in range(1, text.count("\n") + 2):
        result = result.replace(write_origin_mark(Origin("x", line)), "")
    assert result == text


@pytest.mark.long
@given(st.text(), st.integers(1, 10_000))
def test_a_mark_holds_any_name_of_a_file(name: str, line: int) -> None:
    text = write_origin_mark(Origin(name, line))
    assert "-->" not in text[4:-3]
    assert read_origin_mark(text[4:-3]) == Origin(name, line)


def test_elements_and_texts_know_the_mark_before_them() -> None:
    one, two, nine = (write_origin_mark(Origin(*origin)) for origin in (("a", 1), ("a", 2), ("b", 9)))
    page = f"{one}<p>{two}x<em>y</em></p>{nine}<p>z</p>"
    first, second = parse_subset(page, traced=True).children
    assert (find_origin_in_template(first), find_origin_in_template(second)) == (("a", 1), ("b", 9))
    assert isinstance(first, Element)
    assert [find_origin_in_template(child) for child in first.children] == [("a", 2), ("a", 2)]


def test_a_page_that_is_not_traced_may_have_no_marks() -> None:
    with pytest.raises(SubsetError, match="a comment is not in the subset"):
        parse_subset(f"{write_origin_mark(START)}<p>x</p>")


@pytest.mark.slow
@pytest.mark.parametrize("kind", some_of(DOCUMENTS, 2))
def test_a_full_copy_of_the_templates_makes_the_same_documents(kind: str) -> None:
    make = DOCUMENTS[kind]
    for example in some_of(EXAMPLES, 1):
        given = examined(example.read_bytes())
        assert make(given, False, Templates(copied_templates())) == make(given, False)


@pytest.mark.slow
@pytest.mark.parametrize("kind", some_of(DOCUMENTS, 2))
def test_a_page_that_is_traced_has_the_same_words(kind: str) -> None:
    make, given = DOCUMENTS[kind], examined(EXAMPLES[0].read_bytes())
    assert words_of(make(given, False, Templates(copied_templates(), traced=True))) == words_of(
        make(given, False)
    )
