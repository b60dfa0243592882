"""Which files a call means: those named, and those in the folders named, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from eoi.cli.files import reason
from eoi.cli.problems import CannotRun, missing_file

ENDINGS = frozenset({".yaml", ".yml"})


def submissions_in(paths: Sequence[Path]) -> list[Path]:
    """Files as named, and the YAML files of folders; each once. A folder without any is a mistake."""
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(yaml_files(path))
            if not inside:
                raise CannotRun(f"there is no YAML file in {path}, so nothing was checked")
            files.update(dict.fromkeys(inside))
        elif path.exists():
            files[path] = None
        else:
            raise missing_file(path)
    return list(files)


def yaml_files(folder: Path) -> Iterator[Path]:
    """At any depth, but for hidden folders: tools keep their own files there."""
    for entry in entries_of(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from yaml_files(entry)
        elif entry.suffix in ENDINGS:
            yield entry


def entries_of(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as problem:
        raise CannotRun(f"{folder} cannot be read: {reason(problem)}") from None
