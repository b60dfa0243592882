"""What an assessor would find is planted into submissions; the check has to find most of it."""

from __future__ import annotations

import pytest

from eoi.examined import ExaminedSubmission
from eoi.source import load
from eoi.source.paths import follow_path
from tests.planted.entries import entries, fields, prose
from tests.planted.planting import (
    base_findings,
    count_planted,
    kinds,
    main,
    recorded,
    share_found,
    trials,
)
from tests.samples import ROOT

# To try them all takes many seconds, so nothing is tried before a test asks for it.
tries_all = pytest.mark.slow
BASES = sorted({entry.base for entry in entries()})


def test_at_least_150_contradictions_are_planted_70_of_them_in_prose() -> None:
    assert len(prose()) >= 70
    assert len(prose()) + len(fields()) >= 150


@pytest.mark.skipif(not any(entry.second for entry in prose()), reason="no second wording is there yet")
def test_at_least_50_sentences_are_planted_in_two_wordings() -> None:
    assert sum(bool(entry.second) for entry in prose()) >= 50


def test_every_contradiction_has_an_identifier_of_its_own() -> None:
    names = [entry.id for entry in (*prose(), *fields())]
    assert len(names) == len(set(names))


def test_no_sentence_is_planted_twice() -> None:
    sentences = [text for entry in prose() for text in (entry.first, entry.second) if text]
    assert len(sentences) == len(set(sentences))


@tries_all
def test_what_is_planted_is_counted_without_being_tried() -> None:
    assert {kind: len(tried) for kind, tried in kinds().items()} == count_planted()


@tries_all
def test_what_is_planted_can_be_read() -> None:
    assert len(trials()) > 300
    assert [
        trial.name
        for trial in trials()
        if isinstance(trial.examined, ExaminedSubmission) is trial.entry.expects_reading_error
    ] == []


@pytest.mark.parametrize("base", BASES)
def test_every_field_that_is_contradicted_is_in_its_file(base: str) -> None:
    tree = load((ROOT / base).read_bytes(), base).tree
    assert tree
    paths = [(entry.id, path) for entry in entries() if entry.base == base for path in entry.paths]
    assert paths
    assert [(name, path) for name, path in paths if len(list(follow_path(tree, path))) != len(path)] == []


@pytest.mark.parametrize("base", BASES)
def test_every_file_that_is_planted_into_can_be_read(base: str) -> None:
    assert not [one for one in base_findings(base) if one.rule == "not-checked"]


@tries_all
def test_half_of_the_contradictions_between_prose_and_fields_are_found() -> None:
    assert share_found(of_prose=True) >= 1 / 2


@tries_all
def test_four_fifths_of_the_contradictions_between_fields_are_found() -> None:
    assert share_found(of_prose=False) >= 4 / 5


@tries_all
def test_what_was_found_once_is_found_still() -> None:
    found = {trial.name for trial in trials() if trial.is_found}
    assert recorded()
    assert sorted(set(recorded()) - found) == []


@tries_all
def test_the_command_says_how_many_of_each_kind_are_found() -> None:
    assert {f"{kind}: " in main([]) for kind in {trial.entry.kind for trial in trials()}} == {True}
