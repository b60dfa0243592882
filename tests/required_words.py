"""Whether every match of a regular expression holds one of some words, as its own tree tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
MOST_TEXTS = 200
MOST_REPEATS = 4
Texts = frozenset[str]
NOTHING: Texts = frozenset({""})


def does_every_match_hold(words: Sequence[str], pattern: str, flags: int = 0) -> bool:
    """Tell whether each text that matches holds one of the words; where it cannot be told, say no."""
    return does_each_hold(words, parser.parse(pattern, flags))


def does_each_hold(words: Sequence[str], parts: Iterable[Any], row: Texts = NOTHING) -> bool:
    """Look for a part that always holds a word, or for a row of letters that does.

    `row` is all that can stand before the parts, since `move|more` is read as `mo` before `ve` or `re`.
    """
    for kind, value in parts:
        if is_in_all(words, row) or does_part_hold(words, kind, value, row):
            return True
        texts = list_texts(kind, value)
        joined = frozenset(one + other for one in row for other in texts) if texts else NOTHING
        row = joined if len(joined) <= MOST_TEXTS else texts or NOTHING
    return is_in_all(words, row)


def does_part_hold(words: Sequence[str], kind: Any, value: Any, row: Texts) -> bool:
    if kind is op.BRANCH:
        return all(does_each_hold(words, one, row) for one in value[1])
    if kind in REPEATS:
        return does_each_hold(words, [*value[2]] * min(value[0], MOST_REPEATS), row)
    inner = list_inner_parts(kind, value)
    return inner is not None and does_each_hold(words, inner, row)


def list_texts(kind: Any, value: Any) -> Texts:
    """Return all that a part can match, in small letters, where that is little; else nothing."""
    if kind is op.LITERAL:
        return frozenset({chr(value).casefold()})
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return NOTHING
    if kind is op.IN and all(one is op.LITERAL for one, _ in value):
        return frozenset(chr(letter).casefold() for _, letter in value)
    if kind is op.BRANCH:
        branches = [list_texts_of_row(one) for one in value[1]]
        return frozenset[str]().union(*branches) if all(branches) else frozenset()
    if kind in REPEATS and value[:2] == (0, 1):
        texts = list_texts_of_row(value[2])
        return texts | {""} if texts else frozenset()
    inner = list_inner_parts(kind, value)
    return list_texts_of_row(inner) if inner is not None else frozenset()


def list_texts_of_row(parts: Iterable[Any]) -> Texts:
    row = NOTHING
    for kind, value in parts:
        row = frozenset(one + other for one in row for other in list_texts(kind, value))
        if not row or len(row) > MOST_TEXTS:
            return frozenset()
    return row


def list_inner_parts(kind: Any, value: Any) -> Any:
    if kind is op.SUBPATTERN:
        return value[3]
    return value if kind is op.ATOMIC_GROUP else None


def is_in_all(words: Sequence[str], texts: Texts) -> bool:
    return all(any(word in text for word in words) for text in texts)
