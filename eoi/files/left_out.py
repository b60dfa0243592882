"""The files in folders that a configuration excludes or git ignores.

A file or folder that is named is never left out. Of git's own lists, those of the repository are read:
`.gitignore` at any depth, and `.git/info/exclude`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from eoi.configuration.patterns import Pattern

IGNORED, LOCAL = ".gitignore", f".git{os.sep}info{os.sep}exclude"


class LeftOutPatterns(NamedTuple):
    """Lists of patterns, each with the folder that it is relative to, the nearest folder first."""

    lists: tuple[tuple[str, tuple[Pattern, ...]], ...] = ()
    gitignore: bool = True

    def enter(self, folder: Path, is_first: bool) -> LeftOutPatterns:
        """Return the patterns with those of a folder added.

        For the first folder, the lists of all folders above it are read too.
        """
        if not self.gitignore:
            return self
        here = os.path.abspath(folder)  # noqa: PTH100  links are not followed, as git does not
        found = list_files_of_git(here) if is_first else [os.path.join(here, IGNORED)]  # noqa: PTH118
        there = [file for file in found if os.path.isfile(file)]  # noqa: PTH113
        lists = tuple((find_base_folder(file), read_pattern_file(file)) for file in there)
        return LeftOutPatterns((*lists, *self.lists), True) if lists else self

    def covers(self, path: str, is_folder: bool) -> bool:
        """Tell whether a file or a folder is left out."""
        if not self.lists:
            return False
        from eoi.configuration.patterns import decide, list_steps

        whole = os.path.abspath(path)  # noqa: PTH100
        for base, patterns in self.lists:
            if (said := decide(patterns, list_steps(whole, base), is_folder)) is not None:
                return said
        return False


def list_files_of_git(folder: str) -> list[str]:
    """List the files with git's patterns for a folder, the nearest first.

    Return an empty list outside a repository.
    """
    found, here = [], folder
    while True:
        found.append(os.path.join(here, IGNORED))  # noqa: PTH118
        if os.path.exists(os.path.join(here, ".git")):  # noqa: PTH110, PTH118
            return [*found, os.path.join(here, LOCAL)]  # noqa: PTH118
        above = os.path.dirname(here)  # noqa: PTH120
        if above == here:
            return []
        here = above


def find_base_folder(file: str) -> str:
    """Return the folder that the patterns of a file are relative to."""
    return os.path.dirname(file) if file.endswith(IGNORED) else file.removesuffix(LOCAL)  # noqa: PTH120


def read_pattern_file(file: str) -> tuple[Pattern, ...]:
    """Return the patterns in a file, or an empty tuple if it cannot be read."""
    from eoi.configuration.patterns import read_patterns  # late: few folders have such a list

    try:
        return read_patterns(Path(file).read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return ()
