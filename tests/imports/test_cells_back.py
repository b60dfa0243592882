"""Cells that somebody fills in an unusual way say nothing of other items."""

from __future__ import annotations

import pytest

from tests.imports.test_facts_back import back, row
from tests.imports.test_items_back import add_cells, add_line, retype_line
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


POSTS = """\
round: 2014
form: joint
applicants:
  - {name: NHS Somewhere CCG}
resources:
  posts:
    - {role: Manager, band: 7, wte: 1.0, cost: "£40,000", start: Jan 2015}
    - {role: Analyst, band: 6, wte: 0.5, cost: "£30,000", start: Feb 2015}
arrangement:
  budget:
    lines:
      - {line: GMS, plan: £140k, forecast: £120k}
      - {line: PMS, plan: £90k, forecast: £60k}
timescales:
  - {milestone: Shadow form, date: 2014-10-01}
  - {milestone: Full form, date: 2015-04-01}
"""
ANALYST = POSTS.splitlines()[7]
FULL = POSTS.splitlines()[-1]
PMS = POSTS.splitlines()[12]


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("beside", "cells", "above", "item", "left"),
    [
        (
            "Analyst",
            ["Clerk", "4", "0.6", "15,200", "From Mar 2015"],
            ANALYST,
            '    - {role: Clerk, band: 4, wte: 0.6, cost: "15,200", start: Mar 2015}',
            [],
        ),
        (
            "Analyst",
            ["Clerk", "4", "half time", "£15,200", "soon"],
            ANALYST,
            '    - {role: Clerk, band: 4, cost: "£15,200"}',
            ["half time", "soon"],
        ),
        ("Full form", ["Review", "30/09/2015"], FULL, "  - {milestone: Review, date: 2015-09-30}", []),
        ("Full form", ["Review", "As agreed"], FULL, "  - {milestone: Review}", ["As agreed"]),
        ("PMS", ["APMS", "13,500k", "£1m"], PMS, "      - {line: APMS, plan: 13500k, forecast: £1m}", []),
        ("PMS", ["APMS", "£13k", "40"], PMS, "      - {line: APMS, plan: £13k}", ["40"]),
    ],
)
def test_a_new_row_with_an_unusual_cell_is_placed_and_what_no_field_holds_is_named(
    beside: str, cells: list[str], above: str, item: str, left: list[str]
) -> None:
    outcome, after = back(add_cells(beside, cells), POSTS)
    assert after == POSTS.replace(above, f"{above}\n{item}")
    assert [one.difference.now for one in outcome.unplaced] == left
    assert outcome.counts.unplaced == sum(len(words.split()) for words in left)


@pytest.mark.parametrize(
    ("was", "now", "typed", "written"),
    [
        ("£90k", "13,500k", "plan: £90k", "plan: 13500k"),
        ("From February 2015", "Mar 2015", "start: Feb 2015", "start: Mar 2015"),
        ("From February 2015", "From Mar 2015", "start: Feb 2015", "start: Mar 2015"),
    ],
)
def test_a_value_in_a_cell_is_read_however_it_is_typed(was: str, now: str, typed: str, written: str) -> None:
    outcome, after = back(retype_line(was, now), POSTS)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert after == POSTS.replace(typed, written)


@pytest.mark.parametrize(
    ("was", "now"), [("From February 2015", "Not in Mar 2015"), ("£90k", "95k if agreed")]
)
def test_a_value_among_other_words_is_listed(was: str, now: str) -> None:
    outcome, after = back(retype_line(was, now), POSTS)
    assert [one.difference.now for one in outcome.unplaced] == [now]
    assert after == POSTS
