"""Thousands of edits at random places: each changes its own lines alone, and reads back as meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest

from eoi.source import Source, load
from eoi.source.edits import Edit, EditRefused, InsertItem, MoveItem, Remove, edit
from eoi.source.edits.geometry import Geometry
from eoi.submission.vocabulary import list_field_names_at
from tests.source.edits.random_edits import changed_lines, hostile_sources, make_edit, node_lines, sources
from tests.thorough import IS_AT_A_DESK, examples

# Names such as `headcount 43`, which a missing colon makes, and files that a program made of broken pieces.
# Of few edits three can be refused by chance.
MOST_REFUSED, BY_CHANCE = 0.01, 3


def text_of(raw: bytes) -> str:
    return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def comments_of(source: Source) -> Counter[str]:
    assert source.tree is not None
    geometry = Geometry(source.tree, source.text)
    return Counter(geometry.comments_between(0, len(source.text)))


def refuse_or_check(source: Source, change: Edit) -> bool:
    """Make one edit and check it; tell whether it was refused."""
    try:
        raw = edit(source, [change], list_field_names_at)
    except EditRefused:
        return True
    old, new, first = changed_lines(source.text, text_of(raw))
    # Behind a dash the next field takes the place of what goes, and in brackets the comma before goes too.
    start, end = node_lines(
        source, change.path[:-1] if isinstance(change, MoveItem | InsertItem) else change.path
    )
    beside = isinstance(change, Remove)
    assert not old or (start - beside <= first and first + len(old) - 1 <= end + beside), (old, new)
    assert raw[:3] == source.raw[:3] or not source.raw.startswith(b"\xef\xbb\xbf")
    if b"\r\n" in source.raw:
        assert raw.count(b"\n") == raw.count(b"\r\n"), "the new lines end as the file's own"
    again = load(raw, source.name)
    assert again.tree is None or not comments_of(source) - comments_of(again), "a comment was lost"
    return False


def make_edits(number: int, seed: int, of: Sequence[Source] | None = None) -> int:
    random = Random(seed)
    chosen = random.choices(sources() if of is None else of, k=number)
    return sum(refuse_or_check(source, make_edit(source, random)) for source in chosen)


@pytest.mark.long
def test_an_edit_changes_its_own_lines_and_reads_back() -> None:
    assert len(sources()) > (100 if IS_AT_A_DESK else 600)
    number = examples(400)
    assert make_edits(number, seed=1) <= number * 2 * MOST_REFUSED + BY_CHANCE


@pytest.mark.slow
def test_an_edit_of_a_hostile_file_changes_its_own_lines_and_reads_back() -> None:
    """Of those that can be read at all: most others are refused before anybody could edit them."""
    hostile = hostile_sources()
    assert len(hostile) > (30 if IS_AT_A_DESK else 140)
    number = examples(400, 100, 50)
    assert make_edits(number, seed=3, of=hostile) <= number * MOST_REFUSED + BY_CHANCE


@pytest.mark.slow
def test_thousands_of_edits_change_their_own_lines_and_read_back() -> None:
    number = examples(10_000, 1_500, 300)
    assert make_edits(number, seed=2) <= number * MOST_REFUSED + BY_CHANCE
