"""The command `eoi check --watch`, which shows the report on a file again whenever it changes.

The file is checked for changes three times a second. Systems can report changes, but not on the network
drives where many of these files are.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from eoi.cannot_run import CannotRun, FileProblem
from eoi.cli.terminal import flush, put, tell
from eoi.files.input_files import is_folder

BETWEEN_LOOKS = 0.3  # seconds
CLEAR = "\x1b[2J\x1b[3J\x1b[H"
Sign = tuple[int, int] | None


def watch_file(file: Path, check: Callable[[], int]) -> int:
    """Show the report again after each change, until somebody stops the program."""
    if is_folder(file):
        raise CannotRun(f"{file} is a folder; --watch watches one file")
    before: Sign = None
    while True:
        now = sign_of(file)
        if now != before:
            before = now
            draw_report(file, check)
        time.sleep(BETWEEN_LOOKS)


def draw_report(file: Path, check: Callable[[], int]) -> None:
    """Show the report on an empty screen.

    A file that is missing for a moment, as some editors save it, is waited for.
    """
    if sign_of(file) is None:
        return
    if is_seen():
        put(CLEAR)
    try:
        check()
    except FileProblem as problem:
        tell(f"eoi: {problem}")
    put(f"\nWatching {file}; Ctrl-C ends it.\n")
    flush()


def is_seen() -> bool:
    """Tell whether standard output is a terminal, so that a person sees the report."""
    import sys

    return sys.stdout is not None and sys.stdout.isatty()


def sign_of(file: Path) -> Sign:
    """Return a value that changes when somebody saves the file, or None while the file is missing."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
