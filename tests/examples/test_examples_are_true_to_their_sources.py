"""Each example answers the invitation of its own time, and says of people what its source says of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.samples import EXAMPLES, examined, example, interest, words_of

ROUNDS = {
    "bath-and-north-east-somerset": "2014",
    "bromley": "2015",
    "central-london": "2017",
    "southampton": "2014",
}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_belongs_to_the_round_that_its_source_speaks_of(path: Path) -> None:
    assert examined(path.read_bytes()).submission.round == ROUNDS[path.stem]
    assert len(EXAMPLES) == len(ROUNDS)


@pytest.mark.parametrize("name", sorted(ROUNDS))
def test_an_example_does_not_say_that_2014_is_the_only_round(name: str) -> None:
    comments = "\n".join(line for line in example(name).decode().splitlines() if "#" in line)
    assert not re.search(r"(?:round|one) (?:that )?this tool knows|only (?:one|round)", comments)


def test_the_document_of_bromley_in_2015_holds_nothing_of_2019() -> None:
    words = words_of(interest(example("bromley")))
    assert not re.search(r"2019|45 member practices|dashboard|immunisation|online consultation", words, re.I)
    assert "March 2015" in words


def test_bromley_has_the_answer_to_each_concern_of_its_board_beside_it() -> None:
    (board,) = examined(example("bromley")).submission.support
    assert len(board.concerns) == 4
    assert all(raised.concern and raised.answer for raised in board.concerns)
    assert not any(found.rule == "condition-unanswered" for found in examined(example("bromley")).findings)


def test_bath_engaged_five_stakeholders_and_its_local_medical_committee_with_the_members() -> None:
    lines = words_of(interest(example("bath-and-north-east-somerset"))).splitlines()
    start = lines.index("We have engaged five stakeholders:")
    assert lines[start + 1 : start + 3] == [
        "Community health and social care provider (CEO), Acute provider (CEO), Healthwatch and Bath and "
        "North East Somerset Council (Director of People and Communities): "
        "Supports our interest in joint commissioning",
        "Mental health trust (CEO): no view is recorded",
    ]
    assert lines[start + 3 : start + 5] == [
        "We consulted this body together with our members:",
        "Local Medical Committee (LMC): Supports our interest in joint commissioning",
    ]
