"""Labels of rows are bold where they are short; sentences are set as the other words of a table."""

from __future__ import annotations

from typing import Literal

import pytest

from eoi.document.blocks import Cell, Paragraph, Table, TableKind
from eoi.document.inline import Text
from eoi.writers import find_writer
from eoi.writers.row_heights import choose_cell_frame
from eoi.writers.table_widths import LONGEST_BOLD, lay_out_columns
from tests.samples import example, interest


def cell(words: str, scope: Literal["col", "row"] | None = None) -> Cell:
    return Cell((Paragraph((Text(words),)),), scope)


def table(label: str, kind: TableKind = "data", head: str = "") -> Table:
    heads = (cell(head, "col"), cell("Answer", "col")) if head else ()
    return Table((), heads, ((cell(label, "row"), cell("x")),), kind=kind)


def frames(*tables: Table) -> list[str]:
    made = [one for one in lay_out_columns(tables) if isinstance(one, Table)]
    return [choose_cell_frame(one.rows[0][0].scope, 0, one) for one in made]


@pytest.mark.parametrize(("letters", "frame"), [(LONGEST_BOLD, "RowHeading"), (LONGEST_BOLD + 1, "")])
def test_only_short_labels_are_bold(letters: int, frame: str) -> None:
    assert frames(table("a" * letters)) == [frame]


def test_the_labels_of_facts_and_the_names_of_those_who_sign_are_bold_however_long() -> None:
    long = "a" * (LONGEST_BOLD + 1)
    assert frames(table(long, "details"), table(long, "signatures")) == ["RowHeading", "RowHeading"]


def test_tables_of_a_series_have_labels_of_one_kind() -> None:
    long = "a" * (LONGEST_BOLD + 1)
    asked = (table("Short", head="What is asked"), table(long, head="What is asked"))
    assert frames(*asked, table("Short", head="Who")) == ["", "", "RowHeading"]


def test_the_functions_of_a_long_list_are_not_bold_and_its_headings_are() -> None:
    page = find_writer("html").write(interest(example("bath-and-north-east-somerset"))).decode()
    assert '<table class="data cards sentences" id="table-scope"' in page
    assert '<table class="data cards" id="table-posts"' in page
    assert ".sentences tbody th" in page
