"""What officers could write, long texts included, under every round and form: each is built in every format.

Most of what `check` alone can bear is never tried in a document; here it is, PDF included, as often as
`--fuzz-times` says:

    python -m pytest tests/fuzz/test_plausible_submissions.py --fuzz-times 3000
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from eoi.examined import ExaminedSubmission
from eoi.parse_errors import MAX_TEXT
from eoi.pipeline import examine
from eoi.rounds import list_known_rounds, load_round
from eoi.submission import LONGEST_LINE
from tests.fuzz.properties import NAME, built_soundly
from tests.strategies import Fields, Written, as_yaml, submissions
from tests.thorough import examples

ROUNDS = tuple((name, form) for name in list_known_rounds() for form in load_round(name).offers)
# What a line may hold, and what else a text may; the rest of a file stays short.
LENGTHS = (300, 2_000, LONGEST_LINE - 10, MAX_TEXT // 2)


AT_ONCE = 3  # submissions of one seed


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


def try_some(number: int) -> int:
    """A few, other ones for each number; how many of them were built."""
    built = 0

    @seed(number)
    @settings(max_examples=AT_ONCE, suppress_health_check=list(HealthCheck), database=None)
    @given(
        submissions(), st.sampled_from(ROUNDS), st.randoms(use_true_random=False), st.sampled_from(LENGTHS)
    )
    def one(fields: Fields, asked: tuple[str, str], random: Random, length: int) -> None:
        nonlocal built
        whole = fields | dict(zip(("round", "form"), asked, strict=True))
        # A long text in the place of a date is refused, and the file as it was is built instead.
        for written in (lengthened(whole, random, length), whole):
            raw = as_yaml(written).encode()
            if isinstance(examine(raw, NAME), ExaminedSubmission):
                built_soundly(raw)
                built += 1
                return

    one()
    return built


def test_every_plausible_submission_is_built_in_every_format(pytestconfig: pytest.Config) -> None:
    times = pytestconfig.getoption("--fuzz-times") or examples(30, 9, AT_ONCE)
    assert sum(try_some(number) for number in range(-(-times // AT_ONCE))) >= times


def test_every_round_and_form_takes_its_turn() -> None:
    assert len(ROUNDS) >= 6
    assert {round_ for round_, _ in ROUNDS} == set(list_known_rounds())


def test_a_text_is_lengthened_and_a_word_is_not() -> None:
    longer = lengthened({"a": ["one two"] * 100, "b": "word"}, Random(1), 300)
    assert isinstance(longer, dict)
    assert longer["b"] == "word"
    assert {len(text) for text in longer["a"]} == {7, len(("one two " * 40)[:300].strip())}
