"""Cells that somebody fills in an unusual way say nothing of other items."""

from __future__ import annotations

import pytest

from tests.imports.test_facts_back import back, row
from tests.imports.test_items_back import add_line
from tests.imports.word_edits import W, WordFile

SOURCE = """\
round: 2014
form: joint
applicants:
  - {name: NHS Somewhere CCG}
resources:
  posts:
    - {role: Manager, band: 7, cost: £40k, recurrent: yes}
    - {role: Analyst, band: 6, cost: £30k, recurrent: yes}
risks:
  - {risk: Capacity, likelihood: 3, impact: 4, owner: Chair, mitigation: Hire more}
  - {risk: Money, likelihood: 2, impact: 4, owner: Clerk, mitigation: Save more}
timescales:
  - {milestone: Shadow form, date: 2014-10}
  - {milestone: Full form, date: 2015-04-01}
evaluation:
  - {what: Admissions, measure: Rate per head, by: Quality group, when: quarterly}
  - {what: Meetings, measure: Number, by: Governing Body, when: yearly}
"""


@pytest.mark.sampled
@pytest.mark.parametrize(
    "beside", ["Manager", "Analyst", "2. Money", "Shadow form", "Full form", "Admissions", "Meetings", "£40k"]
)
def test_a_second_paragraph_in_a_cell_is_no_new_item(beside: str) -> None:
    outcome, after = back(add_line(beside, "(secondment)"), SOURCE)
    assert [one.difference.now for one in outcome.unplaced] == ["(secondment)"]
    assert after == SOURCE


def test_the_words_of_merged_cells_are_no_new_item() -> None:
    def merge(document: WordFile) -> None:
        first, second = (row(document, words).findall(f"{W}tc")[3] for words in ("Manager", "Analyst"))
        first.append(second.find(f"{W}p"))
        second.append(second.makeelement(f"{W}p"))

    outcome, after = back(merge, SOURCE)
    assert outcome.unplaced
    assert after == SOURCE
