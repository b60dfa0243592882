"""What a column holds decides how it is aligned, once, in the block tree."""

from __future__ import annotations

import pytest

from eoi.document.blocks import Table
from eoi.document.subset.blanks import DASH
from eoi.document.subset.conversion import Converter
from eoi.document.subset.elements import SubsetError, parse_subset
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import MINUS, set_marks
from eoi.document.walk import list_own_inlines, walk_blocks
from eoi.papers import list_papers
from eoi.submission.figures import parse_figure
from tests.samples import COMPLETE, EXAMPLES, ROOT, interest, lines_of, paper, skeleton
from tests.tables import for_each_row

BIDS = tuple(sorted((ROOT / "tests" / "bids").glob("*.yaml")))
FEWEST = {"expression-of-interest": 20, "checklist": 40}

TABLE = (
    '<table><thead><tr><th scope="col">Post</th><th scope="col" class="{}">Cost</th></tr></thead>'
    '<tbody><tr><th scope="row">Manager</th><td>£41k</td></tr></tbody></table>'
)


def table(kind: str) -> Table:
    (block,) = Converter(parse_subset(TABLE.format(kind))).blocks()
    assert isinstance(block, Table)
    return block


@pytest.mark.parametrize(
    ("kind", "right"), [("money", True), ("figure", True), ("date", False), ("text", False)]
)
def test_columns_of_figures_and_of_money_are_aligned_right_and_no_others(kind: str, right: bool) -> None:
    assert [table(kind).aligns_right(column) for column in range(2)] == [False, right]


def test_a_column_of_an_unknown_kind_stops_the_build() -> None:
    with pytest.raises(SubsetError, match='<th class="pounds"> is not in the subset'):
        table("pounds")


def test_a_table_of_a_ccgs_own_template_without_kinds_holds_words() -> None:
    plain = "<table><tbody><tr><td>A</td></tr></tbody></table>"
    (block,) = Converter(parse_subset(plain)).blocks()
    assert isinstance(block, Table)
    assert block.columns == ()
    assert not block.aligns_right(0)


VERSIONS = "document-versions"  # "1.2" is a name there
NAMES = {
    "Band",
    "Likelihood",
    "Impact",
    "No.",
}  # of a band or a step of a scale, as 8a and "high" are, or of an entry


def cells(table: Table, column: int) -> list[str]:
    """The words of a column below its head, but for cells that say that there is nothing."""
    words = [" ".join(lines_of(row[column].blocks)) for row in table.rows]
    return [cell for cell in words if cell and cell != DASH]


def is_bare_figure(words: str) -> bool:
    """Tell whether words are a figure and nothing else: "0.6 WTE" is read as words."""
    found = parse_figure(words)
    return found is not None and found.unit in ("", "%")


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("name", list_papers())
def test_every_column_whose_cells_are_all_figures_is_aligned_right(name: str) -> None:
    seen = 0
    for path in (*EXAMPLES, COMPLETE, *BIDS):
        for block in walk_blocks(paper(name, path.read_bytes()).blocks):
            if isinstance(block, Table) and block.kind == "data" and block.anchor != VERSIONS:
                for column, head in enumerate(block.head):
                    found = cells(block, column)
                    if found and all(map(is_bare_figure, found)):
                        seen += 1
                        heading = " ".join(lines_of(head.blocks))
                        is_right = block.aligns_right(column) or heading in NAMES
                        assert is_right, f"{path.name}: {block.anchor}, {heading}"
    assert seen >= FEWEST.get(name, 0)


@for_each_row(
    [
        ("-£0.6m", f"{MINUS}£0.6m"),
        ("a variance of -£0.6m", f"a variance of {MINUS}£0.6m"),
        ("(-3.5)", f"({MINUS}3.5)"),
        ("£2m, -£3m", f"£2m, {MINUS}£3m"),
        ("2014-15", "2014-15"),
        ("2014 -15", "2014 -15"),
        ("A-1", "A-1"),
        ("co-commissioning", "co-commissioning"),
        ("a - b", "a - b"),
        ("£2m-£3m", "£2m-£3m"),
        ("10%-20%", "10%-20%"),
        ("- 5", "- 5"),
    ],
)
def test_a_negative_figure_has_a_true_minus_and_nothing_else_has_one(typed: str, printed: str) -> None:
    assert set_marks(typed) == printed


def test_a_hyphen_behind_bold_words_is_no_minus() -> None:
    assert set_marks("-15", before="4") == "-15"


def test_a_table_and_a_sentence_show_a_negative_figure_with_a_true_minus() -> None:
    text = skeleton(
        more="arrangement:\n  budget:\n    lines:\n"
        "      - {line: GMS, budget: £14m, actual: £13m, variance: -£1m}\n"
        "summary: The forecast is -£1m.\n"
    )
    said = "\n".join(
        read_plain_words(list_own_inlines(block)) for block in walk_blocks(interest(text).blocks)
    )
    assert said.count(f"{MINUS}£1m") >= 2
    assert "-£1m" not in said
