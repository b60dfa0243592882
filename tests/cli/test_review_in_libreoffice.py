"""The workbooks of a review in LibreOffice: they open, add up, and come back with what assessors gave."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.calls import Call
from tests.programs import office_all_saved
from tests.review.reviewed_round import copy_reviewed_round, review
from tests.samples import skeleton

pytestmark = pytest.mark.office
GIVEN = {"one": (4, "met", "=Clear, and 100% sound."), "two": (1, "partly met", "Thin; ask again.")}


@pytest.fixture
def out(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    copy_reviewed_round(tmp_path_factory, tmp_path)
    return tmp_path / "out"


WORDS = "=1+1 &amp; <b> _x0041_ “é” is what we want"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return workbooks as LibreOffice saves them: of a round, as two assessors filled them in, and of a text.

    The text looks like a formula.
    """
    folder = tmp_path_factory.mktemp("saved")
    copy_reviewed_round(tmp_path_factory, folder)
    (folder / "typed").mkdir()
    (folder / "typed/a.yaml").write_text(skeleton(more=f"summary: '{WORDS}'\n"), encoding="utf-8")
    review("typed", "-o", "out-of-typed", cwd=folder)
    sent = {
        f"{out}-{name}.xlsx": (folder / out / f"{name}.xlsx").read_bytes()
        for out, name in (("out", "round"), ("out-of-typed", "round"), ("out-of-typed", "assess"))
    }
    to_fill = (folder / "out/assess.xlsx").read_bytes()
    filled = {f"{name}.xlsx": fill_book(to_fill, given) for name, given in GIVEN.items()}
    return office_all_saved(sent | filled, folder, "xlsx")


def book_of(raw: bytes) -> Workbook:
    return load_workbook(BytesIO(raw))


def test_the_workbook_of_a_round_opens_with_the_sums_of_the_page_and_without_a_formula(
    out: Path, saved: dict[str, bytes]
) -> None:
    book = book_of(saved["out-round.xlsx"])
    found: dict[str, Any] = json.loads((out / "round.json").read_text(encoding="utf-8"))
    rows = list(book["Submissions"].iter_rows(values_only=True))
    place = {str(heading): number for number, heading in enumerate(rows[0])}
    for heading, figure in (("People", "people"), ("Asked for", "asked_for"), ("WTE", "wte")):
        cells = [row[place[heading]] for row in rows[1:] if row[place[heading]] is not None]
        assert all(isinstance(cell, (int, float)) for cell in cells)
        figures = [one["figures"][figure] for one in found["submissions"]]
        assert sum(map(float, map(str, cells))) == pytest.approx(sum(one or 0 for one in figures))
    assert book["Findings"].max_row - 1 == sum(len(one["findings"]) for one in found["submissions"])
    assert book["Answers"].max_row - 1 == sum(len(one["answers"]) for one in found["submissions"])
    assert not list_formulas(book)


def list_formulas(book: Workbook) -> list[str]:
    """Return the cells that hold a formula, of more than a thousand."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 1_000
    return [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_a_text_that_looks_like_a_formula_is_the_same_text_in_libreoffice(saved: dict[str, bytes]) -> None:
    for name in ("round", "assess"):
        book = book_of(saved[f"out-of-typed-{name}.xlsx"])
        texts = [
            cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"
        ]
        assert WORDS in texts


@pytest.mark.usefixtures("out")
def test_scores_of_two_assessors_survive_libreoffice_and_come_back(
    saved: dict[str, bytes], tmp_path: Path, eoi: Call
) -> None:
    book = book_of(saved["one.xlsx"])
    assert len(book["Assessment"].data_validations.dataValidation) == 2
    assert not list_formulas(book)
    rows = len(rows_to_fill(book["Assessment"]))
    for name in GIVEN:
        (tmp_path / f"{name}.xlsx").write_bytes(saved[f"{name}.xlsx"])
    eoi("review", "in", "-o", "back", "--assessed", "one.xlsx,two.xlsx")
    found = json.loads((tmp_path / "back/round.json").read_text(encoding="utf-8"))["assessed"]
    assert len(found) == 2 * rows > 20
    for name, (score, judgement, comment) in GIVEN.items():
        own = [one for one in found if one["assessor"] == name]
        assert {(one["score"], one["judgement"], one["comment"]) for one in own} == {
            (str(score), judgement, comment)
        }
        assert not any(one["has_changed"] for one in own)
    page = (tmp_path / "back/index.html").read_text(encoding="utf-8")
    assert f"{rows} questions on which assessors differ" in page


def fill_book(raw: bytes, given: tuple[int, str, str]) -> bytes:
    """Fill in every seventh row of a workbook as an assessor would."""
    book = book_of(raw)
    place = book["Assessment"]
    heads = {cell.value: number for number, cell in enumerate(place[1], 1)}
    for row in rows_to_fill(place):
        for key, value in zip(("score", "judgement", "comment"), given, strict=True):
            cell: Any = place.cell(row, heads[key])
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    filled = BytesIO()
    book.save(filled)
    return filled.getvalue()


def rows_to_fill(place: Worksheet) -> range:
    return range(3, place.max_row + 1, 7)
