"""A marked copy says in each cell what is wrong with it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from eoi.workbook.export import export_sheet
from eoi.workbook.import_workbook import read_sheets
from eoi.workbook.marked import mark_workbook
from tests.programs import office_converted
from tests.workbook.workbooks import BATH, back, changed, examined_of, said, workbook_of

WRONG = {"Posts!G4": "lots", "Posts!I5": "20 Junk 2014", "Posts!B4": "Project lead"}


@pytest.mark.long
def test_each_cell_that_cannot_be_read_has_a_comment_and_no_other_cell_has() -> None:
    raw = changed(workbook_of(BATH, "Posts"), WRONG)
    outcome = back(raw, BATH.read_bytes())
    copy = load_workbook(BytesIO(mark_workbook(raw, read_sheets(raw, "back.xlsx"), outcome)))
    comments = {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in copy
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert comments.keys() == {"Posts!G4", "Posts!I5"}
    assert "write an amount such as" in comments["Posts!G4"]


@pytest.mark.long
def test_a_marked_copy_that_is_corrected_comes_back_like_the_workbook_itself() -> None:
    raw = changed(workbook_of(BATH, "Posts"), WRONG)
    copy = mark_workbook(raw, read_sheets(raw, "x.xlsx"), back(raw, BATH.read_bytes()))
    assert len(said(back(copy, BATH.read_bytes()))) == 2
    outcome = back(changed(copy, {"Posts!G4": "£45k", "Posts!I5": "June 2014"}), BATH.read_bytes())
    assert said(outcome) == []
    assert [one.now for one in outcome.changes] == ["Project lead", "£45k", "June 2014"]


@pytest.mark.slow
@pytest.mark.office
def test_a_copy_of_an_opendocument_workbook_holds_the_same_cells(tmp_path: Path) -> None:
    raw = changed(workbook_of(BATH, "Posts", "Scope", "Milestones"), WRONG)
    saved = office_converted(raw, "xlsx", "ods", tmp_path, tmp_path / "saved").read_bytes()
    outcome = back(saved, BATH.read_bytes(), "back.ods")
    assert len(said(outcome)) == 2
    copy = mark_workbook(saved, read_sheets(saved, "back.ods"), outcome)
    again = back(copy, BATH.read_bytes())
    assert (again.changes, said(again)) == (outcome.changes, said(outcome)) or [
        (one.path, one.now) for one in again.changes
    ] == [(one.path, one.now) for one in outcome.changes]


def test_one_sheet_as_comma_separated_values_comes_back() -> None:
    raw = export_sheet(examined_of(BATH.read_bytes()), "Posts")
    assert back(raw, BATH.read_bytes(), "posts.csv").is_empty
    outcome = back(raw.replace("£43.3k".encode(), "£45.6k".encode()), BATH.read_bytes(), "posts.csv")
    assert [(one.path, one.now, one.where) for one in outcome.changes] == [
        ("resources.posts[0].cost", "£45.6k", "G4")
    ]


@pytest.mark.parametrize("text", ["=1+1", "-lead", "'=1", "''+2", "@x", "'quoted'"])
def test_a_risky_text_is_armed_for_excel_and_comes_back_as_it_was(text: str) -> None:
    into = BATH.read_bytes().replace(b"role: Project manager", f'role: "{text}"'.encode())
    raw = export_sheet(examined_of(into), "Posts")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in raw.decode().split(","))
    assert back(raw, into, "posts.csv").is_empty
