"""The measure of growth tells time that grows with the input from time that grows with its square."""

from __future__ import annotations

import pytest

from tests.growth import grows_in_proportion

SHORT, LONG = range(200), range(1_600)


def once(given: range) -> None:
    for _ in given:
        sum(range(2_000))


def each_with_each(given: range) -> None:
    for one in given:
        sum(range(one * 15))


def test_time_that_grows_with_the_input_is_in_proportion() -> None:
    assert grows_in_proportion(once, SHORT, LONG)


@pytest.mark.slow
def test_time_that_grows_with_the_square_of_the_input_is_not() -> None:
    assert not grows_in_proportion(each_with_each, SHORT, LONG)
