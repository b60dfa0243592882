"""Wide tables stand on pages on their side, with what leads to them; nothing is lost or moved on the way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from eoi.document.blocks import Block, Cell, Heading, Paragraph, Table
from eoi.document.inline import Reference, Text
from eoi.writers.line_widths import Room
from eoi.writers.page_layout import split_by_orientation
from tests.samples import EXAMPLES, checklist_document, example, interest
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples

LONG = "A sentence that goes on for a while and would make a narrow column very tall indeed. " * 3


def line(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def table(columns: int, words: str, anchor: str = "t") -> Table:
    head = tuple(Cell((line(f"Column {number}"),), "col") for number in range(columns))
    return Table((Text("caption"),), head, (tuple(Cell((line(words),)) for _ in range(columns)),), anchor)


def sides(*blocks: Block) -> list[tuple[bool, int]]:
    return [(stretch.wide, len(stretch.blocks)) for stretch in split_by_orientation(blocks)]


def test_a_table_of_figures_stays_upright_however_many_columns_it_has() -> None:
    assert sides(table(8, "43")) == [(False, 1)]


def test_a_table_with_few_columns_stays_upright_however_long_its_text() -> None:
    assert sides(table(4, LONG)) == [(False, 1)]


def test_a_wide_table_takes_its_headings_and_the_line_that_names_it_along() -> None:
    lead = Paragraph((Reference("t", "Table 1"), Text(" says:")))
    title, section = Heading(1, (Text("title"),), "title"), Heading(2, (Text("C"),), "c")
    before = (title, table(2, "x", "u"), line("x"))
    assert sides(*before, section, lead, table(5, LONG), line("y")) == [(False, 3), (True, 3), (False, 1)]
    assert sides(line("x"), table(5, LONG)) == [(False, 1), (True, 1)]


def test_a_table_takes_the_question_below_its_heading_along() -> None:
    question = Paragraph((Text("Which?"),), "question")
    lead = Paragraph((Reference("t", "Table 1"), Text(" says:")))
    blocks = (line("x"), Heading(2, (Text("C"),), "c"), question, lead, table(5, LONG))
    assert sides(*blocks) == [(False, 1), (True, 4)]


def test_a_table_whose_words_an_upright_page_would_break_lies_on_its_side() -> None:
    """The letters of a letterhead may be wide, and its margins too."""
    words = table(7, "Westminster")
    assert [stretch.wide for stretch in split_by_orientation((words,))] == [False]
    assert [stretch.wide for stretch in split_by_orientation((words,), Room(75))] == [True]


def test_tables_with_the_same_headings_lie_the_same_way() -> None:
    section = Heading(2, (Text("B"),), "b")
    parts = (table(5, "43"), line("between"), table(4, "x"), section, table(5, LONG))
    assert sides(*parts) == [(True, 1), (False, 2), (True, 2)]


def test_a_few_lines_between_wide_tables_get_no_page_of_their_own() -> None:
    assert sides(table(5, LONG), line("a"), line("b"), table(5, LONG, "u")) == [(True, 4)]
    assert sides(table(5, LONG), *[line("a")] * 4, table(5, LONG, "u")) == [(True, 1), (False, 4), (True, 1)]
    assert sides(line("a"), table(5, LONG), line("b")) == [(False, 1), (True, 1), (False, 1)]


def test_a_title_with_a_few_lines_stands_on_the_page_of_the_wide_table_below_it() -> None:
    title = Heading(1, (Text("Risk register"),), "title")
    assert sides(title, line("x"), line("y"), table(5, LONG), line("z")) == [(True, 4), (False, 1)]
    assert sides(title, *[line("x")] * 9, table(5, LONG)) == [(False, 10), (True, 1)]
    assert sides(title, table(2, "x", "u"), table(5, LONG)) == [(False, 2), (True, 1)]


def test_the_pages_of_the_real_submissions_and_of_their_checklists_stand_upright() -> None:
    assert [side for side, _ in sides(*interest(example("bath-and-north-east-somerset")).blocks)] == [False]
    for path in EXAMPLES:
        assert [side for side, _ in sides(*checklist_document(path.read_bytes()).blocks)] == [False]


@pytest.mark.slow
@settings(max_examples=examples(15))
@given(fields=submissions())
def test_every_block_is_kept_in_its_place(fields: Fields) -> None:
    blocks = interest(as_yaml(fields)).blocks
    assert tuple(block for stretch in split_by_orientation(blocks) for block in stretch.blocks) == blocks
