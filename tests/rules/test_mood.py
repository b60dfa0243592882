"""The quick look at a sentence against the searches that it saves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.rules.shared.prose.mood import FUTURE, HISTORY, is_of_another_time, is_unsure
from tests.tables import for_each

# What stands between the signs of an expression are the words that it looks for.
LITERALS = sorted(
    {
        words
        for expression in (HISTORY, FUTURE)
        for words in re.findall(r"[a-z' ]{2,}", expression.pattern.replace("\\b", "|").replace("\\w", "|"))
    }
)
BESIDE = ["the", "to", "we", "in", "20", "2014", "1998", "from", "term", "longer", "?", ".", "specific"]
sentences = st.lists(st.sampled_from([*LITERALS, *BESIDE]), max_size=7).map(" ".join)


def test_the_expressions_hold_words_enough_to_try() -> None:
    assert len(LITERALS) > 40


@for_each(
    [
        "we may take on more", "it could be joint", "if they agree", "once we know", "in the longer term",
        "shall we? ", "as an option", "options were weighed", "it would consider this", "we hope it may",
    ],
)  # fmt: skip
def test_a_sentence_that_leaves_something_open_is_unsure(flat: str) -> None:
    assert is_unsure(flat)


@pytest.mark.parametrize(
    "flat",
    [
        "in may 2014",
        "on 5 may",
        "the end of may",
        "may 2014 is the date",
        "we decide",
        "in a longer terminal",
    ],
)
def test_a_date_in_may_and_a_plain_statement_are_not_unsure(flat: str) -> None:
    assert not is_unsure(flat)


@pytest.mark.slow
@given(sentences)
@settings(max_examples=300)
def test_no_sentence_of_another_time_is_overlooked(flat: str) -> None:
    assert is_of_another_time(flat) == bool(HISTORY.search(flat) or FUTURE.search(flat))
