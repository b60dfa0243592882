"""What is tried at a desk is a few of all cases, of every kind and from beginning to end."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import thorough
from tests.thorough import choose, in_turn, some_of

TENS = list(range(100))


def no_kind(case: int) -> None:
    """Say of every case that it is of one kind."""


def test_as_many_as_are_asked_for_are_spread_from_beginning_to_end() -> None:
    assert choose(TENS, 5, no_kind) == [0, 13, 38, 62, 87]


def test_each_kind_is_there_even_if_there_are_more_kinds_than_cases_asked_for() -> None:
    assert choose(TENS, 3, lambda case: case // 10) == list(range(0, 100, 10))


@given(st.lists(st.integers(0, 9), unique=True), st.integers(0, 12))
def test_a_choice_keeps_the_order_and_has_every_kind_and_no_case_twice(cases: list[int], number: int) -> None:
    chosen = choose(cases, number, lambda case: case % 3)
    assert chosen == [case for case in cases if case in chosen]
    assert {case % 3 for case in chosen} == {case % 3 for case in cases}
    assert len(chosen) == max(min(number, len(cases)), len({case % 3 for case in cases}))


def test_every_case_is_tried_in_ci_and_in_a_long_search(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {thorough.IS_IN_CI, thorough.IS_LONG_SEARCH} == {False} or not thorough.IS_AT_A_DESK
    monkeypatch.setattr(thorough, "IS_AT_A_DESK", True)
    assert some_of(TENS, 5) == choose(TENS, 5, no_kind)
    monkeypatch.setattr(thorough, "IS_AT_A_DESK", False)
    assert some_of(TENS, 5) == TENS


@pytest.mark.sampled
@pytest.mark.parametrize("case", range(8))
def test_of_a_test_that_is_sampled_each_fourth_case_is_tried_at_a_desk(
    case: int,
) -> None:
    assert case in (0, 4) or not thorough.IS_AT_A_DESK


def test_at_a_desk_each_of_the_many_is_paired_once_and_the_few_take_turns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(thorough, "IS_AT_A_DESK", False)
    everything = in_turn("ab", [1, 2, 3])
    assert sorted(everything) == list(product("ab", [1, 2, 3]))
    monkeypatch.setattr(thorough, "IS_AT_A_DESK", True)
    assert in_turn("ab", [1, 2, 3]) == [("a", 1), ("b", 2), ("a", 3)] == everything[:3]
