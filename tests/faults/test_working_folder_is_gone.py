"""The working folder is deleted meanwhile: eoi still checks and builds files that are named in full."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from eoi.reports import list_report_formats
from tests.cli.calls import Call, files_in
from tests.faults.builds import documents, posix, written

pytestmark = posix


@pytest.fixture
def ccg(eoi: Call, tmp_path: Path) -> Path:  # noqa: ARG001 - it goes into its own folder first
    file = written(tmp_path / "ccg.yaml")
    gone = tmp_path / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    return file


@pytest.mark.parametrize("format_", list_report_formats())
def test_a_check_in_each_format(eoi: Call, ccg: Path, format_: str) -> None:
    code, out, err = eoi("check", ccg, "--format", format_)
    assert (code, err) == (1, "")
    assert "ccg.yaml" in out


def test_a_build(eoi: Call, ccg: Path) -> None:
    assert eoi("build", ccg, "--output", ccg.parent / "build").code == 0
    assert set(documents("ccg")) < set(files_in(ccg.parent / "build"))


def test_where_the_output_belongs_there_it_is_told(eoi: Call, ccg: Path) -> None:
    code, _, err = eoi("build", ccg, "--format", "md")
    assert code == 2
    assert "cannot be written: no such file or directory" in err
