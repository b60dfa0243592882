"""The quick look at a sentence against the searches that it saves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.rules.shared.prose.mood import FUTURE, HISTORY, UNSURE, is_of_another_time, is_unsure

# What stands between the signs of an expression are the words that it looks for.
LITERALS = sorted(
    {
        words
        for expression in (UNSURE, HISTORY, FUTURE)
        for words in re.findall(r"[a-z' ]{2,}", expression.pattern.replace("\\b", "|").replace("\\w", "|"))
    }
)
BESIDE = ["the", "to", "we", "in", "20", "2014", "1998", "from", "term", "longer", "?", ".", "specific"]
sentences = st.lists(st.sampled_from([*LITERALS, *BESIDE]), max_size=7).map(" ".join)


def test_the_expressions_hold_words_enough_to_try() -> None:
    assert len(LITERALS) > 60


@pytest.mark.slow
@given(sentences)
@settings(max_examples=300)
def test_no_sentence_that_leaves_something_open_is_overlooked(flat: str) -> None:
    assert is_unsure(flat) == (UNSURE.search(flat) is not None)


@pytest.mark.slow
@given(sentences)
@settings(max_examples=300)
def test_no_sentence_of_another_time_is_overlooked(flat: str) -> None:
    assert is_of_another_time(flat) == bool(HISTORY.search(flat) or FUTURE.search(flat))
