"""The modules of a folder, found by their files, so that a new module needs no other change.

`pkgutil` finds them too, but imports `inspect`, which takes a thirtieth of the time of a check.
"""

from __future__ import annotations

import os
from collections.abc import Iterable


def list_modules(folders: Iterable[str]) -> list[str]:
    """Return the names of the modules in folders, sorted, without importing any."""
    names = [name for folder in folders for name in read_file_names(folder)]
    return sorted(name[:-3] for name in names if name.endswith(".py") and name != "__init__.py")


def list_text_first(folders: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the modules in folders, with the one that writes for people, `text`, first."""
    return ("text", *(name for name in list_modules(folders) if name != "text"))


def list_packages(folders: Iterable[str]) -> list[str]:
    """Return the names of the packages in folders, sorted, without importing any."""
    entries = [entry for folder in folders for entry in os.scandir(folder) if entry.is_dir()]
    return sorted(entry.name for entry in entries if "__init__.py" in read_file_names(entry.path))


def read_file_names(folder: str) -> list[str]:
    """Return the names of the files in a folder, or an empty list if there is no such folder."""
    try:
        return [entry.name for entry in os.scandir(folder)]
    except FileNotFoundError:
        return []
