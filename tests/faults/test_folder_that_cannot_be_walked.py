"""A folder is too deep, or may not be read or entered: eoi names it and does all other files, exit 2."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.calls import Call
from tests.faults.builds import posix, written
from tests.thorough import in_turn

pytestmark = posix
NOBODY = 65534


@pytest.fixture(autouse=True)
def cleared_away(tmp_path: Path) -> Iterator[None]:
    """Python's own way of deleting folders does not reach so deep."""
    yield
    subprocess.run(["rm", "-rf", tmp_path / "in"], check=True)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Nothing is forbidden to root."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def inside(folder: Path, levels: int) -> Iterator[None]:
    """The folder so many levels below, which no single path may reach."""
    before = os.open(".", os.O_RDONLY)
    os.chdir(folder)
    try:
        for _ in range(levels):
            Path("a").mkdir()
            os.chdir("a")
        yield
    finally:
        os.fchdir(before)
        os.close(before)


def test_1500_folders_inside_each_other_are_walked(eoi: Call) -> None:
    written(Path("in/top.yaml"))
    with inside(Path("in"), 1500):
        written(Path("deepest.yaml"))
    code, out, err = eoi("check", "in", "--format", "concise")
    assert (code, err) == (1, "")
    assert "2 files: " in out


def test_what_lies_beyond_the_longest_path_is_named_and_the_rest_is_checked(eoi: Call) -> None:
    written(Path("in/top.yaml"))
    with inside(Path("in"), 2500):
        written(Path("deepest.yaml"))
    code, out, err = eoi("check", "in", "--format", "concise")
    assert code == 2
    assert "1 file: " in out
    assert "cannot be read: file name too long" in err


def test_a_name_longer_than_any_path_is_told_and_the_rest_is_checked(eoi: Call) -> None:
    written(Path("ccg.yaml"))
    code, out, err = eoi("check", "a/" * 3000, "ccg.yaml", "--format", "concise")
    assert code == 2
    assert "1 file: " in out
    assert "cannot be read: file name too long" in err


@pytest.mark.parametrize(("command", "mode"), in_turn(("check", "build"), (0o444, 0o000, 0o111)))
def test_a_folder_that_may_not_be_entered_or_listed_is_told(eoi: Call, command: str, mode: int) -> None:
    # So that all modules are loaded, which nobody may read everywhere.
    eoi("build", written(Path("in/ccg.yaml")), "--format", "md", "-o", "first")
    eoi("check", "in")
    written(Path("in/shut/below/ccg-2.yaml"))
    written(Path("in/shut/ccg-3.yaml"))
    Path("build").mkdir(mode=0o777)
    Path("build").chmod(0o777)
    for folder in (Path().absolute(), *Path().absolute().parents):
        if not folder.stat().st_mode & 0o001:  # pytest keeps its own folders to their owner
            folder.chmod(0o755)
    Path("in/shut").chmod(mode)
    try:
        with as_nobody():
            code, out, err = eoi(command, "in", *(["--format", "md"] if command == "build" else []))
    finally:
        Path("in/shut").chmod(0o755)
    assert code == 2
    assert "in/ccg.yaml:" in out + err
    assert "eoi: in/shut" in err
    assert "cannot be read: permission denied" in err
