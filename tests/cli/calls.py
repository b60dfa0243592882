"""Calling the program: what a call gives back, and a process of its own where nothing less will do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.samples import ROOT


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


def process(*arguments: str, cwd: Path, **environment: str) -> Outcome:
    command = [sys.executable, *arguments]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)} | environment
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


def files_in(folder: Path) -> list[str]:
    """Every file at any depth, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())
