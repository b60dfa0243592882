"""Lists that can say that there is nothing in them: `posts: none` is an answer, and an empty list is not.

Where a list may be none, its field says so with `MAY_BE_NONE`; the document then has a sentence in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

WORDS = ("none", "nil", "nothing", "no")


class Nothing(tuple[Any, ...]):
    """An empty list that was said to be one."""

    __slots__ = ()


class NothingAtAll(Nothing):
    """The list of a group of which it was said that there is nothing in the whole of it."""

    __slots__ = ()


NOTHING, NOTHING_AT_ALL = Nothing(), NothingAtAll()


def says_none(value: object) -> bool:
    return isinstance(value, Nothing)


def is_none_word(typed: object) -> bool:
    """`none`, also as the one item of a list."""
    if isinstance(typed, list) and len(typed) == 1:
        return is_none_word(typed[0])
    return isinstance(typed, str) and typed.strip().rstrip(".").casefold() in WORDS


@dataclass(frozen=True, slots=True)
class MayBeNone:
    """Reads `none` before anything else looks at the list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(none_or, handler(source))


def none_or(typed: Any, read: Callable[[Any], Any]) -> Any:
    if isinstance(typed, NothingAtAll):
        return typed
    return NOTHING if is_none_word(typed) else read(typed)


MAY_BE_NONE = MayBeNone()
