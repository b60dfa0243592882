"""What waits for the head of a report comes back as it was, from memory or from a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.reports.spool import Spool
from tests.reports.nasty import NASTY


@given(st.lists(st.tuples(NASTY, st.integers())), st.sampled_from([0, 40, 10_000]))
def test_every_value_comes_back_in_its_order(values: list[tuple[str, int]], room: int) -> None:
    spool = Spool(room)
    for value in values:
        spool.put(*value)
    assert [tuple(value) for value in spool.values()] == values


@pytest.mark.parametrize("number", [10, 1000])
def test_no_more_is_kept_in_memory_than_there_is_room_for(number: int) -> None:
    spool = Spool(200)
    for value in range(number):
        spool.put(f"value {value}")
        assert sum(map(len, spool.lines)) <= 200
    assert [value for (value,) in spool.values()] == [f"value {value}" for value in range(number)]
