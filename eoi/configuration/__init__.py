"""The choices of an organisation for all its calls, in `eoi.toml` or `pyproject.toml`, and their search.

It starts in the working folder and goes upwards. It never looks beside the file that is judged, since a
stranger's submission must not configure its own judge. Every check searches, so this module imports little.
"""

from __future__ import annotations

import os

OWN, SHARED = "eoi.toml", "pyproject.toml"
TABLE = b"tool.eoi"
ANYBODY_WRITES = 0o002


def find_file(folder: str | None = None) -> str | None:
    """Return the path of the nearest file that configures `eoi`, or None.

    The root of a repository is the last folder that is searched.
    """
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
    """Tell whether a file that programs share has a table for `eoi`."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123
            return TABLE in stream.read()
    except OSError:
        return False


def is_open_to_anybody(file: str) -> bool:
    """Tell whether any user of the computer could have put a file in its folder, as in `/tmp`."""
    if os.name != "posix":
        return False
    folder = os.stat(os.path.dirname(file) or ".")  # noqa: PTH116, PTH120
    return bool(folder.st_mode & ANYBODY_WRITES)
