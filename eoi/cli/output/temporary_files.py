"""The temporary files that documents are written to before they take their places.

A process that is killed outright leaves them behind. They go when the folder is next written to, once they
are so old that no build can still be at work on them.
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


def new_draft(folder: Path) -> tuple[int, str]:
    """Make an empty file; return it, open, and its name."""
    clear_away_old_drafts(folder)
    return tempfile.mkstemp(prefix=PREFIX, dir=folder)


@cache
def clear_away_old_drafts(folder: Path) -> None:
    """Remove old drafts from a folder, once in a process; a failure keeps nobody from writing."""
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
