"""The model of a submission, one file for each part, and here the kinds of value that its fields hold.

`posts: none` is an answer, and an empty list is not. A field allows this with `may_be_none`, and the document
then has a sentence in place of the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from eoi.expressions import Expression
from eoi.parse_errors import TEXT_TOO_LONG
from eoi.source.characters import remove_zero_width, trim
from eoi.source.nodes import Node, Scalar, Sequence

T = TypeVar("T")

BREAKS = re.compile(r"[ \t\n]+")
LONGEST_QUOTE = 60
LONGEST_LINE = 5_000  # characters of a name, a title or a cell of a table
WORDS = ("none", "nil", "nothing", "no")
# 'None', 'No significant risks', 'None at present'
NO_RISK = Expression(
    r"(?:none|nil|nothing|n/?a|not applicable"
    r"|no(?: (?:known|new|specific|significant|additional|further|particular|other))?(?: risks?| concerns?))"
    r"(?: (?:have|has|are|were|was|been|identified|recorded|known|noted|foreseen|anticipated|expected"
    r"|at present|at this (?:time|stage)|to date|so far|yet|currently))*",
    re.IGNORECASE,
)


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


class Nothing(tuple[Any, ...]):
    """An empty list that the file declares empty with `none`."""

    __slots__ = ()


class NothingAtAll(Nothing):
    """The list of a group for which the file has `none` in place of the whole group."""

    __slots__ = ()


NOTHING, NOTHING_AT_ALL = Nothing(), NothingAtAll()


def says_none(value: object) -> bool:
    """Tell whether a value is a list that the file declares empty."""
    return isinstance(value, Nothing)


def is_none_word(node: Node) -> bool:
    """Tell whether a node is `none` or a similar word, alone or as the only item of a list."""
    match node:
        case Sequence(items=(only,)):
            return is_none_word(only)
        case Scalar(text=typed):
            return typed.strip().rstrip(".").casefold() in WORDS
    return False


def says_no_risk(text: str) -> bool:
    """Tell whether the words for a risk say that there is none: `None identified`, or a dash alone."""
    words = text.strip(" .-–—")
    return not words or bool(NO_RISK.fullmatch(words))


def is_bare_none(text: str | None) -> bool:
    """Tell whether an answer is `None` or a similar word and nothing more."""
    return bool(text) and str(text).strip().rstrip(".").casefold() in WORDS
