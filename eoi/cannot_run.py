"""The reasons why a command cannot run at all, as opposed to a file that falls short."""

from __future__ import annotations

import errno
from pathlib import Path

from eoi.expressions import Expression
from eoi.plain_words import find_nearest_word

MOST_BEGUN = 6
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
    """An error that ends the command with exit code 2 and one sentence, after the lines in `shown`."""

    def __init__(self, sentence: str, shown: str = "") -> None:
        super().__init__(sentence)
        self.shown = shown


class FileProblem(CannotRun):
    """An error for a file that cannot be read, or whose documents cannot be written.

    The work on the other files continues.
    """


def find_scarce_resource(problem: BaseException) -> str:
    """Return the resource that has run out, such as memory, or an empty text if none has."""
    if isinstance(problem, MemoryError) or str(problem) == "can't start new thread":
        return "memory"
    number = problem.errno if isinstance(problem, OSError) else None
    return SCARCE.get(number or 0, "")


def write_as_typed(word: object) -> str:
    """Return a word of a suggested command, in quotation marks if a shell needs them."""
    text = str(word)
    if PLAIN.fullmatch(text):
        return text
    from shlex import quote  # late, as below: few calls go wrong

    return quote(text) if READ_IN_QUOTES.intersection(text) else f'"{text}"'


def name_missing_file(file: Path) -> CannotRun:
    """Return the error for a missing file, which names the most similar file in its folder."""
    try:
        neighbours = [entry.name for entry in file.parent.iterdir() if entry.is_file()]
    except OSError:
        return CannotRun(f"there is no folder {file.parent}")
    near = find_nearest_word(file.name, neighbours)
    return CannotRun(f"there is no file {file}" + (f"; did you mean {file.parent / near}?" if near else ""))


def list_begun(name: str, known: tuple[str, ...]) -> str:
    """Return the few choices that begin with a word, or an empty text."""
    begun = [one for one in known if name and one.startswith(name)]
    return " or ".join(begun) if len(begun) <= MOST_BEGUN else ""


def name_unknown_choice(kind: str, name: str, known: tuple[str, ...], where: str = "") -> CannotRun:
    """Return the error for a word that is none of the choices, which names the nearest choice."""
    near = find_nearest_word(name, known) or list_begun(name, known)
    hint = f"; did you mean {near}?" if near else f"; {where}" if where else ""
    choice = f" (known: {', '.join(known)})" if len(known) <= MOST_LISTED else ""
    return CannotRun(f"there is no {kind} '{name}'{hint}{choice}")
