"""What is written where: a document that a person has changed is never overwritten unasked.

The new one goes beside it, under the next number that is free or holds a document of our own. Where the
changed one was built from what would be written now, there is nothing to write.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import NamedTuple

from eoi.cli.files import OutputFile, beginning, reason
from eoi.cli.problems import FileTrouble
from eoi.writers.seal import find_seal, seal_of

LARGEST = 64 * 1024 * 1024  # bytes; a file that holds more is none of ours
LINK, NO_FILE = "is a link to another file", "is no ordinary file"
CHANGED, OTHERS = "was changed after eoi wrote it", "was not written by eoi"


class State(Enum):
    MISSING = auto()
    STALE = auto()
    CURRENT = auto()
    EDITED = auto()  # changed by a person, and built from what would be written now


class There(NamedTuple):
    """The seal of what is there, if it bears one, and why it must be kept, if it must."""

    seal: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is not ours to overwrite, and why."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a document belongs, what is there now, and the files that it has to leave as they are."""

    path: Path
    state: State
    kept: tuple[Kept, ...] = ()


def standing(output: OutputFile) -> Standing:
    kept: list[Kept] = []
    seal = seal_of(output.content)
    for path in numbered(output.path):
        there = on_disk(path)
        if there.why:
            kept.append(Kept(path, there.why))
            if there.seal and there.seal == seal:
                return Standing(path, State.EDITED, tuple(kept))
        elif there.seal is None:
            return Standing(path, State.MISSING, tuple(kept))
        else:
            state = State.CURRENT if there.seal == seal else State.STALE
            return Standing(path, state, tuple(kept))
    raise AssertionError("the numbers never end")


def numbered(path: Path) -> Iterator[Path]:
    """`a.docx`, `a-2.docx`, `a-3.docx` and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def on_disk(path: Path) -> There:
    """What is there, if anything.

    A link is not followed: what it leads to may lie anywhere. A folder counts as nothing, so that the
    attempt to write there says what is wrong.
    """
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return There(why=LINK if stat.S_ISLNK(found.st_mode) else "" if is_folder(found) else NO_FILE)
        if found.st_size > LARGEST:
            return There(why=OTHERS)
        content = beginning(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return There()
    except OSError as problem:
        raise FileTrouble(f"{path} cannot be read: {reason(problem)}") from None
    bears = find_seal(content)
    if bears is None:
        return There(why=OTHERS)
    return There(bears.seal, "" if bears.is_intact else CHANGED)


def is_folder(found: os.stat_result) -> bool:
    return stat.S_ISDIR(found.st_mode)
