"""Assessors score in a workbook; `--assessed` takes it back, and never loses a comment."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.calls import Call
from tests.samples import skeleton

SUMMARY = "summary: =1+1 is what a spreadsheet would add up, and we apply for more.\n"
FILES = {"a": "Somewhere", "b": "Elsewhere", "c": "Anywhere"}
HEADS = {"score": 8, "judgement": 9, "comment": 10}


@pytest.fixture
def sheet(eoi: Call, tmp_path: Path) -> Path:
    """Return the workbook of a round of three submissions."""
    (tmp_path / "all").mkdir()
    for stem, name in FILES.items():
        text = skeleton(more=SUMMARY).replace("Somewhere", name)
        (tmp_path / f"all/{stem}.yaml").write_text(text)
    eoi("review", "all", "-o", "review")
    return tmp_path / "review/assess.xlsx"


def open_sheet(file: Path) -> tuple[Workbook, Worksheet]:
    workbook = load_workbook(file)
    place = workbook["Assessment"]
    assert isinstance(place, Worksheet)
    return workbook, place


def fill(file: Path, target: Path, given: dict[str, tuple[object, object, object]]) -> None:
    """Fill in the row of the summary of each submission, by its file."""
    workbook, place = open_sheet(file)
    for row in range(3, place.max_row + 1):
        stem = Path(str(place.cell(row, 4).value)).stem
        if place.cell(row, 2).value == "summary" and stem in given:
            for column, value in zip(HEADS.values(), given[stem], strict=True):
                place.cell(row, column).value = value  # type: ignore[assignment]
    workbook.save(target)


def rows_of(tmp_path: Path) -> list[dict[str, object]]:
    found = json.loads((tmp_path / "review/round.json").read_text())["assessed"]
    assert isinstance(found, list)
    return found


def test_the_workbook_has_a_row_for_each_submission_and_question_with_lists_to_choose_from(
    sheet: Path,
) -> None:
    _, place = open_sheet(sheet)
    keys = {(place.cell(row, 4).value, place.cell(row, 2).value) for row in range(3, place.max_row + 1)}
    questions = {question for _, question in keys}
    assert len(questions) > 10
    assert {"benefits-five_year_plan", "governance"} <= questions
    assert not {"benefits", "scope", "engagement"} & questions
    assert len(keys) == place.max_row - 2 == len(FILES) * len(questions)
    assert place.freeze_panes == "D3"
    assert place.row_dimensions[1].hidden
    assert place.column_dimensions["A"].hidden
    assert place.column_dimensions["B"].hidden
    assert {str(one.formula1) for one in place.data_validations.dataValidation} == {
        '"0,1,2,3,4,5"',
        '"met,partly met,not met"',
    }


def test_a_row_is_as_high_as_its_answer(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    long = " ".join(["We look after people in their own homes."] * 40)
    (tmp_path / "all/a.yaml").write_text(skeleton(more=f"summary: {long}\n"))
    eoi("review", "all", "-o", "review")
    _, place = open_sheet(tmp_path / "review/assess.xlsx")
    heights = {
        place.cell(row, 2).value: place.row_dimensions[row].height for row in range(3, place.max_row + 1)
    }
    assert 200 < heights.pop("summary") < 409
    assert max(heights.values()) < 120


def test_no_cell_from_data_is_a_formula(sheet: Path) -> None:
    _, place = open_sheet(sheet)
    answers = [cell for row in place.iter_rows(min_row=3) for cell in row if cell.value]
    assert any(str(cell.value).startswith("=1+1") for cell in answers)
    assert {cell.data_type for cell in answers} == {"s"}


def test_scores_of_two_assessors_come_back_with_their_conflicts(
    eoi: Call, sheet: Path, tmp_path: Path
) -> None:
    fill(sheet, tmp_path / "one.xlsx", {"a": (4, "met", "Clear."), "b": (2, None, None)})
    fill(sheet, tmp_path / "two.xlsx", {"a": (1, "met", "Thin."), "b": (2, "not met", None)})
    done = eoi(
        "review", "all", "-o", "review", "--letters", "--format", "md", "--assessed", "one.xlsx,two.xlsx"
    )
    assert "cannot" not in done.err
    given = {(one["assessor"], Path(str(one["file"])).stem): one for one in rows_of(tmp_path)}
    assert len(given) == 4
    assert given["two", "a"]["comment"] == "Thin."
    page = (tmp_path / "review/index.html").read_text()
    assert "1 question on which assessors differ" in page
    assert page.count("<td>The assessors differ. </td>") == 2
    letter = (tmp_path / "review/letters/a.md").read_text()
    assert "Clear." in letter
    assert "Thin." in letter
    assert "What the assessors wrote" not in (tmp_path / "review/letters/c.md").read_text()


def test_rows_that_were_sorted_and_columns_that_were_moved_or_added_lose_nothing(
    eoi: Call, sheet: Path, tmp_path: Path
) -> None:
    fill(sheet, tmp_path / "one.xlsx", {"a": (4, "met", "Clear."), "c": (None, None, "Ask again.")})
    _, place = open_sheet(tmp_path / "one.xlsx")
    rows = [[cell.value for cell in row] for row in place.iter_rows()]
    body = rows[2:]
    random.Random(1).shuffle(body)
    workbook = Workbook()
    moved = workbook.active
    assert isinstance(moved, Worksheet)
    for heads_or_row in [*rows[1:2], *body]:
        moved.append(["mine", *reversed(heads_or_row)])
    workbook.save(tmp_path / "moved.xlsx")
    eoi("review", "all", "-o", "review", "--assessed", "one.xlsx")
    straight = [{**one, "assessor": ""} for one in rows_of(tmp_path)]
    eoi("review", "all", "-o", "review", "--assessed", "moved.xlsx")
    assert len(straight) == 2
    assert sorted(({**one, "assessor": ""} for one in rows_of(tmp_path)), key=str) == sorted(
        straight, key=str
    )


def test_a_submission_that_has_changed_since_is_shown_as_such(eoi: Call, sheet: Path, tmp_path: Path) -> None:
    fill(sheet, tmp_path / "one.xlsx", {"a": (4, None, None), "b": (3, None, None)})
    (tmp_path / "all/a.yaml").write_text(skeleton(more="summary: We apply for less.\n"))
    eoi("review", "all", "-o", "review", "--assessed", "one.xlsx")
    assert {(Path(str(one["file"])).stem, one["has_changed"]) for one in rows_of(tmp_path)} == {
        ("a", True),
        ("b", False),
    }
    assert "The submission has changed since." in (tmp_path / "review/index.html").read_text()


def test_every_cell_that_cannot_be_read_is_named_at_once(eoi: Call, sheet: Path, tmp_path: Path) -> None:
    fill(sheet, tmp_path / "one.xlsx", {"a": (9, "perhaps", "Kept."), "b": ("good", None, None)})
    before = (tmp_path / "review/index.html").read_bytes()
    done = eoi("review", "all", "-o", "review", "--assessed", "one.xlsx")
    assert done.code == 2
    assert done.err.count("Assessment!") == 3
    assert "Assessment!H" in done.err
    assert "the judgement 'perhaps' is none of met, partly met, not met" in done.err
    assert (tmp_path / "review/index.html").read_bytes() == before


def test_a_comment_of_a_submission_that_is_not_there_any_more_is_named(
    eoi: Call, sheet: Path, tmp_path: Path
) -> None:
    fill(sheet, tmp_path / "one.xlsx", {"a": (None, None, "Do not lose me.")})
    (tmp_path / "all/a.yaml").unlink()
    done = eoi("review", "all", "-o", "review", "--assessed", "one.xlsx")
    assert done.code == 2
    assert "its row belongs to no submission of this folder" in done.err


def test_scores_find_a_changed_submission_in_a_folder_of_another_name(
    eoi: Call, sheet: Path, tmp_path: Path
) -> None:
    fill(sheet, tmp_path / "one.xlsx", {"a": (4, None, None), "b": (3, None, None)})
    (tmp_path / "all").rename(tmp_path / "moved")
    (tmp_path / "moved/a.yaml").write_text(skeleton(more="summary: We apply for less.\n"), encoding="utf-8")
    eoi("review", "moved", "-o", "review", "--assessed", "one.xlsx")
    assert {(Path(str(one["file"])).stem, one["has_changed"]) for one in rows_of(tmp_path)} == {
        ("a", True),
        ("b", False),
    }


def test_a_workbook_that_holds_scores_is_left_alone(eoi: Call, sheet: Path, tmp_path: Path) -> None:
    fill(sheet, sheet, {"a": (4, "met", "Clear.")})
    before = sheet.read_bytes()
    done = eoi("review", "all", "-o", "review", "--assessed", "review/assess.xlsx")
    assert "so it is left alone" in done.err
    assert sheet.read_bytes() == before
    assert len(rows_of(tmp_path)) == 1


def test_what_is_no_workbook_of_ours_is_refused(eoi: Call, sheet: Path, tmp_path: Path) -> None:
    assert sheet.is_file()
    (tmp_path / "note.xlsx").write_text("no workbook")
    Workbook().save(tmp_path / "other.xlsx")
    for name in ("note.xlsx", "other.xlsx", "gone.xlsx"):
        done = eoi("review", "all", "-o", "review", "--assessed", name)
        assert done.code == 2
        assert name in done.err
        assert "written:" not in done.err.partition("nothing was")[0]
    done = eoi("review", "all", "-o", "review", "--assessed", "review/round.xlsx")
    assert "it has no sheet with the columns Score, Judgement and Comment" in done.err
