"""What a case keeps for its rules is what each of them would find for itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eoi.rules.case import Case, work_out_once
from eoi.rules.shared.functions import list_every_row, list_rows
from eoi.submission.paths import find_places
from tests.samples import examined, example


@pytest.fixture(scope="module")
def case() -> Case:
    found = examined(example("bath-and-north-east-somerset"))
    return Case(found.submission, found.round, found.source.tree, found.checklist, found.source.text)  # type: ignore[arg-type]


@pytest.mark.parametrize("signs", [("%",), ("nhs england", "£"), ("practice", "20"), ("no text says this",)])
def test_the_texts_with_a_sign_are_those_that_hold_it(case: Case, signs: tuple[str, ...]) -> None:
    holding = [one for one in case.texts if any(sign in one.text.lower() for sign in signs)]
    assert list(case.find_texts(signs)) == holding
    assert bool(holding) is (signs != ("no text says this",))


def test_the_texts_of_a_file_that_says_nothing_hold_no_sign(case: Case) -> None:
    bare = examined("round: 2014\nform: joint\napplicants: [{name: A}]\n")
    silent = Case(bare.submission, bare.round, case.tree, bare.checklist)
    assert list(silent.find_texts(("%",))) == []


def test_given_values_are_those_of_every_place_that_holds_something(case: Case) -> None:
    for pattern in ("governance.groups[].members[].role", "applicants[].budget", "resources.posts[].cost"):
        every = list(find_places(case.submission, pattern))
        assert case.list_values(pattern) == tuple(place for place in every if place[1] not in (None, ())), (
            pattern
        )
        assert case.list_values(pattern) is case.list_values(pattern)


def test_what_several_rules_ask_for_is_worked_out_once_for_each_case(case: Case) -> None:
    asked: list[Case] = []
    work: Callable[[Case], int] = work_out_once(lambda one: asked.append(one) or len(asked))  # type: ignore[func-returns-value]
    assert [work(case), work(case)] == [1, 1]
    assert list_rows(case) == tuple(list_every_row(case)) != ()
