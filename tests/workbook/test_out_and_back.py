"""A workbook that goes out and comes back changes nothing, and one changed cell changes one node."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.office_macros import office_sheets
from tests.thorough import some_of
from tests.workbook.workbooks import (
    BATH,
    COMPLETE,
    FILES,
    applied,
    back,
    cells_of,
    changed,
    changed_lines,
    said,
    workbook_of,
)

REMARK = "# Printed '£43.3', without the k"
COST = [f"-       cost: £43.3k {REMARK}", f"+       cost: £45.6k {REMARK}"]


@pytest.mark.sampled
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_out_and_back_changes_no_byte_and_every_cell_is_accounted_for(file: Path) -> None:
    outcome = back(workbook_of(file), file.read_bytes())
    assert outcome.is_empty
    assert applied(outcome, file.read_bytes()) == file.read_bytes()
    assert outcome.counts.unchanged == outcome.counts.total == cells_of(workbook_of(file)) > 800


def test_one_changed_cell_is_one_changed_line() -> None:
    raw = changed(workbook_of(BATH), {"Posts!G4": 45_600})
    outcome = back(raw, BATH.read_bytes())
    assert changed_lines(outcome, BATH.read_bytes()) == COST
    assert [(one.path, one.was, one.now, one.where) for one in outcome.changes] == [
        ("resources.posts[0].cost", "£43.3k", "£45.6k", "Posts!G4")
    ]
    assert outcome.counts.placed == 1


# LibreOffice takes longer for the workbook of all fields than for anything else.
FEW = ("Answers", "Scope", "Posts", "Milestones", "Groups", "Members")
TO_SAVE = [(BATH, FEW, COST), (COMPLETE, (), ["-       cost: £52.1k", "+       cost: £45.6k"])]


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize(("file", "titles", "lines"), some_of(TO_SAVE, 1))
def test_after_a_save_by_libreoffice_one_changed_cell_is_one_changed_line_and_nothing_else_is(
    file: Path, titles: tuple[str, ...], lines: list[str], tmp_path: Path
) -> None:
    raw = changed(workbook_of(file, *titles), {"Posts!G4": 45_600})
    for format_, saved in office_sheets(raw, tmp_path).items():
        outcome = back(saved, file.read_bytes(), f"back.{format_}")
        assert changed_lines(outcome, file.read_bytes()) == lines
        assert not said(outcome), f"the save as {format_} changes no other cell"
        assert outcome.counts.placed == 1
        assert outcome.counts.total == cells_of(raw)


@pytest.mark.slow
def test_equal_files_give_equal_workbooks() -> None:
    workbook_of.cache_clear()
    first = workbook_of(BATH)
    workbook_of.cache_clear()
    assert first == workbook_of(BATH)
