"""The widths of columns: what stays in one piece, and what the rest is shared out by."""

from __future__ import annotations

from eoi.document.blocks import Callout, Cell, Paragraph, Table
from eoi.document.inline import Code, Strong, Text
from eoi.writers.column_widths import compute_column_shares
from eoi.writers.page import A4
from eoi.writers.row_heights import compute_grid_widths
from tests.samples import example, interest, section
from tests.word import cells, text

PROSE = "Co-ordinated by the monthly group, which expects NHS England to leave its budget as it is. " * 2
FIELD = "applicants[0].commissioning_support.provider"


def headed(*rows: tuple[Cell, ...]) -> Table:
    head = ("What is asked", "In the document", "In the file", "Why it is asked")
    return Table((), tuple(Cell((text(words),), "col") for words in head), rows)


def test_a_short_heading_stays_in_one_piece_over_a_narrow_column() -> None:
    shares = compute_column_shares(headed(cells(PROSE, "A", "summary, line 42", PROSE)))
    assert shares[1] >= 17


def test_a_page_on_its_side_has_room_for_the_name_of_a_field() -> None:
    block = headed((*cells(PROSE, "A"), Cell((text("", Code(FIELD), Text(", line 26")),)), *cells(PROSE)))
    side = A4.on_its_side().room
    courier_of_9_points = 0.6 * 9 * 20 * len(FIELD)
    assert compute_grid_widths(block, side)[2] > courier_of_9_points


def test_what_a_page_on_its_side_adds_goes_to_the_long_lines() -> None:
    block = headed(cells("Budget", "Introduction 1", "line 20", PROSE * 3))
    upright, side = compute_column_shares(block), compute_column_shares(block, 152)
    assert side[1] < upright[1]
    assert side[3] > upright[3]


def test_many_lines_ask_for_as_much_room_as_a_few_long_ones() -> None:
    blocks = section(interest(example("bath-and-north-east-somerset")), "engagement-feedback")
    feedback = next(block for block in blocks if isinstance(block, Table))
    *_, positives, challenges = compute_column_shares(feedback)
    assert challenges >= positives - 1  # whole percentages


def test_the_two_words_that_open_a_gap_stay_on_one_line_in_a_narrow_column() -> None:
    asked = (Paragraph((Strong((Text("To complete:"),)), Text(" the use (line 9)"))),)
    gap, rest = Cell((Callout("gap", asked, "a.b"),)), cells(PROSE, PROSE, PROSE, PROSE)
    assert compute_column_shares(Table((), (), ((gap, *rest),)))[0] >= 17


def test_a_few_long_comments_ask_for_as_much_room_as_many() -> None:
    comments = [cells("Contracts", "A", "B", PROSE), *[cells("Contracts", "A", "B", "\N{EN DASH}")] * 5]
    few, many = compute_column_shares(headed(*comments)), compute_column_shares(headed(*[comments[0]] * 6))
    assert few[3] == many[3]
