"""The files of a folder of a CCG's own templates, which may come from anywhere and hold anything.

Only ordinary files are read, up to the size limit of templates. A link that leads out of the folder is not
followed, since its target would be printed in the document.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from jinja2 import BaseLoader, Environment, TemplateNotFound

ENDINGS = frozenset({".html", ".svg"})
DEEPEST = 8  # folders within folders
MOST_FILES = 10_000  # files of any kind
MOST_TEMPLATES = 300
LARGEST = 1_000_000  # bytes of one template
LARGEST_IN_ALL = 5_000_000
ALONE = "give the templates a folder of their own"


class UnfitFiles(ValueError):
    """An error about a file or folder of a CCG's own; its sentence begins with the path."""


def list_files_by_name(folder: Path) -> dict[str, Path]:
    """Return the files of a folder by their names below it.

    Hidden files are left out, since they belong to other programs.
    """
    found: dict[str, Path] = {}
    for path in list_files_below(folder, folder, 1):
        found[path.relative_to(folder).as_posix()] = path
        if len(found) > MOST_FILES:
            raise UnfitFiles(f"{folder} has more than {MOST_FILES:,} files; {ALONE}")
    refuse_too_many(folder, [path for path in found.values() if path.suffix in ENDINGS])
    return found


def list_files_below(top: Path, folder: Path, depth: int) -> Iterator[Path]:
    """Yield the ordinary files below a folder; refuse folders that are nested too deeply."""
    if depth > DEEPEST:
        raise UnfitFiles(f"{top} has folders more than {DEEPEST} deep; {ALONE}")
    for entry in list_folder_entries(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield follow_link(top, Path(entry.path))
        elif entry.is_dir(follow_symlinks=False):
            yield from list_files_below(top, Path(entry.path), depth + 1)
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)
        else:
            raise UnfitFiles(f"{entry.path} is no file; take it out of {top}")


def list_folder_entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return the entries of a folder in the order of their names.

    Reading stops at one entry more than is allowed.
    """
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                found.append(entry)
                if len(found) > MOST_FILES:
                    break
    except OSError as problem:
        raise UnfitFiles(f"{folder} cannot be read: {say_why_unreadable(problem)}") from None
    return sorted(found, key=lambda entry: entry.name)


def follow_link(top: Path, link: Path) -> Path:
    """Return a link to another file of the folder; refuse any other link."""
    try:
        target = link.resolve(strict=True)
        inside = target.is_relative_to(top.resolve())
    except (OSError, RuntimeError):
        raise UnfitFiles(f"{link} is a link that leads nowhere; take it out of {top}") from None
    if not inside or not target.is_file():
        where = "a folder, which is" if inside else f"something outside {top}, which is"
        raise UnfitFiles(f"{link} is a link to {where} not followed; put a copy in its place")
    return link


def refuse_too_many(folder: Path, templates: list[Path]) -> None:
    """Refuse a folder with more templates than any CCG needs."""
    if len(templates) > MOST_TEMPLATES:
        raise UnfitFiles(
            f"{folder} has more than {MOST_TEMPLATES} templates; take out those of other programs"
        )
    sizes = sum(path.stat().st_size for path in templates)
    if sizes > LARGEST_IN_ALL:
        raise UnfitFiles(f"the templates in {folder} are larger than {LARGEST_IN_ALL // 1_000_000} MB in all")


def read_template(path: Path) -> str:
    """Read a template; raise `UnfitFiles` if the file cannot be one."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnfitFiles(f"{path} is no file")
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as problem:
        raise UnfitFiles(f"{path} cannot be read: {say_why_unreadable(problem)}") from None
    if len(raw) > LARGEST:
        raise UnfitFiles(f"{path} is larger than {LARGEST // 1_000_000} MB, which no template is")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnfitFiles(f"{path} is not a template: it is no UTF-8 text") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def say_why_unreadable(problem: OSError) -> str:
    """Return the system's reason in lower case, to follow a colon."""
    return (problem.strerror or str(problem)).lower()


class OwnFiles(BaseLoader):
    """A loader of a CCG's own templates in one folder."""

    def __init__(self, files: Mapping[str, Path], folder: str) -> None:
        self.files, self.folder = files, folder

    def get_source(
        self, _environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        path = self.files.get(f"{self.folder}/{PurePosixPath(template)}")
        if path is None:
            raise TemplateNotFound(template)
        return read_template(path), str(path), None
