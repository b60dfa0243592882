"""Lists that can say that there is nothing in them: `posts: none` is an answer, and an empty list is not.

Where a list may be none, its field says so with `may_be_none`; the document then has a sentence in its place.
"""

from __future__ import annotations

from typing import Any

from eoi.source.nodes import Node, Scalar, Sequence

WORDS = ("none", "nil", "nothing", "no")


class Nothing(tuple[Any, ...]):
    """An empty list that the file declares empty."""

    __slots__ = ()


class NothingAtAll(Nothing):
    """The list of a group that the file declares empty as a whole."""

    __slots__ = ()


NOTHING, NOTHING_AT_ALL = Nothing(), NothingAtAll()


def says_none(value: object) -> bool:
    """Tell whether the file declares a list empty."""
    return isinstance(value, Nothing)


def is_none_word(node: Node) -> bool:
    """Tell whether the file says `none` here, also as the one item of a list."""
    match node:
        case Sequence(items=(only,)):
            return is_none_word(only)
        case Scalar(text=typed):
            return typed.strip().rstrip(".").casefold() in WORDS
    return False
