"""Folders of submissions, processes that build them, and what must hold of what they leave behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eoi.writers.seal import is_intact
from tests.cli.calls import files_in
from tests.compiled_program import program_path
from tests.samples import skeleton

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals, links or terminals")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a system that can fork safely")
# Until our own way in has taken over, Ctrl-C ends the process as it ends any.
PROGRAM = """\
import signal
signal.signal(signal.SIGINT, signal.SIG_DFL)
from eoi.cli.entry import program
program()
"""
BOTH = ("expression-of-interest", "checklist")


def written(path: Path, text: str = skeleton()) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def several(folder: Path, number: int) -> Path:
    """A folder of so many submissions, each of them its own."""
    for index in range(number):
        written(folder / f"{index:02}.yaml", skeleton(more=f"summary: Submission {index}.\n"))
    return folder


def documents(*stems: str, endings: tuple[str, ...] = ("md",)) -> list[str]:
    return sorted(f"{stem}-{kind}.{ending}" for stem in stems for kind in BOTH for ending in endings)


def started(cwd: Path, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    """The program in a session of its own, as a shell would start it in one of its own terminals."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": program_path()} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def assert_whole(folder: Path) -> None:
    """No document is half there, and no draft of one is left."""
    for name in files_in(folder) if folder.exists() else ():
        assert ".eoi-" not in name
        assert is_intact((folder / name).read_bytes()), name


def assert_plain(err: bytes | str) -> None:
    text = err.decode() if isinstance(err, bytes) else err
    assert "Traceback" not in text
    assert "Exception ignored" not in text
