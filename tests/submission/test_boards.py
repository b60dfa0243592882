"""The board of a CCG is told from the boards of other bodies that have the place in their name."""

from __future__ import annotations

import pytest

from eoi.submission.applicant import Applicant
from eoi.submission.approvals import is_board_of
from eoi.submission.assurance import Support


@pytest.mark.parametrize(
    ("body", "is_own"),
    [
        ("Croydon CCG Board", True),
        ("The Governing Body of NHS Croydon CCG", True),
        ("Croydon Governing Body", True),
        ("Croydon Health Board", False),
        ("Croydon Health and Wellbeing Board", False),
        ("Croydon Programme Board", False),
        ("Croydon transformation board", False),
        ("Croydon CCG Delivery Board", False),
        ("Sutton CCG Board", False),
    ],
)
def test_only_the_board_of_the_ccg_itself_is_its_board(body: str, is_own: bool) -> None:
    assert is_board_of(Support(body=body), Applicant(name="NHS Croydon CCG"), alone=True) is is_own
