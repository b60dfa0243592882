"""A file judged as an answer to another round is not told that its dates belong to its own."""

from __future__ import annotations

import pytest

from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine

SUBMITTED = b"""
round: 2014
form: delegated
status: submitted
submitted: 2014-06-20
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2014-06-12}
arrangement:
  phases:
    - {name: Delegation, form: delegated, start: 2014-10-01}
"""
OF_THE_ROUND = {
    "before-the-invitation",
    "live-before-approval",
    "submitted-before-invitation",
    "submitted-late",
}


@pytest.mark.parametrize("round_name", ["2014", "2015", "2016", "2017", "2018", "2020"])
def test_the_dates_of_a_round_are_for_those_who_answer_it(round_name: str) -> None:
    examined = examine(SUBMITTED, "case.yaml", round_name)
    assert isinstance(examined, ExaminedSubmission)
    assert OF_THE_ROUND.isdisjoint(finding.rule for finding in examined.findings)


def test_what_the_other_round_asks_is_still_asked() -> None:
    examined = examine(SUBMITTED, "case.yaml", "2015")
    assert isinstance(examined, ExaminedSubmission)
    assert "start-not-april" in [finding.rule for finding in examined.findings]
