"""The kinds of value that a field can hold, and the functions that read the typed text as each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from eoi.parse_errors.text import TEXT_TOO_LONG
from eoi.source.zero_width import remove_zero_width, trim
from eoi.submission.placeholders import says_nothing_yet

T = TypeVar("T")

BREAKS = re.compile(r"[ \t\n]+")
LONGEST_QUOTE = 60
LONGEST_LINE = 5_000  # characters: of a name, a title, a cell of a table


class Kind(Generic[T]):
    """A kind of value: its name in the schema, and the function that reads it or raises `ValueError`.

    `words` are all that it can be, where only some words will do. A list of a kind that goes `by_line` may be
    written as one text, with a line or a bullet for each item.
    """

    def __init__(
        self, name: str, read: Callable[[str], T], words: tuple[str, ...] = (), by_line: bool = False
    ) -> None:
        self.name, self.read, self.words, self.by_line = name, read, words, by_line


class UnreadableError(ValueError):
    """A value that its field cannot take.

    `help` is the advice if the complaint has none, and `rule` names the rule that reports it if that is not
    the usual one.
    """

    def __init__(self, complaint: str, help: str = "", rule: str = "") -> None:
        super().__init__(complaint)
        self.help, self.rule = help, rule


def read_one_line(typed: str) -> str:
    """Read a text of one line. Breaks that YAML folded are spaces; no-break spaces within it are kept."""
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


def read_figure(typed: str) -> str:
    """Read a number, a date or a choice; any kind of space counts as one."""
    line = " ".join(remove_zero_width(typed).split())
    if says_nothing_yet(line):
        raise UnreadableError(
            f"{quote(line)} is no answer", "Leave it empty: the document will say that it is to come."
        )
    return line


def quote(typed: str) -> str:
    """Quote a typed text for a message, on one line at most."""
    return f"'{typed}'" if len(typed) <= LONGEST_QUOTE else f"'{typed[: LONGEST_QUOTE - 3]}...'"


TEXT = Kind("str", read_one_line, by_line=True)
MARKDOWN = Kind("str", trim, by_line=True)
