"""A cell that is struck through is said at its place: nobody can tell whether it is to go."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from eoi.workbook.grids import STRUCK
from eoi.workbook.open_sheets import read_open_sheets
from tests.workbook.workbooks import BATH, back, edited, said, workbook_of


def strike(workbook: Workbook) -> None:
    workbook["Posts"]["G4"].font = Font(strike=True)


def strike_a_part(workbook: Workbook) -> None:
    text = CellRichText(TextBlock(InlineFont(strike=True), "Project "), "manager")
    workbook["Posts"]["B4"].value = text


@pytest.mark.long
@pytest.mark.parametrize(("edit", "where"), [(strike, "Posts!G4"), (strike_a_part, "Posts!B4")])
def test_a_struck_cell_is_listed_and_changes_nothing(edit: Any, where: str) -> None:
    outcome = back(edited(workbook_of(BATH, "Posts"), edit), BATH.read_bytes())
    assert said(outcome) == [(where, STRUCK)]
    assert not outcome.changes


def test_a_font_that_is_not_struck_through_is_no_change() -> None:
    def bold(workbook: Workbook) -> None:
        workbook["Posts"]["G4"].font = Font(bold=True, strike=False)

    assert back(edited(workbook_of(BATH, "Posts"), bold), BATH.read_bytes()).is_empty


NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)
STYLES = (
    '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="P"><style:text-properties style:text-line-through-style="none"/></style:style>'
)


def test_a_struck_cell_of_an_opendocument_workbook_is_read_as_such() -> None:
    cells = (
        '<table:table-cell table:style-name="S"><text:p>one</text:p></table:table-cell>'
        '<table:table-cell table:style-name="P"><text:p>two</text:p></table:table-cell>'
        '<table:table-cell><text:p>th<text:span text:style-name="S">ree</text:span></text:p>'
        "</table:table-cell>"
    )
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f'<office:body><office:spreadsheet><table:table table:name="X"><table:table-row>{cells}'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    (sheet,) = read_open_sheets({"content.xml": content.encode()})
    assert [cell.fault for _, cell in sorted(sheet.cells.items())] == [STRUCK, "", STRUCK]
