"""The disk is full, or the device behind `>` is: earlier documents stay as they were, exit 2."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from eoi.reports import write_report
from tests.cli.calls import Call, files_in, process, room_for_files_of
from tests.compiled_program import program_path
from tests.faults.builds import linux, several, written
from tests.samples import skeleton

FULL = Path("/dev/full")
full_device = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


@linux
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch_stops_with_one_line_and_leaves_no_draft(eoi: Call, jobs: str) -> None:
    several(Path("in"), 3)
    with room_for_files_of(100):
        code, out, err = eoi("build", "in", "--format", "md", "--jobs", jobs)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("eoi: build/0")
    assert err.endswith("cannot be written: file too large; make room there, or write somewhere else\n")
    assert files_in(Path("build")) == []


def test_a_second_report_that_does_not_fit_leaves_the_earlier_one(eoi: Call) -> None:
    several(Path("in"), 3)
    earlier = write_report("json", [])
    report = written(Path("report.json"), earlier)
    with room_for_files_of(500):
        code, _, err = eoi("check", "in", "--output-file", report)
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith("eoi: report.json cannot be written: ")
    assert report.read_text(encoding="utf-8") == earlier
    assert files_in(Path()) == ["in/00.yaml", "in/01.yaml", "in/02.yaml", "report.json"]


@full_device
@pytest.mark.parametrize("arguments", [["check", "ccg.yaml"], ["rules"], ["schema"]])
def test_a_report_that_nobody_can_keep_is_no_green_run(tmp_path: Path, arguments: list[str]) -> None:
    written(tmp_path / "ccg.yaml")
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "eoi", *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": program_path()},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr == b"eoi: standard output cannot be written: no space left on device\n"


@full_device
def test_a_summary_of_the_step_that_does_not_fit_spoils_nothing_else(tmp_path: Path) -> None:
    written(tmp_path / "ccg.yaml", skeleton(more="submitted: 2014-06-23\n"))
    summary = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(FULL)}
    code, out, err = process("-m", "eoi", "check", "ccg.yaml", cwd=tmp_path, **summary)
    assert (code, err) == (1, "eoi: the step summary was not written: no space left on device\n")
    assert out.startswith("::error ")


@linux
def test_a_new_file_is_whole_or_not_there(eoi: Call) -> None:
    with room_for_files_of(500):
        code, out, err = eoi("new", "ccg.yaml")
    assert (code, out) == (2, "")
    assert err == (
        "eoi: ccg.yaml cannot be written: file too large; make room there, or write somewhere else\n"
    )
    assert files_in(Path()) == []
    assert eoi("new", "ccg.yaml").code == 0
    assert files_in(Path()) == ["ccg.yaml"]
