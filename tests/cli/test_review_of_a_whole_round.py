"""A review of a whole round finds all that was planted in it, and says nothing false of the real ones."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from eoi.review.page.cells import write_total
from tests.cli.calls import Call
from tests.review.make_round import SHARED, SWAPPED, make_round
from tests.review.reviewed_round import copy_reviewed_round
from tests.samples import EXAMPLES
from tests.thorough import examples

NUMBER = examples(40, 40, 24)  # files; the largest round had 196, and the copies are all alike
SUMMED = {
    "People served": "People",
    "Primary care budgets": "Primary care budget",
    "Money asked for": "Asked for",
}
REAL = {example.name for example in EXAMPLES}


class ReviewedRound:
    """What a review wrote of the round, with file names without their folder."""

    def __init__(self, folder: Path) -> None:
        self.out = folder / "out"
        self.report: dict[str, Any] = json.loads((self.out / "round.json").read_text(encoding="utf-8"))

    def noticed(self, kind: str) -> list[list[str]]:
        return [short(one["files"]) for one in self.report["notices"] if one["kind"] == kind]

    def overlapping(self, kind: str) -> list[list[str]]:
        return [short(one["files"]) for one in self.report["overlaps"] if one["kind"] == kind]


@pytest.fixture
def few(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> ReviewedRound:
    copy_reviewed_round(tmp_path_factory, tmp_path)
    return ReviewedRound(tmp_path)


def short(files: list[str]) -> list[str]:
    return sorted(Path(file).name for file in files)


@pytest.mark.slow
def test_all_that_was_planted_is_found_and_nothing_false_is_said_of_the_four_real_ones(
    tmp_path: Path, eoi: Call
) -> None:
    planted = {key: sorted(files) for key, files in make_round(tmp_path / "in", NUMBER).items()}
    eoi("review", "in", "-o", "out")
    found = ReviewedRound(tmp_path)
    assert len(planted) == 10
    assert len(found.report["submissions"]) + len(found.report["unreadable"]) == NUMBER
    assert len((found.out / "index.html").read_bytes()) < 1_000_000
    assert sorted(found.overlapping("CCG")) == sorted([planted["twice"], planted["renamed"]])
    assert found.noticed("The same file twice") == [planted["renamed"]]
    assert found.noticed("Late") == [planted["late"]]
    assert found.noticed("Withdrawn") == [planted["withdrawn"]]
    (of_2015,) = (files for files in found.noticed("Another round") if planted["another round"][0] in files)
    assert set(of_2015) <= {*planted["another round"], *REAL}
    assert short([one["file"] for one in found.report["unreadable"]]) == planted["unreadable"]
    (joint,) = (one for one in found.report["submissions"] if len(one["ccgs"]) > 1)
    assert short([joint["file"]]) == planted["joint"]
    shared = {
        one["words"]: short([place["file"] for place in one["places"]]) for one in found.report["shared"]
    }
    assert shared == {SHARED: planted["shared"], SWAPPED.format("1,200"): planted["swapped"]}
    assert [one["is_same"] for one in found.report["shared"]].count(False) == 1
    far = {Path(one["file"]).name for one in found.report["outliers"] if one["figure"] == "Money asked for"}
    assert far == set(planted["outlier"])
    told = {
        name
        for key in ("overlaps", "shared")
        for one in found.report[key]
        for name in short(one.get("files") or [place["file"] for place in one["places"]])
    }
    assert not told & REAL
    assert {notice["kind"] for notice in found.report["notices"] if set(short(notice["files"])) & REAL} == {
        "Named, but did not apply",
        "Another round",
        "Draft",
    }
    real = {one["file"]: one for one in found.report["submissions"] if Path(one["file"]).name in REAL}
    alone = eoi("review", *(str(example) for example in EXAMPLES), "-o", "alone")
    assert alone.code == 1
    shown = json.loads((tmp_path / "alone/round.json").read_text(encoding="utf-8"))["submissions"]
    for one in shown:
        (same,) = (other for file, other in real.items() if Path(file).name == Path(one["file"]).name)
        assert same | {"file": ""} == one | {"file": ""}


@pytest.mark.slow
def test_the_sums_of_the_workbook_are_those_of_the_page(few: ReviewedRound) -> None:
    book = load_workbook(BytesIO((few.out / "round.xlsx").read_bytes()))
    assert book.sheetnames == ["Submissions", "Figures", "Functions", "Findings", "Answers"]
    rows = list(book["Submissions"].iter_rows(values_only=True))
    column = {str(heading): number for number, heading in enumerate(rows[0])}
    submissions = few.report["submissions"]
    for heading, figure in (("People", "people"), ("Asked for", "asked_for"), ("WTE", "wte")):
        stated = [float(str(row[column[heading]])) for row in rows[1:] if row[column[heading]] is not None]
        assert sum(stated) == pytest.approx(sum(one["figures"][figure] or 0 for one in submissions))
    assert sum(int(str(row[column["Errors"]])) for row in rows[1:]) == sum(
        one["counts"]["error"] for one in submissions
    )
    assert book["Answers"].max_row - 1 == sum(len(one["answers"]) for one in submissions)
    assert book["Findings"].max_row - 1 == sum(len(one["findings"]) for one in submissions)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 1_000
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


@pytest.mark.slow
def test_the_figures_of_the_page_are_the_sums_of_the_rows_that_stand_with_each_ccg_once(
    few: ReviewedRound,
) -> None:
    book = load_workbook(few.out / "round.xlsx")
    heads = {str(name): value for name, value, _ in book["Figures"].iter_rows(min_row=2, values_only=True)}
    rows = list(book["Submissions"].iter_rows(values_only=True))
    column = {str(heading): number for number, heading in enumerate(rows[0])}
    standing = [row for row in rows[1:] if row[column["Status"]] != "withdrawn"]
    assert len(standing) == len(rows) - 2
    once = {row[column["Codes"]]: row for row in reversed(standing)}.values()
    assert len(once) < len(standing)
    for name, heading in SUMMED.items():
        stated = [Decimal(str(row[column[heading]])) for row in once if row[column[heading]] is not None]
        assert Decimal(str(heads[name])) == sum(stated) > 0
    assert heads["Submissions"] == len(rows) - 1
    assert heads["With errors"] == sum(bool(row[column["Errors"]]) for row in rows[1:])
    page = (few.out / "index.html").read_text(encoding="utf-8")
    shown = dict(re.findall(r"<dt>([^<]+)</dt><dd>(?:<a [^>]*>)?([^<\n]+)", page))
    assert len(heads) >= 10
    for name, value in heads.items():
        unit = "money" if str(shown[name]).startswith("£") else "number"
        assert shown[name] == write_total(Decimal(str(value)), unit)


@pytest.mark.slow
def test_a_workbook_that_somebody_scored_in_is_never_overwritten(tmp_path: Path, eoi: Call) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.yaml").write_bytes(EXAMPLES[0].read_bytes())
    assert eoi("review", "in", "-o", "out").code == 0
    file = tmp_path / "out" / "round.xlsx"
    book = load_workbook(file)
    book["Submissions"]["A2"] = "my note"
    book.save(file)
    kept = file.read_bytes()
    outcome = eoi("review", "in", "-o", "out")
    assert outcome.code == 2
    assert "round.xlsx" in outcome.err
    assert file.read_bytes() == kept
    assert eoi("review", "in", "-o", "out", "--force").code == 0
