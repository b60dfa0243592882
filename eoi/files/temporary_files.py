"""The temporary files in which documents are written before they get their names.

A process that is killed leaves them behind. They are removed when the folder is next written to, once they
are so old that no build can still need them.
"""

from __future__ import annotations

import errno
import os
import re
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

PREFIX = ".eoi-"
NAME = re.compile(rf"{re.escape(PREFIX)}[a-z0-9_]{{8}}")
OLD = 24 * 60 * 60  # seconds
MOST_NAMES = 100  # to try; one that is taken is hardly ever met
WRITING = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)


def make_draft_file(folder: Path) -> tuple[int, Path]:
    """Make an empty file with the permissions of a new file, and return its open descriptor and its path.

    Those that `tempfile` makes can only be read by their owner, and a file that is to stay needs other
    permissions.
    """
    clear_away_old_drafts(folder)
    for _ in range(MOST_NAMES):
        draft = folder / f"{PREFIX}{os.urandom(4).hex()}"
        with suppress(FileExistsError):
            return os.open(draft, WRITING, 0o666), draft
    raise FileExistsError(errno.EEXIST, "no name is free")


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
