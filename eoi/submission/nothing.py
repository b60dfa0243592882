"""Lists that a file declares empty: `posts: none` is an answer, and an empty list is not.

A field allows this with `may_be_none`. The document then has a sentence in place of the list.
"""

from __future__ import annotations

import re
from typing import Any

from eoi.expressions import Expression
from eoi.source.nodes import Node, Scalar, Sequence

WORDS = ("none", "nil", "nothing", "no")
# 'None', 'No significant risks', 'None at present'
NO_RISK = Expression(
    r"(?:none|nil|nothing|n/?a|not applicable"
    r"|no(?: (?:known|new|specific|significant|additional|further|particular|other))?(?: risks?| concerns?))"
    r"(?: (?:have|has|are|were|was|been|identified|recorded|known|noted|foreseen|anticipated|expected"
    r"|at present|at this (?:time|stage)|to date|so far|yet|currently))*",
    re.IGNORECASE,
)


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
