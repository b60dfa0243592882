"""Tables of one series have the same columns, and a small table or a number stays with what it belongs to."""

from __future__ import annotations

import pytest

from eoi.document.blocks import Block, Cell, Paragraph, Table
from eoi.document.inline import Text
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_own_inlines
from eoi.writers.column_widths import WRITING_ROOM, compute_column_shares
from eoi.writers.docx.tables import lead_rows
from eoi.writers.page import A4, Page
from eoi.writers.row_heights import is_small
from eoi.writers.table_widths import lay_out_columns
from eoi.writers.text import keep_together
from tests.samples import checklist_document, example

PARAGRAPH_XML = '<w:tr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p></w:tr>'
LONG = "A sentence that goes on for a while and would make a narrow column very tall indeed. " * 3


def cell(words: str) -> Cell:
    return Cell((Paragraph((Text(words),)),))


def table(head: str, *rows: str) -> Table:
    heads = tuple(Cell((Paragraph((Text(word),)),), "col") for word in head.split())
    return Table((), heads, tuple((cell(row), cell("Yes")) for row in rows))


def widths(*blocks: Block, paper: Page = A4) -> list[tuple[int, ...]]:
    return [
        compute_column_shares(block) for block in lay_out_columns(blocks, paper) if isinstance(block, Table)
    ]


def test_the_columns_of_tables_under_the_same_head_line_up() -> None:
    first, second = widths(table("Function Scope", "Estates"), table("Function Scope", LONG))
    assert first == second == compute_column_shares(table("Function Scope", "Estates", LONG))


def test_a_table_under_a_head_of_its_own_keeps_its_own_columns() -> None:
    short, long = table("Post Band", "Estates"), table("Function Scope", LONG)
    assert widths(short, long) == [compute_column_shares(short), compute_column_shares(long)]


def test_the_sections_of_a_checklist_line_up() -> None:
    blocks = checklist_document(example("bromley")).blocks
    audit = {block.anchor for block in blocks if isinstance(block, Table) and "What is asked" in heads(block)}
    laid_out = (block for block in lay_out_columns(blocks) if isinstance(block, Table))
    found = {block.shares for block in laid_out if block.anchor in audit}
    assert (len(audit), len(found)) == (11, 1)


def heads(table: Table) -> list[str]:
    return [read_plain_words(list_own_inlines(block)) for cell in table.head for block in cell.blocks]


def test_a_column_that_is_left_to_be_written_in_has_room_for_a_name() -> None:
    blank = tuple((cell("x"), Cell(())) for _ in range(3))
    written = Table((), table("Check Name").head, blank)
    assert compute_column_shares(written)[1] >= WRITING_ROOM


def test_on_narrower_paper_a_word_takes_a_larger_share() -> None:
    blocks, paper = (table("Function Quarterly", LONG),), A4._replace(left=3 * A4.left, right=3 * A4.right)
    ((_, usual),), ((_, narrow),) = widths(*blocks), widths(*blocks, paper=paper)
    assert narrow > usual
    assert narrow * paper.room >= 0.95 * usual * A4.room


def test_nothing_else_changes() -> None:
    blocks = (table("Post Band", "Estates"), Paragraph((Text("x"),)), table("Function Scope", LONG))
    changed = lay_out_columns(blocks)
    assert tuple(b.replace(shares=(), kept=0) if isinstance(b, Table) else b for b in changed) == blocks


def test_a_document_is_measured_once_for_all_its_writers() -> None:
    blocks = (table("Post Band", "Estates"),)
    assert lay_out_columns(blocks) is lay_out_columns(blocks)


@pytest.mark.parametrize(
    ("rows", "small"),
    [(["a"], True), (["a"] * 7, True), (["a"] * 8, False), ([LONG, LONG], True), ([LONG * 2] * 4, False)],
)
def test_a_table_of_a_few_lines_is_small(rows: list[str], *, small: bool) -> None:
    found = table("Post Band", *rows)
    assert is_small(found, compute_column_shares(found)) is small


@pytest.mark.parametrize(
    "words",
    [
        "below line 14.",
        "lines 14 and 20",
        "in Table 2",
        "BaNES part 1",
        "section 8",
        "on 20 June",
        "£23.1 million",
    ],
)
def test_a_number_stays_with_the_word_it_belongs_to(words: str) -> None:
    assert keep_together(words).split(" ") != words.split(" ")
    assert keep_together(words).replace("\u00a0", " ") == words


@pytest.mark.parametrize("words", ["June 2014", "the 3 practices", "line by line", "Table"])
def test_other_words_may_part(words: str) -> None:
    assert keep_together(words) == words


@pytest.mark.parametrize(
    ("font", "wider"),
    [("", False), ("Arial", False), ("Verdana", True), ("Cambria", True), ("Times New Roman", False)],
)
def test_a_font_with_wide_letters_leaves_its_words_whole(font: str, wider: bool) -> None:
    """Columns that are as wide as their words in Arial would break "Quarterly" in Verdana.

    They would also break it where Cambria is missing and a wider font is shown instead.
    """
    texts = ("Quarterly", "A long text that goes on " * 20)
    cells = tuple(Cell((Paragraph((Text(words),)),)) for words in texts)
    (plain,) = lay_out_columns((Table((), (), (cells,)),))
    (made,) = lay_out_columns((Table((), (), (cells,)),), font=font)
    assert isinstance(plain, Table)
    assert isinstance(made, Table)
    assert (made.shares[0] > plain.shares[0]) is wider


@pytest.mark.parametrize(("words", "spare"), [(4, True), (9, False)])
def test_a_font_that_may_be_missing_gets_spare_room_only_where_all_words_fit(words: int, spare: bool) -> None:
    """Room for a wider font must not break the words of the font itself."""
    row = tuple(cell("Hammersmith") for _ in range(words))
    block = Table((), (), ((*row, cell(LONG)),))
    (plain,), (made,) = lay_out_columns((block,)), lay_out_columns((block,), font="Cambria")
    assert isinstance(plain, Table)
    assert isinstance(made, Table)
    assert (made.shares[0] >= plain.shares[0] * 1.1) is spare
    assert made.shares[0] >= plain.shares[0]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [(["a"], 1), (["a"] * 7, 7), (["a"] * 9, 2), (["a"] * 8 + [LONG * 9], 0), ([LONG * 9], 0)],
)
def test_no_last_row_stands_alone_on_a_page(rows: list[str], kept: int) -> None:
    """A small table stays whole, and the last two rows of another where they are low."""
    (made,) = lay_out_columns((table("Post Band", *rows),))
    assert isinstance(made, Table)
    assert made.kept == kept
    assert lead_rows([PARAGRAPH_XML] * len(rows), kept).count(PARAGRAPH_XML) == len(rows) - max(kept - 1, 0)


@pytest.mark.parametrize(
    ("rows", "leading"), [(["a"] * 7, 0), (["a"] * 9, 1), ([LONG * 2] + ["a"] * 8, 0), ([LONG * 2] * 4, 0)]
)
def test_no_low_first_row_stands_alone_under_its_head(rows: list[str], leading: int) -> None:
    (made,) = lay_out_columns((table("Post Band", *rows),))
    assert isinstance(made, Table)
    assert made.leading == leading
    assert lead_rows([PARAGRAPH_XML] * len(rows), 1, leading).count(PARAGRAPH_XML) == len(rows) - leading
