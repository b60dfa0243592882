"""The files of a call: those that it names, and those in folders that it names, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun, FileProblem, name_missing_file
from eoi.files import say_os_reason

if TYPE_CHECKING:
    from eoi.files.left_out import LeftOutPatterns

ENDINGS = frozenset({".yaml", ".yml"})


class Inputs:
    """The files of a call without repetition, and the paths that could not be searched."""

    def __init__(self, left_out: LeftOutPatterns | None = None) -> None:
        self.files: dict[Path, None] = {}
        self.failures: list[str] = []
        self.left_out = left_out
        self.number_left_out = 0

    def add(self, path: Path, done: str) -> None:
        if not is_folder(path):
            self.files[path] = None
            return
        known, before = len(self.failures), self.number_left_out
        inside = sorted(self.yaml_files(path))
        if not inside and len(self.failures) == known:
            why = " but what git or the configuration leaves out" if self.number_left_out > before else ""
            raise CannotRun(f"there is no YAML file in {path}{why}, so nothing was {done}")
        self.files.update(dict.fromkeys(inside))

    def yaml_files(self, folder: Path) -> Iterator[Path]:
        """Yield the YAML files in a folder, at any depth.

        Hidden folders are left out, since tools keep their own files there. So are pipes and devices, which
        could make the program wait for ever.
        """
        from eoi.files.left_out import LeftOutPatterns  # late: many calls name no folder

        due = [(folder, (self.left_out or LeftOutPatterns()).enter(folder, is_first=True))]
        while due:
            here, left_out = due.pop()
            for entry in self.inside(here):
                if entry.name.startswith("."):
                    continue
                is_folder, file = is_below(entry), Path(entry.path)
                if not is_folder and file.suffix.lower() not in ENDINGS:
                    continue
                if left_out.covers(entry.path, is_folder):
                    self.number_left_out += 1
                elif is_folder:
                    due.append((file, left_out.enter(file, is_first=False)))
                elif may_be_read(entry):
                    yield file

    def inside(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return list(entries)
        except OSError as problem:
            self.failures.append(f"{folder} cannot be read: {say_os_reason(problem)}")
            return []


def find_submission_files(
    paths: Sequence[Path], done: str, left_out: LeftOutPatterns | None = None
) -> Inputs:
    """Return the files that are named, and the YAML files in folders.

    `done` says what would have been done to them, such as "checked". Raise `CannotRun` if a folder has no
    YAML file or there is no file at all.
    """
    inputs = Inputs(left_out=left_out)
    for path in paths:
        try:
            inputs.add(path, done)
        except FileProblem as problem:
            inputs.failures.append(str(problem))
    if not inputs.files:
        raise CannotRun(inputs.failures[0], "\n".join(inputs.failures[1:]))
    return inputs


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder. Raise `CannotRun` if nothing is there."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise name_missing_file(path) from None
    except OSError as problem:
        raise FileProblem(f"{path} cannot be read: {say_os_reason(problem)}") from None


def is_below(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder, but not a link, which may lead back up."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def may_be_read(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a file.

    An entry that cannot be examined counts as a file, since reading it then gives the reason.
    """
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return True
