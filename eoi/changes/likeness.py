"""The pairing of the items of an old list and a new one, by their names and then by the words in common.

Items are never paired by their index alone, since a new first item would then change all others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import Any

from eoi.expressions import Expression
from eoi.submission.part import Part

WORD = Expression(r"\w+")
# Fields that name an item, the most certain first. A code or an id stays when the name changes.
NAMES = (
    "code", "id", "path", "ccg", "version", "contractor_group", "function", "name", "role", "title",
    "milestone", "decision", "concern", "point", "body", "line", "event", "case", "what", "form",
)  # fmt: skip
# Two items are the same if they share at least this part of their words.
ALIKE = 0.6

# At most this many pairs are compared word by word. If there are more, items without a name count as added or
# removed.
MOST_COMPARED = 40_000

Key = Callable[[Any], Hashable]
Pair = tuple[int | None, int | None]
"""The number of an item in the old list and in the new one; None where it is not in the list."""


def pair_items(old: Sequence[Any], new: Sequence[Any]) -> list[Pair]:
    """Return the items of two lists in pairs: the new list in its order, then the removed items."""
    pairing = Pairing(old, new)
    for key in list_pairing_keys([*old, *new]):
        pairing.pair_by(key)
    pairing.pair_by_likeness()
    was = pairing.was
    return [(was.get(number), number) for number in range(len(new))] + [
        (number, None) for number in range(len(old)) if number not in pairing.taken
    ]


def list_pairing_keys(items: Sequence[Any]) -> Iterator[Key]:
    """Yield the functions to pair items by: the whole item first, then each field that can name it."""
    yield lambda item: item
    fields = {name for item in items if isinstance(item, Part) for name in item.fields}
    for name in filter(fields.__contains__, NAMES):
        yield partial(name_by, name)
    if not fields:
        yield reduce_name


def name_by(field: str, item: Any) -> str:
    """Return the name that a field gives an item, in a form to compare."""
    return reduce_name(getattr(item, field, None))


class Pairing:
    """Two lists while their items are paired. `was` gives the old index of an item by its new one."""

    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self.old, self.new = old, new
        self.was: dict[int, int] = {}
        self.taken: set[int] = set()

    def pair(self, old: int, new: int) -> None:
        self.was[new] = old
        self.taken.add(old)

    def pair_by(self, key: Key) -> None:
        """Pair the unpaired items that have the same key, in the order of the lists."""
        free: dict[Hashable, list[int]] = {}
        for number, item in enumerate(self.old):
            if number not in self.taken and (name := key(item)):
                free.setdefault(name, []).append(number)
        for number, item in enumerate(self.new):
            if number not in self.was and (waiting := free.get(key(item))):
                self.pair(waiting.pop(0), number)

    def pair_by_likeness(self) -> None:
        """Pair the remaining items, the most similar first, as long as they are similar enough."""
        left = [(n, count_likely_words(item)) for n, item in enumerate(self.old) if n not in self.taken]
        came = [(n, count_likely_words(item)) for n, item in enumerate(self.new) if n not in self.was]
        if len(left) * len(came) > MOST_COMPARED:
            return
        scores = [(measure_likeness(one, other), n, k) for n, one in left for k, other in came]
        for score, old, new in sorted(scores, key=lambda found: (-found[0], found[1:])):
            if score >= ALIKE and old not in self.taken and new not in self.was:
                self.pair(old, new)


def count_likely_words(item: Any) -> Counter[str]:
    """Count the words of an item, in all its fields together."""
    if isinstance(item, Part):
        return sum((count_likely_words(value) for value in item.given.values()), Counter[str]())
    if isinstance(item, tuple):
        return sum((count_likely_words(value) for value in item), Counter[str]())
    return Counter(WORD.findall(str(item).casefold()))


def measure_likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of the words that two items have in common, from 0 to 1."""
    together = one.total() + other.total()
    return 2 * (one & other).total() / together if together else 0.0


def reduce_name(name: Any) -> str:
    """Return a name in lower case without punctuation, or an empty text for None."""
    return " ".join(WORD.findall(str(name).casefold())) if name is not None else ""


def find_moved(pairs: Sequence[Pair]) -> set[int]:
    """Return the new indexes of items whose order has changed, as few as possible.

    Items that were added or removed do not count. The longest run of items in their old order stays, as in
    patience sorting.
    """
    kept = [(old, new) for old, new in pairs if old is not None and new is not None]
    ends: list[int] = []
    piles: list[int] = []
    before: list[int | None] = []
    for number, (old, _) in enumerate(kept):
        place = bisect_left(ends, old)
        before.append(piles[place - 1] if place else None)
        ends[place : place + 1], piles[place : place + 1] = [old], [number]
    stay: set[int] = set()
    at = piles[-1] if piles else None
    while at is not None:
        stay.add(kept[at][1])
        at = before[at]
    return {new for _, new in kept} - stay
