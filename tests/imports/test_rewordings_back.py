"""A value whose words change in several places or rows is listed once, as it goes into the file."""

from __future__ import annotations

import pytest

from tests.imports.test_facts_back import back
from tests.imports.test_items_back import retype_line
from tests.imports.word_edits import W, WordFile

SOURCE = """\
round: 2014
form: joint
applicants:
  - {name: NHS Somewhere CCG}
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: joint, forum: Patient forum}
    - {function: Estates, in_scope: yes, lead: joint, forum: Patient forum}
governance:
  groups:
    - name: Joint committee
      members:
        - {role: GP locality lead, body: Somewhere CCG, voting: no}
        - {role: Nurse, body: Somewhere LMC, voting: yes}
engagement:
  stakeholders:
    - {name: Somerset Council, consulted: yes, view: Supports}
    - {name: Somerset LMC, consulted: yes, date: 30 May 2014, view: Neutral}
"""


def test_two_new_wordings_of_one_value_are_one_change() -> None:
    change = retype_line(
        "GP locality lead, Somewhere CCG (non-voting)", "Two GP locality leads, Somewhere CCG (voting)"
    )
    outcome, after = back(change, SOURCE)
    assert [(one.was, one.now) for one in outcome.changes] == [
        ("GP locality lead", "Two GP locality leads"),
        ("no", "voting"),
    ]
    assert "{role: Two GP locality leads, body: Somewhere CCG, voting: voting}" in after


def test_a_forum_that_is_renamed_in_two_rows_is_two_changes() -> None:
    def change(document: WordFile) -> None:
        for text in document.root.iter(f"{W}t"):
            text.text = (text.text or "").replace("Patient forum", "Members’ panel")

    outcome, after = back(change, SOURCE)
    assert [one.path for one in outcome.changes] == ["scope.functions[0].forum", "scope.functions[1].forum"]
    assert after == SOURCE.replace("Patient forum", "Members' panel")


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("was", "now", "typed", "written"),
    [
        (
            "Somerset Council: Supports",
            "Somerset Council: Supports, with conditions",
            "view: Supports",
            'view: "Supports, with conditions"',
        ),
        (
            "Somerset LMC, 30 May 2014: Neutral",
            "Somerset LMC, 30 May 2014: Neutral: it waits for the plan, and the cost",
            "view: Neutral",
            'view: "Neutral: it waits for the plan, and the cost"',
        ),
        (
            "Somerset Council: Supports",
            "Somerset Council: Supports but worried",
            "view: Supports",
            "view: Supports but worried",
        ),
        (
            "Nurse, Somewhere LMC (voting)",
            "Nurse, Somewhere LMC, Frome (voting)",
            "body: Somewhere LMC",
            'body: "Somewhere LMC, Frome"',
        ),
    ],
)
def test_words_with_a_mark_that_yaml_reads_come_back_in_quotation_marks(
    was: str, now: str, typed: str, written: str
) -> None:
    outcome, after = back(retype_line(was, now), SOURCE)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert after == SOURCE.replace(typed, written)
