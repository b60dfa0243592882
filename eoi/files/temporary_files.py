"""The temporary files in which documents are written before they get their names.

A process that is killed leaves them behind. They are removed when the folder is next written to, once they
are so old that no build can still need them.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

PREFIX = ".eoi-"
NAME = re.compile(rf"{re.escape(PREFIX)}[a-z0-9_]{{8}}")
OLD = 24 * 60 * 60  # seconds


def make_draft_file(folder: Path) -> tuple[int, str]:
    """Make an empty file, and return its open descriptor and its name."""
    clear_away_old_drafts(folder)
    return tempfile.mkstemp(prefix=PREFIX, dir=folder)


@cache
def clear_away_old_drafts(folder: Path) -> None:
    """Remove old temporary files from a folder, once in a process. A failure does not matter."""
    oldest = time.time() - OLD
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                remove_if_older(entry, oldest)


def remove_if_older(entry: os.DirEntry[str], oldest: float) -> None:
    """Remove a file that was last changed before `oldest`, in seconds since 1970."""
    with suppress(OSError):
        if entry.stat(follow_symlinks=False).st_mtime < oldest:
            Path(entry.path).unlink()
