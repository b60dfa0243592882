"""A terminal of 40 columns, a dumb one, or none: the text fits, and no escape goes where none is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import process
from tests.compiled_program import program_path
from tests.faults.builds import posix, several, written

pytestmark = posix


def at_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What a person sees of both streams in a window."""
    import pty

    ours, theirs = pty.openpty()
    one = subprocess.Popen(
        [sys.executable, "-m", "eoi", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": program_path()} | environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b"".join(iter(lambda: read(ours), b""))
    one.wait(timeout=60)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""  # the other side is closed


def test_forty_columns_are_enough(tmp_path: Path) -> None:
    written(tmp_path / "ccg.yaml", "round: 2014\nform: jiont\n")
    surroundings = {"COLUMNS": "40", "NO_COLOR": "1"}
    for arguments in (["build", "ccg.yaml"], ["check", "ccg.yaml"], ["build", "not-there.yaml"]):
        shown = at_a_terminal(tmp_path, *arguments, **surroundings)
        assert "\x1b" not in shown
        assert max(map(len, shown.splitlines())) <= 40
    assert shown == "eoi: there is no file not-there.yaml\n"


def test_a_long_list_shows_how_far_it_is_and_leaves_no_trace_of_that(tmp_path: Path) -> None:
    several(tmp_path / "in", 20)
    shown = at_a_terminal(tmp_path, "build", "in", "--format", "md", "--jobs", "1", TERM="xterm")
    assert " of 20 files\r\x1b[K" in shown
    assert shown.endswith("\n")
    assert shown.splitlines()[-1].startswith(("20 files in all", "  "))


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {}])
def test_where_nobody_watches_nothing_moves(tmp_path: Path, environment: dict[str, str]) -> None:
    several(tmp_path / "in", 20)
    if environment:
        shown = at_a_terminal(tmp_path, "check", "in", "--format", "concise", **environment)
    else:
        shown = "".join(process("-m", "eoi", "check", "in", "--format", "concise", cwd=tmp_path)[1:])
    assert "\x1b" not in shown
    assert "of 20 files" not in shown
