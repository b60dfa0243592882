"""A file edited badly says so, or every word of it is in the documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.kept_words import missing_words, pieces
from tests.fuzz.mutations import mutated
from tests.samples import EXAMPLES
from tests.thorough import examples

FOUND = Path(__file__).parent / "lost_words"
FILES = sorted(FOUND.glob("*.yaml"))
PIECES = tuple(piece for path in EXAMPLES for piece in pieces(path.read_text(encoding="utf-8")))
SHARES, EACH, USUAL, AT_A_DESK = 4, 550, 100, 12
seeds = st.integers(0, 2**32 - 1)


@cache
def usually_missing(number: int) -> frozenset[str]:
    """Words that stand for a choice, a code or an address; the document has words of its own for these."""
    return frozenset(missing_words(PIECES[number].encode()))


def lost(number: int, seed: int) -> set[str]:
    return missing_words(mutated(PIECES[number], seed).encode(), usually_missing(number))


@pytest.mark.parametrize("share", range(SHARES))
@settings(max_examples=examples(EACH, USUAL, AT_A_DESK))
@given(st.integers(0, len(PIECES) - 1), seeds)
def test_no_word_is_lost_from_an_example_in_which_a_character_a_space_or_a_line_was_changed(
    share: int, number: int, seed: int
) -> None:
    """In a long search more than 2,000 times in all, and each time in a part of an example, with the fields
    no file can lack: to build a whole example takes as long as to build twenty of its parts."""
    assert lost(number, seed * SHARES + share) == set()


def test_the_pieces_are_seen_and_most_of_their_words_are_printed() -> None:
    assert len(PIECES) > 40
    assert SHARES * EACH > 2_000
    assert sum(len(usually_missing(number)) for number in range(len(PIECES))) < 3 * len(PIECES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_is_lost_from_a_file_that_once_lost_one(path: Path) -> None:
    assert missing_words(path.read_bytes()) == set()
