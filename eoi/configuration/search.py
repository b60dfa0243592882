"""Find the configuration file for a call.

The search starts in the working folder and goes upwards, and never beside the file that is judged: a
stranger's submission must not configure its own judge. Every check searches, so this imports next to nothing.
"""

from __future__ import annotations

import os

OWN, SHARED = "eoi.toml", "pyproject.toml"
TABLE = b"tool.eoi"
ANYBODY_WRITES = 0o002


def find_file(folder: str | None = None) -> str | None:
    """Return the nearest file that configures `eoi`, or nothing; a repository's root is looked in last."""
    try:
        here = folder or os.getcwd()  # noqa: PTH109  a path object costs more than the search
    except OSError:  # somebody has deleted the working folder
        return None
    while True:
        for name in (OWN, SHARED):
            file = f"{here.rstrip(os.sep)}{os.sep}{name}"
            if os.path.isfile(file) and (name == OWN or holds_table(file)):  # noqa: PTH113
                return file
        above = os.path.dirname(here)  # noqa: PTH120
        if above == here or os.path.exists(f"{here}{os.sep}.git"):  # noqa: PTH110
            return None
        here = above


def holds_table(file: str) -> bool:
    """Tell whether a file that other programs share has something for `eoi`."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123
            return TABLE in stream.read()
    except OSError:
        return False


def is_open_to_anybody(file: str) -> bool:
    """Tell whether anybody at all could have put a file there, as in `/tmp`."""
    if os.name != "posix":
        return False
    folder = os.stat(os.path.dirname(file) or ".")  # noqa: PTH116, PTH120
    return bool(folder.st_mode & ANYBODY_WRITES)
