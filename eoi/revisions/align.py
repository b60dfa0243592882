"""Pair two sequences in order: what is equal first, then what is most alike between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

Item = TypeVar("Item")
Likeness = Callable[[Item, Item], float]
ALIKE = 0.4  # less than this, and one thing has gone and another has come
MOST_COMPARED = 20_000  # pairs; of more, what is not equal has gone or come


def align(
    old: Sequence[Item], new: Sequence[Item], words: Callable[[Item], str], likeness: Likeness[Item]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Yield the pairs in order; what has no counterpart stands alone, what is gone before what is new."""
    before, after = [words(item) for item in old], [words(item) for item in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[first:last], new[start:end], strict=True)
        else:
            yield from align_alike(old[first:last], new[start:end], likeness)


def align_alike(
    old: Sequence[Item], new: Sequence[Item], likeness: Likeness[Item]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Pair so that the likeness of all pairs together is the greatest."""
    if len(old) * len(new) > MOST_COMPARED:
        yield from ((item, None) for item in old)
        yield from ((None, item) for item in new)
        return
    scores = [[likeness(one, other) for other in new] for one in old]
    best = sum_best(scores, len(new))
    at, to = 0, 0
    while at < len(old) or to < len(new):
        if at < len(old) and best[at][to] == best[at + 1][to]:
            yield old[at], None
            at += 1
        elif to < len(new) and best[at][to] == best[at][to + 1]:
            yield None, new[to]
            to += 1
        else:
            yield old[at], new[to]
            at, to = at + 1, to + 1


def sum_best(scores: Sequence[Sequence[float]], width: int) -> list[list[float]]:
    """Return the greatest sum that the rest of both sequences can have, for each place in both."""
    best = [[0.0] * (width + 1) for _ in range(len(scores) + 1)]
    for at in range(len(scores) - 1, -1, -1):
        for to in range(width - 1, -1, -1):
            score = scores[at][to]
            paired = best[at + 1][to + 1] + score if score >= ALIKE else 0.0
            best[at][to] = max(best[at + 1][to], best[at][to + 1], paired)
    return best


def share_of_words(one: str, other: str) -> float:
    """Return the share of the words of both that they have in common, from 0 to 1."""
    if one == other:
        return 1.0
    mine, theirs = Counter(one.casefold().split()), Counter(other.casefold().split())
    together = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / together if together else 1.0
