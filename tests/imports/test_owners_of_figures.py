"""A figure in an old document goes to the applicant only if it is the applicant's own."""

from __future__ import annotations

import pytest

from eoi.imports.old_documents.owners import is_of_another_body

OWN = "NHS Vale of York CCG"


@pytest.mark.parametrize(
    "before",
    [
        "Our neighbour, NHS Scarborough and Ryedale CCG, has a ",
        "The council has a ",
        "We work with one council, and the county council has a ",
        "NHS Hull CCG ",
        "NHS Vale of York CCG is small, while its acute trust has a ",
        "Until 2013 the primary care trust had a ",
        "Before April 2013, the PCT had a ",
        "Worcestershire had a ",
        "In 2011 East Riding of Yorkshire had a ",
    ],
)
def test_the_body_that_begins_the_clause_owns_the_figure(before: str) -> None:
    assert is_of_another_body(before, OWN)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "We have a ",
        "Vale of York has a ",
        "York serves a ",
        "There is a ",
        "Practices have a ",
        "Until 2013 we had a ",
        "NHS Vale of York CCG has a ",
        "Together with the council, the CCG has a ",
        "The CCG, with the council, has a ",
        "The council has a budget of £120m, and we have a ",
        "It serves the people of the county with a ",
    ],
)
def test_a_body_that_is_only_mentioned_owns_no_figure(before: str) -> None:
    assert not is_of_another_body(before, OWN)
