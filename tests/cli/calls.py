"""Calling the program: what a call gives back, and a process of its own where nothing less will do."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.compiled_program import program_path


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


class Keyboard(io.StringIO):
    """Somebody who types these lines at a terminal."""

    def isatty(self) -> bool:
        return True


def process(*arguments: str, cwd: Path, **environment: str) -> Outcome:
    command = [sys.executable, *arguments]
    surroundings = os.environ | {"PYTHONPATH": program_path()} | environment
    done = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, timeout=60)
    return Outcome(
        done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    )


def limited(memory: int, *arguments: str, cwd: Path, **environment: str) -> Outcome:
    """The program in a process that gets no more than so many bytes of memory."""
    program = (
        f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))\n"
        "from eoi.cli.entry import program; program()"
    )
    return process("-c", program, *arguments, cwd=cwd, **environment)


@contextmanager
def room_for_files_of(size: int) -> Iterator[None]:
    """As on a disk that fills up: a write beyond `size` bytes fails.

    No module is kept compiled meanwhile: Python would keep the first part of it, and fail to read that later.
    """
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def files_in(folder: Path) -> list[str]:
    """Every file at any depth, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())
