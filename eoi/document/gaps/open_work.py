"""The open answers by the people who can give them, in as many rows as a page has room for.

With less room, a row joins more answers: one question, then the questions of a part, then those of equal
weight, then all that one person can answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from eoi.checklist import Checklist, Gap, Item
from eoi.document.words.wording import counted
from eoi.frozen_value import FrozenValue
from eoi.missing import ask_of_items
from eoi.plain_words import capital, join_items
from eoi.rounds.model import Round


class OpenRow(FrozenValue):
    """A row with something to answer and who can.

    `weight` is empty if the joined answers differ in weight.
    """

    answerer: str
    weight: str
    words: str


class OpenItem(FrozenValue):
    """A requirement with its missing answers."""

    answerer: str
    item: Item
    gaps: tuple[Gap, ...]

    @property
    def weight(self) -> str:
        return self.item.requirement.severity.words.request

    @cached_property  # each of several ways to join the rows asks
    def words(self) -> str:
        """The question and the items it is for: "the budget, for 4 of the 6 CCGs"."""
        return ask_of_items(self.gaps, self.item.asked)


def list_open_items(checklist: Checklist, round_: Round) -> tuple[OpenItem, ...]:
    """List the open answers by the people who can give them, the gravest first for each."""
    who = {id(asked[3]): name for asked, name in zip(round_.requirements, round_.who_answers, strict=True)}
    found = [
        OpenItem(who[id(item.requirement)], item, gaps)
        for item in checklist.items
        if (gaps := tuple(gap for gap in item.gaps if not gap.waived))
    ]
    order = {name: number for number, name in enumerate([*round_.answerers, ""])}
    return tuple(sorted(found, key=lambda one: (order[one.answerer], -one.item.requirement.severity)))


Key = Callable[[OpenItem], tuple[str, ...]]


def make_question_key(one: OpenItem) -> tuple[str, ...]:
    """Return a key that gives each question its own row."""
    return *make_part_key(one), one.item.requirement.path


def make_part_key(one: OpenItem) -> tuple[str, ...]:
    """Return a key that joins the questions of a part that have the same weight."""
    return *make_weight_key(one), one.item.place


def make_weight_key(one: OpenItem) -> tuple[str, ...]:
    """Return a key that joins all answers by the same person that have the same weight."""
    return one.answerer, one.weight


def make_answerer_key(one: OpenItem) -> tuple[str, ...]:
    """Return a key that joins all answers by the same person."""
    return (one.answerer,)


def find_exact_where_asked(rest: Key) -> Key:
    """Return a key that gives a question its own row if it must be answered, and else uses `rest`."""
    return lambda one: make_question_key(one) if one.gaps[0].is_to_complete else rest(one)


# The first keys name the answers to complete one by one, and the others only count them.
EXACT = (make_question_key, *map(find_exact_where_asked, (make_part_key, make_weight_key, make_answerer_key)))
COUNTED = (make_weight_key, make_answerer_key)


def choose_rows_that_fit(
    items: Sequence[OpenItem], lines_of: Callable[[Sequence[OpenRow]], int], room: float, most: float
) -> tuple[OpenRow, ...]:
    """Return the most detailed rows that take no more than `room` lines. If none fit, return the fewest rows.

    Rows that name each answer to complete may take up to `most` lines: a page to work from names those first.
    """
    rows: tuple[OpenRow, ...] = ()
    for key, limit in (*((key, room) for key in EXACT), (EXACT[-1], most), *((key, room) for key in COUNTED)):
        rows = tuple(merge_items(items, key))
        if lines_of(rows) <= limit:
            break
    return rows


def merge_items(items: Sequence[OpenItem], key: Key) -> Iterator[OpenRow]:
    """Yield one row for all items with the same key."""
    groups: dict[tuple[str, ...], list[OpenItem]] = {}
    for one in items:
        groups.setdefault(key(one), []).append(one)
    for group in groups.values():
        weights = {one.weight for one in group}
        in_one_part = len({one.item.place for one in group}) == 1
        words = name_questions(group) if in_one_part else count_answers(group)
        yield OpenRow(group[0].answerer, weights.pop() if len(weights) == 1 else "", words)


def name_questions(group: Sequence[OpenItem]) -> str:
    """Name the questions of one part: "The budget, for 4 of the 6 CCGs; the practices (Introduction 1)"."""
    asked = dict.fromkeys(one.words for one in group)
    return f"{capital('; '.join(asked))} ({group[0].item.place})"


def count_answers(group: Sequence[OpenItem]) -> str:
    """Count answers, and name their parts: "12 answers, in B.II, C.I and H"."""
    number = sum(len(one.gaps) for one in group)
    places = dict.fromkeys(one.item.place for one in group)
    return f"{capital(counted(number, 'answer'))}, in {join_items(places)}"
