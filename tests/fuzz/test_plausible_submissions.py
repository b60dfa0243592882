"""What officers could write, long texts included, under every round and form: each is built in every format.

Most of what `check` alone can bear is never tried in a document; here it is, PDF included, for as long as
`--fuzz-seconds` says:

    python -m pytest tests/fuzz/test_plausible_submissions.py --fuzz-seconds 1200
"""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eoi.examination import Examined, examine
from eoi.rounds import known_rounds, load_round
from eoi.source.lengths import MAX_TEXT
from eoi.submission.fields import LONGEST_LINE
from tests.fuzz.properties import NAME, built_soundly
from tests.strategies import Fields, Written, as_yaml, submissions

ROUNDS = tuple((name, form) for name in known_rounds() for form in load_round(name).offers)
# What a line may hold, and what else a text may; the rest of a file stays short.
LENGTHS = (300, 2_000, LONGEST_LINE - 10, MAX_TEXT // 2)


class Budget:
    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds
        self.built = 0

    @property
    def is_spent(self) -> bool:
        return time.monotonic() > self.end


@pytest.fixture(scope="module")
def budget(pytestconfig: pytest.Config) -> Budget:
    return Budget(pytestconfig.getoption("--fuzz-seconds"))


def lengthened(written: Written, random: Random, length: int) -> Written:
    """One text in six, of those that are more than one word, is said again and again."""
    match written:
        case str():
            if " " not in written.strip() or random.random() > 1 / 6:
                return written
            return (f"{written} " * (length // len(written) + 1))[:length].strip()
        case list():
            return [lengthened(item, random, length) for item in written]
        case dict():
            return {name: lengthened(inner, random, length) for name, inner in written.items()}


@settings(max_examples=2_000, suppress_health_check=list(HealthCheck), print_blob=True)
@given(
    fields=submissions(),
    asked=st.sampled_from(ROUNDS),
    seed=st.integers(0, 2**32 - 1),
    length=st.sampled_from(LENGTHS),
)
def test_every_plausible_submission_is_built_in_every_format(
    budget: Budget, fields: Fields, asked: tuple[str, str], seed: int, length: int
) -> None:
    if budget.is_spent:
        return
    round_, form = asked
    whole = fields | {"round": round_, "form": form}
    longer = lengthened(whole, Random(seed), length)
    for one in (longer, whole):
        raw = as_yaml(one).encode()
        # A long text in the place of a date is refused, and the file as it was is built instead.
        if isinstance(examine(raw, NAME), Examined):
            built_soundly(raw)
            budget.built += 1
            return


def test_some_were_built(budget: Budget) -> None:
    assert budget.built > 3


def test_every_round_and_form_takes_its_turn() -> None:
    assert len(ROUNDS) >= 6
    assert {round_ for round_, _ in ROUNDS} == set(known_rounds())


def test_a_text_is_lengthened_and_a_word_is_not() -> None:
    longer = lengthened({"a": ["one two"] * 100, "b": "word"}, Random(1), 300)
    assert isinstance(longer, dict)
    assert longer["b"] == "word"
    assert {len(text) for text in longer["a"]} == {7, len(("one two " * 40)[:300].strip())}
