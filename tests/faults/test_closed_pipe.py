"""The reader of the output closes it, as `head -1` does: no traceback, exit 141; a build still writes all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import files_in
from tests.compiled_program import program_path
from tests.faults.builds import assert_plain, documents, posix, several, written

pytestmark = posix


def with_no_reader(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run(
            [sys.executable, "-m", "eoi", *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": program_path()},
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    finally:
        os.close(writing)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_check_stops_and_is_no_green_run(tmp_path: Path, jobs: str) -> None:
    several(tmp_path / "in", 4)
    done = with_no_reader(tmp_path, "check", "in", "--jobs", jobs)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_build_goes_on_since_the_documents_are_what_matters(tmp_path: Path) -> None:
    several(tmp_path / "in", 2)
    written(tmp_path / "in" / "00-bad.yaml", "form: x\n")
    done = with_no_reader(tmp_path, "build", "in", "--format", "md", "--jobs", "1")
    assert done.returncode == 1
    assert_plain(done.stderr)
    assert files_in(tmp_path / "build") == documents("00", "01")


def test_a_shell_that_wants_one_line_gets_one(tmp_path: Path) -> None:
    several(tmp_path / "in", 30)
    shell = f'set -o pipefail; "{sys.executable}" -m eoi check in --jobs 1 | head -1'
    surroundings = os.environ | {"PYTHONPATH": program_path()}
    done = subprocess.run(
        ["bash", "-c", shell], cwd=tmp_path, env=surroundings, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (141, b"", 1)
