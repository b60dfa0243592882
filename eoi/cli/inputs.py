"""Which files a call means: those named, and those in the folders named, in a fixed order."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from eoi.cli.files import reason
from eoi.cli.problems import CannotRun, missing_file

ENDINGS = frozenset({".yaml", ".yml"})


def submissions_in(paths: Sequence[Path], done: str) -> list[Path]:
    """Files as named, and the YAML files of folders; each once. A folder without any is a mistake.

    `done` is what would have been done to them: "checked".
    """
    files: dict[Path, None] = {}
    for path in paths:
        if is_folder(path):
            inside = sorted(yaml_files(path))
            if not inside:
                raise CannotRun(f"there is no YAML file in {path}, so nothing was {done}")
            files.update(dict.fromkeys(inside))
        else:
            files[path] = None
    return list(files)


def is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise missing_file(path) from None
    except OSError as problem:
        raise CannotRun(f"{path} cannot be read: {reason(problem)}") from None


def yaml_files(folder: Path) -> Iterator[Path]:
    """At any depth, but for hidden folders: tools keep their own files there.

    A pipe or a device is read where it is named; in a folder it would only be waited for.
    """
    for entry in entries_of(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from yaml_files(entry)
        elif entry.suffix in ENDINGS and (entry.is_file() or not entry.exists()):
            yield entry


def entries_of(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as problem:
        raise CannotRun(f"{folder} cannot be read: {reason(problem)}") from None
