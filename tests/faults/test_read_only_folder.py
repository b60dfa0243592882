"""The folder may not be written to: eoi writes nothing, and one line says what to do, exit 2."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.cli.calls import Call, files_in
from tests.faults.builds import several

KERNEL = Path("/sys/kernel")


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_the_system_says_no(eoi: Call, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    several(Path("in"), 3)

    opened = os.open

    def refuse(path: Path, flags: int, *more: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(number, os.strerror(number))
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", refuse)
    code, out, err = eoi("build", "in", "--format", "md")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"cannot be written: {os.strerror(number).lower()}; write somewhere else" in err
    assert files_in(Path()) == ["in/00.yaml", "in/01.yaml", "in/02.yaml"]


def test_a_folder_that_may_not_be_entered_is_told_as_such(eoi: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether there is a document to keep cannot be found out there."""
    several(Path("in"), 1)
    Path("build").mkdir()
    look, may = Path.lstat, os.access

    def refuse(path: Path) -> os.stat_result:
        if path.parent.name == "build":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return look(path)

    monkeypatch.setattr(Path, "lstat", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "build" and may(path, mode))
    code, out, err = eoi("build", "in", "--format", "md")
    why = "is a folder that may not be entered: permission denied; choose another --output"
    assert (code, out, err) == (2, "", f"eoi: build {why}\n")


@pytest.mark.skipif(not KERNEL.is_dir(), reason="this system has no folder that nobody can write to")
def test_a_folder_of_the_kernel_is_such_a_one(eoi: Call) -> None:
    several(Path("in"), 1)
    code, out, err = eoi("build", "in", "--format", "md", "-o", KERNEL / "eoi")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"eoi: {KERNEL}/eoi/00-expression-of-interest.md cannot be written: ")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_without_the_right_to_write_is_such_a_one(eoi: Call) -> None:
    several(Path("in"), 1)
    Path("build").mkdir(mode=0o555)
    code, _, err = eoi("build", "in", "--format", "md")
    assert (code, err.count("\n")) == (2, 1)
    assert files_in(Path("build")) == []
