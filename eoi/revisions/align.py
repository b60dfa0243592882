"""The pairing of two sequences: equal items first, then the most similar between them, then moved items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Likeness = Callable[[Item, Item], float]
ALIKE = 0.4  # below this, one item was deleted and another inserted
SAME_ELSEWHERE = 0.6  # an item that moved has to be more alike than one at the same place
MOST_COMPARED = 20_000  # pairs; with more, unequal items count as deleted and inserted


class Pair(NamedTuple, Generic[Item]):
    """An item in both versions. An item in only one version was inserted or deleted.

    An item that moved has two pairs, one for each of its places. In these `moved` is the item in the other
    version, and `number` is the number of the move.
    """

    old: Item | None
    new: Item | None
    moved: Item | None = None
    number: int = 0


def align(
    old: Sequence[Item], new: Sequence[Item], words: Callable[[Item], str], likeness: Likeness[Item]
) -> Iterator[Pair[Item]]:
    """Yield the pairs in order. Items without a counterpart stay alone, deleted before inserted ones."""
    before, after = [words(item) for item in old], [words(item) for item in new]
    in_both = set(before) & set(after)

    def compare(one: int, other: int) -> float:
        if before[one] != after[other] and (before[one] in in_both or after[other] in in_both):
            return 0.0  # one of them moved
        return likeness(old[one], new[other])

    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        gone, come = range(first, last), range(start, end)
        if kind == "equal":
            yield from (Pair(old[at], new[to]) for at, to in zip(gone, come, strict=True))
            continue
        for at, to in align_alike(gone, come, compare):
            yield Pair(None if at is None else old[at], None if to is None else new[to])


def align_with_moves(
    old: Sequence[Item],
    new: Sequence[Item],
    words: Callable[[Item], str],
    likeness: Likeness[Item],
    numbers: Iterator[int],
) -> list[Pair[Item]]:
    """Return the pairs in order, with each move numbered. A moved item may have changed as well."""
    pairs = list(align(old, new, words, likeness))
    for gone, come in find_moves(pairs, likeness):
        number = next(numbers)
        one, other = pairs[gone].old, pairs[come].new
        pairs[gone] = Pair(one, None, other, number)
        pairs[come] = Pair(None, other, one, number)
    return pairs


def find_moves(pairs: Sequence[Pair[Item]], likeness: Likeness[Item]) -> list[tuple[int, int]]:
    """Return the indexes of two pairs for each moved item, its old and its new place.

    The most alike come first.
    """
    gone = [(at, pair.old) for at, pair in enumerate(pairs) if pair.new is None and pair.old is not None]
    come = [(to, pair.new) for to, pair in enumerate(pairs) if pair.old is None and pair.new is not None]
    if len(gone) * len(come) > MOST_COMPARED:
        return []
    scores = ((likeness(one, other), at, to) for at, one in gone for to, other in come)
    alike = sorted((-score, at, to) for score, at, to in scores if score >= SAME_ELSEWHERE)
    return list(choose_each_once((at, to) for _, at, to in alike))


def choose_each_once(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes in order, without those that share an index with an earlier pair."""
    seen: set[int] = set()
    for place in places:
        if seen.isdisjoint(place):
            seen.update(place)
            yield place


def align_alike(
    old: Sequence[int], new: Sequence[int], likeness: Likeness[int]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield pairs of indexes in order, chosen so that the sum of their likeness is the greatest."""
    if len(old) * len(new) > MOST_COMPARED:
        yield from ((item, None) for item in old)
        yield from ((None, item) for item in new)
        return
    scores = keep_certain([[likeness(one, other) for other in new] for one in old])
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


def keep_certain(scores: list[list[float]]) -> list[list[float]]:
    """Return the scores with zero for each pair that has an index in common with a certain pair."""
    old = {at for at, row in enumerate(scores) if 1.0 in row}
    new = {to for row in scores for to, score in enumerate(row) if score == 1.0}
    return [
        [0.0 if score < 1.0 and (at in old or to in new) else score for to, score in enumerate(row)]
        for at, row in enumerate(scores)
    ]


def sum_best(scores: Sequence[Sequence[float]], width: int) -> list[list[float]]:
    """Return the greatest sum of scores for the rest of both sequences, at each place in both."""
    best = [[0.0] * (width + 1) for _ in range(len(scores) + 1)]
    for at in range(len(scores) - 1, -1, -1):
        for to in range(width - 1, -1, -1):
            score = scores[at][to]
            paired = best[at + 1][to + 1] + score if score >= ALIKE else 0.0
            best[at][to] = max(best[at + 1][to], best[at][to + 1], paired)
    return best


def compute_share_of_words(one: str, other: str) -> float:
    """Return the share of the words that two texts have in common, from 0 to 1."""
    if one == other:
        return 1.0
    mine, theirs = Counter(one.casefold().split()), Counter(other.casefold().split())
    together = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / together if together else 1.0
