"""Reasons why a command could not run at all, as opposed to a file that falls short."""

from __future__ import annotations

import errno
from pathlib import Path

from eoi.expressions import Expression
from eoi.nearest import find_nearest_word

MOST_LISTED = 12
PLAIN = Expression(r"[\w@%+=:,./\\-]+")
READ_IN_QUOTES = frozenset('"$`!')
SCARCE = {
    errno.ENOMEM: "memory",
    errno.EMFILE: "open files",
    errno.ENFILE: "open files",
    errno.EAGAIN: "processes",
}


class CannotRun(Exception):
    """A reason to end the command with exit code 2 and this one sentence, after the lines in `shown`."""

    def __init__(self, sentence: str, shown: str = "") -> None:
        super().__init__(sentence)
        self.shown = shown


class FileProblem(CannotRun):
    """A file that cannot be read, or whose documents cannot be written; the other files go on."""


def out_of_room(problem: BaseException) -> str:
    """Name the resource that has run out, memory or open files; empty if neither is the problem."""
    if isinstance(problem, MemoryError) or str(problem) == "can't start new thread":
        return "memory"
    number = problem.errno if isinstance(problem, OSError) else None
    return SCARCE.get(number or 0, "")


def as_typed(word: object) -> str:
    """Quote a word of a suggested command where a shell would read it as several, or as no word."""
    text = str(word)
    if PLAIN.fullmatch(text):
        return text
    from shlex import quote  # late, as below: few calls go wrong

    return quote(text) if READ_IN_QUOTES.intersection(text) else f'"{text}"'


def missing_file(file: Path) -> CannotRun:
    """Word the refusal of a missing file, with the most similar name in its folder."""
    try:
        neighbours = [entry.name for entry in file.parent.iterdir() if entry.is_file()]
    except OSError:
        return CannotRun(f"there is no folder {file.parent}")
    near = find_nearest_word(file.name, neighbours)
    return CannotRun(f"there is no file {file}" + (f"; did you mean {file.parent / near}?" if near else ""))


def unknown_choice(kind: str, name: str, known: tuple[str, ...], where: str = "") -> CannotRun:
    """Word the refusal of a word that is none of the choices, with the nearest of them."""
    near = find_nearest_word(name, known)
    hint = f"; did you mean {near}?" if near else f"; {where}" if where else ""
    choice = f" (known: {', '.join(known)})" if len(known) <= MOST_LISTED else ""
    return CannotRun(f"there is no {kind} '{name}'{hint}{choice}")
