"""Labels of rows are bold where they are short; sentences are set as the other words of a table."""

from __future__ import annotations

import pytest

from eoi.document.blocks import Cell, Paragraph, Table, TableKind, Text
from eoi.writers import writer
from eoi.writers.row_heights import LONGEST_BOLD, cell_frame, has_bold_labels
from tests.samples import example, interest


def table(label: str, kind: TableKind = "data") -> Table:
    heading = Cell((Paragraph((Text(label),)),), "row")
    return Table((), (), ((heading, Cell((Paragraph((Text("x"),)),))),), kind=kind)


@pytest.mark.parametrize(("letters", "bold"), [(LONGEST_BOLD, True), (LONGEST_BOLD + 1, False)])
def test_only_short_labels_are_bold(letters: int, bold: bool) -> None:
    made = table("a" * letters)
    assert has_bold_labels(made) is bold
    assert cell_frame(made.rows[0][0], 0, "data", has_bold_labels(made)) == ("RowHeading" if bold else "")


def test_the_labels_of_facts_and_the_names_of_those_who_sign_are_bold_however_long() -> None:
    assert has_bold_labels(table("a" * 99, "details"))
    assert has_bold_labels(table("a" * 99, "signatures"))


def test_the_functions_of_a_long_list_are_not_bold_and_its_headings_are() -> None:
    page = writer("html").write(interest(example("bath-and-north-east-somerset"))).decode()
    assert '<table class="data cards sentences" id="table-scope"' in page
    assert '<table class="data cards" id="table-posts"' in page
    assert ".sentences tbody th" in page
