"""What an assessor would find is planted into submissions; the check has to find most of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from operator import attrgetter

import pytest

from eoi.examined import ExaminedSubmission
from eoi.source import load
from eoi.source.paths import follow_path
from tests.planted.entries import Contradiction, Prose, entries, fields, prose
from tests.planted.planting import (
    Trial,
    base_findings,
    count_planted,
    kinds,
    main,
    recorded,
    share_found,
    tried,
)
from tests.samples import ROOT
from tests.thorough import IS_AT_A_DESK, some_of

# To try them all takes many seconds, so nothing is tried before a test asks for it.
tries_all = pytest.mark.slow


def in_one_wording(entry: Contradiction) -> Contradiction:
    return replace(entry, second="") if isinstance(entry, Prose) else entry


CHOSEN = [in_one_wording(one) if IS_AT_A_DESK else one for one in some_of(entries(), 30, attrgetter("kind"))]
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


@cache
def some_trials() -> list[Trial]:
    """Return all that is planted, tried; at a desk some of each kind in one wording."""
    return [tried(entry, wording) for entry in CHOSEN for wording in entry.wordings]


@tries_all
def test_what_is_planted_is_counted_without_being_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.planted.planting.entries", lambda: CHOSEN)
    monkeypatch.setattr("tests.planted.planting.trials", some_trials)
    assert {kind: len(found) for kind, found in kinds().items()} == count_planted()


@tries_all
def test_what_is_planted_can_be_read() -> None:
    assert IS_AT_A_DESK or len(some_trials()) > 300
    assert [
        trial.name
        for trial in some_trials()
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
    assert share_found(True, some_trials()) >= 1 / 2


@tries_all
def test_four_fifths_of_the_contradictions_between_fields_are_found() -> None:
    assert share_found(False, some_trials()) >= 4 / 5


@tries_all
def test_what_was_found_once_is_found_still() -> None:
    known = set(recorded())
    assert known
    assert [one.name for one in some_trials() if one.name in known and not one.is_found] == []
    every = {f"{one.id}:{wording}".rstrip(":") for one in entries() for wording in one.wordings}
    assert known <= every


@tries_all
def test_the_command_says_how_many_of_each_kind_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.planted.planting.trials", some_trials)
    assert {f"{kind}: " in main([]) for kind in {one.entry.kind for one in some_trials()}} == {True}
