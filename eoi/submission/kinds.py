"""The kinds of value that a field can hold, and the functions that read typed text as each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from eoi.parse_errors.text import TEXT_TOO_LONG
from eoi.source.characters import remove_zero_width, trim

T = TypeVar("T")

BREAKS = re.compile(r"[ \t\n]+")
LONGEST_QUOTE = 60
LONGEST_LINE = 5_000  # characters of a name, a title or a cell of a table


class Kind(Generic[T]):
    """A kind of value: its name in the schema, and the function that reads it or raises `ValueError`.

    `words` are the only values possible, or empty if there is no such limit. With `by_line`, a list of this
    kind may be written as one text with a line or a bullet for each item.
    """

    def __init__(
        self, name: str, read: Callable[[str], T], words: tuple[str, ...] = (), by_line: bool = False
    ) -> None:
        self.name, self.read, self.words, self.by_line = name, read, words, by_line


class UnreadableError(ValueError):
    """An error for a value that its field cannot hold.

    `help` is advice, or empty for the usual advice. `rule` names the rule that reports it, or is empty for
    the usual one.
    """

    def __init__(self, complaint: str, help: str = "", rule: str = "") -> None:
        super().__init__(complaint)
        self.help, self.rule = help, rule


def read_one_line(typed: str) -> str:
    """Read a text of one line.

    Line breaks become spaces, and no-break spaces inside it are kept.
    """
    line = remove_zero_width(typed)
    if "  " in line or "\t" in line or "\n" in line or line[:1] == " " or line[-1:] == " ":
        line = " ".join(word for word in BREAKS.split(line) if word)
    if len(line) > LONGEST_LINE:
        raise UnreadableError(
            f"it has {len(line):,} characters, and may have {LONGEST_LINE:,}",
            "Shorten it, and say the rest in a field for long text.",
            TEXT_TOO_LONG.name,
        )
    return line


def quote(typed: str) -> str:
    """Quote a typed text for a message, shortened to less than a line."""
    return f"'{typed}'" if len(typed) <= LONGEST_QUOTE else f"'{typed[: LONGEST_QUOTE - 3]}...'"


TEXT = Kind("str", read_one_line, by_line=True)
MARKDOWN = Kind("str", trim, by_line=True)
