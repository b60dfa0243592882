"""Compiled templates kept between runs: compiling them costs more than everything else together.

They are kept in the user's own cache folder, under the version of Jinja that made them, and only
where that folder belongs to the user and nobody else can write to it.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2 import __version__ as jinja_version

from eoi import __version__


def template_cache() -> BytecodeCache | None:
    """The cache, or nothing where there is no safe place for one; rendering works without it."""
    try:
        folder = cache_home() / "eoi" / f"templates-{__version__}-{jinja_version}"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return FileSystemBytecodeCache(str(folder)) if is_private(folder) else None
    except (OSError, RuntimeError):
        return None


def cache_home() -> Path:
    """Where this system keeps caches; raises `RuntimeError` where the user has no home."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def is_private(folder: Path) -> bool:
    """What is loaded from the cache is run, so nobody else may have put it there."""
    if sys.platform == "win32":
        return True
    info = folder.lstat()
    return stat.S_ISDIR(info.st_mode) and info.st_uid == os.getuid() and not info.st_mode & 0o022
