"""What is written where: a document that a person has changed is never overwritten unasked.

The new one goes beside it, under the next number that is free or holds a document of our own. Where the
changed one was built from what would be written now, there is nothing to write.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from pathlib import Path

from eoi.cli.files import OutputFile, reason
from eoi.cli.problems import CannotRun
from eoi.writers.seal import is_intact, seal_of

LINK, NO_FILE = "is a link to another file", "is no ordinary file"
CHANGED, OTHERS = "was changed after eoi wrote it", "was not written by eoi"


class State(Enum):
    MISSING = auto()
    STALE = auto()
    CURRENT = auto()
    EDITED = auto()  # changed by a person, and built from what would be written now


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
        content, why = on_disk(path)
        if why:
            kept.append(Kept(path, why))
            if content is not None and seal and seal_of(content) == seal:
                return Standing(path, State.EDITED, tuple(kept))
        elif content is None:
            return Standing(path, State.MISSING, tuple(kept))
        else:
            state = State.CURRENT if seal_of(content) == seal else State.STALE
            return Standing(path, state, tuple(kept))
    raise AssertionError("the numbers never end")


def numbered(path: Path) -> Iterator[Path]:
    """`a.docx`, `a-2.docx`, `a-3.docx` and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def on_disk(path: Path) -> tuple[bytes | None, str]:
    """What is there, if anything, and why it must be kept, if it must.

    A link is not followed: what it leads to may lie anywhere. A folder counts as nothing, so that the
    attempt to write there says what is wrong.
    """
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            return None, LINK if stat.S_ISLNK(mode) else "" if stat.S_ISDIR(mode) else NO_FILE
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None, ""
    except OSError as problem:
        raise CannotRun(f"{path} cannot be read: {reason(problem)}") from None
    if is_intact(content):
        return content, ""
    return content, CHANGED if seal_of(content) else OTHERS
