"""Lists that a file declares empty: `posts: none` is an answer, and an empty list is not.

A field allows this with `may_be_none`. The document then has a sentence in place of the list.
"""

from __future__ import annotations

from typing import Any

from eoi.source.nodes import Node, Scalar, Sequence

WORDS = ("none", "nil", "nothing", "no")


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
