"""One change takes little more than reading the file twice: a count of calls, since clocks differ."""

from __future__ import annotations

import pytest

from benchmarks.environment import EXAMPLE
from eoi.source import load
from eoi.source.edits import SetValue, edit
from eoi.submission.vocabulary import list_field_names_at
from tests.calls import count_calls

RAW = EXAMPLE.read_bytes()
CHANGE = [SetValue(("submitted",), "2014-06-21")]
MOST = 6  # times the calls of reading, which are few; the result is read again before anybody gets it


def calls_of_reading(raw: bytes) -> int:
    return count_calls(lambda: load(raw, EXAMPLE.name))


def calls_of_a_change(raw: bytes) -> int:
    source = load(raw, EXAMPLE.name)
    return count_calls(lambda: edit(source, CHANGE, list_field_names_at))


def test_a_change_makes_few_times_as_many_calls_as_reading() -> None:
    calls_of_a_change(RAW)  # what is remembered of the model is made once
    reading = calls_of_reading(RAW)
    assert reading > 8_000
    assert calls_of_a_change(RAW) < MOST * reading


@pytest.mark.long
def test_a_change_in_a_file_of_twice_the_length_makes_twice_as_many_calls() -> None:
    calls_of_a_change(RAW)
    longer = (
        RAW
        + b"\n"
        + b"".join(
            b"other%d:\n%s" % (number, b"".join(b"  - item %d of a long list\n" % one for one in range(400)))
            for number in range(2)
        )
    )
    growth = calls_of_reading(longer) / calls_of_reading(RAW)
    assert calls_of_a_change(longer) < 1.5 * growth * calls_of_a_change(RAW)
