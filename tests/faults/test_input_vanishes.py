"""A file disappears between being listed and being read: eoi names it and does the others, exit 2."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from eoi.cli import build
from eoi.reports import write_report
from tests.cli.calls import Call, files_in
from tests.faults.builds import documents, posix, several, written

EARLIER = write_report("json", [])
each_way = pytest.mark.parametrize("jobs", ["1", "2"])


@each_way
def test_the_others_are_built(eoi: Call, monkeypatch: pytest.MonkeyPatch, jobs: str) -> None:
    several(Path("in"), 3)

    def remove_one(_: Sequence[Path]) -> None:
        Path("in/01.yaml").unlink()

    monkeypatch.setattr(build, "refuse_equal_names", remove_one)
    code, out, err = eoi("build", "in", "--format", "md", "--jobs", jobs)
    assert (code, out) == (2, "")
    assert [line for line in err.splitlines() if line.startswith("eoi: ")] == [
        "eoi: in/01.yaml is not there any more"
    ]
    assert files_in(Path("build")) == documents("00", "02")


@posix
@each_way
def test_a_link_that_leads_nowhere_is_named_and_the_others_are_checked(eoi: Call, jobs: str) -> None:
    several(Path("in"), 2)
    Path("in/nowhere.yaml").symlink_to("gone.yaml")
    code, out, err = eoi("check", "in", "--format", "concise", "--jobs", jobs)
    assert (code, err) == (2, "eoi: in/nowhere.yaml is a link that leads nowhere\n")
    assert "2 files: " in out


@posix
def test_a_report_on_nothing_is_not_written(eoi: Call) -> None:
    written(Path("in/a.yaml")).unlink()
    Path("in/a.yaml").symlink_to("gone.yaml")
    earlier = written(Path("report.json"), EARLIER)
    assert eoi("check", "in", "--output-file", earlier)[:2] == (2, "")
    assert earlier.read_text(encoding="utf-8") == EARLIER


@posix
def test_a_pipe_in_a_folder_is_not_waited_for(eoi: Call) -> None:
    several(Path("in"), 1)
    os.mkfifo("in/pipe.yaml")
    assert "1 file: " in eoi("check", "in", "--format", "concise").out
    assert eoi("build", "in", "--format", "md").code == 0
    assert files_in(Path("build")) == documents("00")
