"""Many files at once: how many processes work on them, in which order, and how much is in hand meanwhile."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import Any

import pytest

from eoi.cli import batch
from eoi.cli.batch import Work
from eoi.cli.build_one import BuildWork, OutputView
from eoi.cli.check_one import CheckWork
from eoi.document.templating.template_sources import SHIPPED
from eoi.drafts.formats import choose_formats
from eoi.papers import USUAL
from eoi.processes import count_cores, worker_pool
from eoi.reports import PLAIN
from tests.cli.calls import Call, files_in, process
from tests.letterheads import letterhead
from tests.samples import skeleton

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are worth it later")


@linux
@pytest.mark.parametrize(
    ("jobs", "files", "expected"),
    [(None, 23, 1), (None, 24, 4), (1, 1000, 1), (0, 2, 2), (0, 1000, 4), (3, 1000, 3), (8, 3, 3), (0, 1, 1)],
)
def test_unasked_there_is_one_for_each_core_where_the_files_are_enough_to_pay(
    monkeypatch: pytest.MonkeyPatch, jobs: int | None, files: int, expected: int
) -> None:
    monkeypatch.setattr(batch, "count_cores", lambda: 4)
    assert batch.count_workers(jobs, files, worth_sharing=24) == expected


def test_there_is_a_core() -> None:
    assert count_cores() >= 1


def leave_a_mark(file: Path) -> str:
    file.touch()
    return file.name


def nobody_dies(file: Path, code: int) -> str:
    raise AssertionError(f"the worker of {file} ended with {code}")


@linux
def test_results_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}" for number in range(100)]
    with worker_pool.open_pool(leave_a_mark, nobody_dies, 3) as hands:
        assert list(hands.results(files)) == [file.name for file in files]


@linux
def test_no_more_is_worked_on_ahead_than_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_pool, "AHEAD", 4)
    with worker_pool.open_pool(leave_a_mark, nobody_dies, 2) as hands:
        results = hands.results([tmp_path / f"{number:03}" for number in range(100)])
        assert next(results) == "000"
    assert len(files_in(tmp_path)) <= 4 * 2


@pytest.fixture
def works(tmp_path: Path) -> list[Work[Any]]:
    (tmp_path / "ours.docx").write_bytes(letterhead())
    formats = choose_formats(["docx"], tmp_path / "ours.docx")
    return [
        CheckWork((("json", PLAIN), ("full", PLAIN))),
        BuildWork(
            tmp_path / "out", formats, SHIPPED, USUAL, False, False, False, OutputView(80, False, False)
        ),
    ]


@pytest.mark.slow
def test_work_and_what_is_left_of_it_can_be_sent_to_another_process(
    works: list[Work[Any]], tmp_path: Path
) -> None:
    file = tmp_path / "ccg.yaml"
    file.write_text(skeleton(), encoding="utf-8")
    for work in works:
        sent: Work[Any] = pickle.loads(pickle.dumps(work))
        left = sent(file)
        assert pickle.loads(pickle.dumps(left)) == left
        assert len(pickle.dumps(left)) < 100_000
    assert files_in(tmp_path / "out") == ["ccg-checklist.docx", "ccg-expression-of-interest.docx"]


@pytest.mark.slow
def test_where_a_system_cannot_fork_workers_are_started_anew(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.yaml").write_text(skeleton(), encoding="utf-8")
    program = (
        "from eoi.processes import worker_pool\nworker_pool.can_fork = lambda: False\n"
        "from eoi.cli.entry import program\n"
        "if __name__ == '__main__':\n    program()\n"
    )
    code, out, err = process("-c", program, "check", ".", "--format", "concise", "--jobs", "2", cwd=tmp_path)
    assert (code, err) == (1, "")
    assert "2 files: " in out


@pytest.mark.slow
def test_styles_that_a_letterhead_lacks_are_told_once_however_many_work(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_bytes(letterhead())
    for number in range(4):
        (tmp_path / f"{number}.yaml").write_text(skeleton(), encoding="utf-8")
    said = [
        eoi("build", ".", "--format", "docx", "--letterhead", "ours.docx", "--force", "--jobs", jobs).err
        for jobs in ("1", "2")
    ]
    assert said[0] == said[1]
    assert said[0].count("ours.docx has no style for these") == 1


def test_a_file_with_its_ending_in_capitals_is_read_as_any_other(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "all/LEEDS.YAML").write_text(skeleton())
    (tmp_path / "all/york.yml").write_text(skeleton())
    done = eoi("review", "all", "--list-files")
    assert [Path(line).name for line in done.out.splitlines()] == ["LEEDS.YAML", "york.yml"]
