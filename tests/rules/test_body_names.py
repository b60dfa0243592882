"""A body is one by its name and by the abbreviation of it."""

from __future__ import annotations

import pytest

from eoi.rules.shared.bodies.same_body import is_one_body
from tests.tables import for_each_row


@for_each_row(
    [
        ("LMC", "Local Medical Committee"),
        ("the LMC", "Local Medical Committee (LMC)"),
        ("Avon LMC", "Avon Local Medical Committee"),
        ("HWB", "Health and Wellbeing Board"),
        ("HWBB", "Health & Wellbeing Board"),
        ("Wiltshire HWB", "Wiltshire Health and Wellbeing Board"),
        ("NHSE", "NHS England"),
        ("BaNES Council", "Bath and North East Somerset Council"),
        ("B&NES Council", "Bath and North East Somerset Council"),
        ("PPG", "Patient Participation Group"),
        ("Local Pharmaceutical Committee", "LPC"),
    ],
)
def test_an_abbreviation_and_the_words_it_stands_for_are_one_body(one: str, other: str) -> None:
    assert is_one_body(one, other)
    assert is_one_body(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LMC", "Local Pharmaceutical Committee"),
        ("Avon LMC", "Wiltshire LMC"),
        ("Avon LMC", "Local Medical Committee"),
        ("LMC", "Local Medical Committee chairs"),
        ("GPs", "General practice"),
        ("NHS England", "NHS"),
        ("Bath", "Bath and North East Somerset Council"),
    ],
)
def test_bodies_of_two_places_or_of_two_kinds_are_two(one: str, other: str) -> None:
    assert not is_one_body(one, other)
    assert not is_one_body(other, one)


def test_long_names_in_capitals_take_no_time() -> None:
    assert not is_one_body("NHSNHSN " * 12, "NHS NHSN NN " * 12)
