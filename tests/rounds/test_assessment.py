"""A round says what makes a submission ready, and only a public source may make one not ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eoi.findings import Certainty
from eoi.rounds import list_known_rounds, load_round
from eoi.rounds.assessment import EFFECTS, FOUND, KNOWN, Effect
from eoi.rounds.own import OwnRoundError, read_own_round
from eoi.rules.entries import list_entries

UNSOURCED = tuple(name for name in KNOWN if name != FOUND)
HEAVY = tuple(name for name in EFFECTS if name != "suggestion")
Reader = Callable[[str], str]


@pytest.fixture
def refusal(tmp_path: Path) -> Reader:
    """Return what the reader says of a round of 2014 with one more condition."""

    def read(condition: str) -> str:
        file = tmp_path / "own.yaml"
        file.write_text(
            f"extends: 2014\nid: own\nissued: 2014-05\nassessment:\n  how: By our team.\n"
            f"  conditions:\n    - {{{condition}}}\nregrade:\n"
            "  - {path: benefits.quality, certainty: found, source: S3}\n"
        )
        with pytest.raises(OwnRoundError) as problem:
            read_own_round(file)
        return str(problem.value)

    return read


@pytest.mark.parametrize("certainty", UNSOURCED)
@pytest.mark.parametrize("makes", HEAVY)
def test_what_has_no_public_source_can_only_be_suggested(
    refusal: Reader, makes: Effect, certainty: Certainty
) -> None:
    said = refusal(f"path: benefits.quality, makes: {makes}, certainty: {certainty}, says: Say it.")
    assert f"is {certainty}, so it cannot make a submission {makes}" in said
    assert "write `makes: suggestion`" in said


@pytest.mark.parametrize("makes", HEAVY)
def test_a_gap_that_the_round_is_not_known_to_ask_about_can_only_be_suggested(
    refusal: Reader, makes: Effect
) -> None:
    said = refusal(f"path: summary, makes: {makes}, certainty: found, source: S3, says: Say it.")
    assert "the round is not known to ask for `summary`" in said


def test_a_condition_that_is_found_names_its_source(refusal: Reader) -> None:
    said = refusal("path: benefits.quality, makes: not ready, certainty: found, says: Say it.")
    assert "so it needs its `source`" in said


def test_a_condition_looks_at_an_answer_or_at_a_rule_and_at_what_the_round_asks(refusal: Reader) -> None:
    assert "and not both" in refusal("makes: suggestion, says: Say it.")
    assert "names `sumary`, which the round does not ask for" in refusal(
        "path: sumary, makes: suggestion, says: Say it."
    )


@pytest.mark.parametrize("name", list_known_rounds())
def test_every_round_of_ours_cites_a_source_that_it_lists_and_rules_that_exist(name: str) -> None:
    round_ = load_round(name)
    assessment = round_.assessment
    assert assessment is not None
    assert assessment.conditions
    assert not assessment.source or all(code in round_.sources for code in assessment.source.split("; "))
    for one in assessment.conditions:
        assert one.says.endswith(".")
        assert not one.rule or one.rule in list_entries()
        assert not one.source or all(code in round_.sources for code in one.source.split("; "))


def test_a_later_round_takes_conditions_over_as_suggestions_until_it_has_a_source_of_its_own() -> None:
    earlier, later = (load_round(name).assessment for name in ("2015", "2016"))
    assert earlier is not None
    assert later is not None
    assert [one.about for one in earlier.conditions] == [one.about for one in later.conditions]
    assert {one.makes for one in later.conditions} == {"suggestion"}
    assert FOUND not in {one.certainty for one in later.conditions}
    own = load_round("2017").assessment
    assert own is not None
    assert {one.about for one in own.conditions if one.makes == "not ready"} == {
        "arrangement.budget.lines",
        "governance.conflicts_of_interest.policy",
        "governance.groups",
        "signatories",
    }


def test_nothing_makes_an_application_of_2020_not_ready_since_only_the_timetable_was_found() -> None:
    assessment = load_round("2020").assessment
    assert assessment is not None
    assert {one.makes for one in assessment.conditions} == {"suggestion"}
    assert "not found" in assessment.how
