"""A form of two columns, a question and its answer, is read by its questions."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from eoi.imports.old_documents.applicants import find_form_applied
from eoi.imports.old_documents.reading import read_old_document
from tests.imports.test_old_documents import drafted, plain_words
from tests.tables import for_each_row

FORM = """\
| Question | Answer |
| Name of CCG(s) | NHS Ashford CCG and NHS Canterbury and Coastal CCG |
| Area team | Kent and Medway |
| Form sought | Joint |
| CCGs involved and why | The two share a management team. |
| How will the proposal integrate care? | Through community hubs. |
| Reducing health inequalities | Focus on the town wards. |
| Scope (powers sought) | Enhanced services and premises. |
| Timescales | Shadow form from 1 October 2014. |
| Governance and conflicts of interest | A joint committee meets monthly. |
| Engagement with patients | A survey: 55% in favour. |
| Monitoring and evaluation | A report each quarter. |
| Lead contact | Head of Primary Care |

After the form.
"""


def tree_of(text: str) -> Any:
    draft = drafted(text.encode(), "old.md")
    assert draft.words.placed + draft.words.kept == draft.words.all
    assert not plain_words(text.replace("|", " ").replace("<br>", " ")) - plain_words(
        draft.text.replace("#", " ").replace("|", " ")
    )
    return yaml.safe_load(draft.text)


@pytest.mark.parametrize("is_numbered", [False, True])
def test_the_answers_of_a_form_are_placed_by_their_questions(is_numbered: bool) -> None:
    numbered = "".join(f"| {at}. {line}\n" for at, line in enumerate(FORM.split("\n")[:13], 1))
    tree = tree_of(f"{numbered}\nAfter the form.\n" if is_numbered else FORM)
    assert tree["form"] == "joint"
    assert [one["code"] for one in tree["applicants"]] == ["09C", "09E"]
    assert {one["area_team"] for one in tree["applicants"]} == {"Kent and Medway"}
    assert tree["ccgs_involved"]["reasons"] == "The two share a management team.\n"
    assert tree["benefits"]["integration"] == "Through community hubs.\n"
    assert tree["benefits"]["inequalities"] == "Focus on the town wards.\n"
    assert tree["scope"]["introduction"] == "Enhanced services and premises.\n"
    assert tree["timescales"][0]["date"] == "1 October 2014"
    assert tree["governance"]["introduction"] == "A joint committee meets monthly.\n"
    assert tree["engagement"]["public"]["views"]["for"] == "55%"
    assert tree["evaluation"] == [{"what": "A report each quarter."}]
    assert tree["notes"][-1]["text"] == "After the form.\n"


def test_guidance_below_a_question_is_kept_and_the_answer_placed() -> None:
    guided = FORM.replace("integrate care? |", "integrate care?<br>No more than 500 words. |")
    tree = tree_of(guided)
    assert tree["benefits"]["integration"] == "Through community hubs.\n"
    assert any("No more than 500 words." in one["text"] for one in tree["notes"])


def test_questions_above_their_answers_in_one_column_lead_them() -> None:
    tree = tree_of(
        "| Q1. How will the proposal integrate care? |\n| Through community hubs. |\n| In each town. |\n"
        "| Reducing health inequalities |\n| Focus on the town wards. |\n\nAfter it.\n\n| A box of words. |\n"
    )
    assert tree["benefits"]["integration"] == "Through community hubs.\n\nIn each town.\n"
    assert tree["benefits"]["inequalities"] == "Focus on the town wards.\n"
    assert [one["text"] for one in tree["notes"]] == ["After it.\n", "A box of words.\n"]


def test_a_table_of_facts_is_no_form() -> None:
    tree = tree_of("| Population | 100,000 |\n| Practices | 20 |\n| Budget | £20m |\n| Timescales | Soon |\n")
    assert len(tree["notes"]) == 1
    assert not tree["timescales"]


def test_a_row_of_totals_is_no_post() -> None:
    head = "# Capacity and resources\n\n| Post | WTE | Cost (£000) |\n| Manager | 1.0 | 45 |\n"
    tree = tree_of(f"{head}| Subtotal | 1.0 | 45 |\n| Total | 3.0 | 120 |\n| Total | | |\n")
    assert [one["role"] for one in tree["resources"]["posts"]] == ["Manager"]
    assert tree["resources"]["total"] == "£120k"
    assert len(tree["notes"]) == 2


def test_columns_of_in_and_out_and_of_when_and_what_are_known() -> None:
    tree = tree_of(
        "# Scope\n\n| Function | In / Out |\n| Contracts | In |\n| Performers list | Out |\n\n"
        "# Timetable\n\n| When | What |\n| April 2015 | Full form |\n"
    )
    assert [one["in_scope"] for one in tree["scope"]["functions"]] == ["yes", "no"]
    assert tree["timescales"] == [{"milestone": "Full form", "date": "April 2015"}]


def test_who_signed_below_the_last_heading_is_nothing_to_evaluate() -> None:
    tree = tree_of(
        "# Monitoring and evaluation\n\nWe review it.\n\n"
        "Approved by the Governing Body on 10th June 2014.\n\nSigned: Chair of the CCG\n"
    )
    assert tree["evaluation"] == [{"what": "We review it."}]
    assert "Signed: Chair" in tree["notes"][0]["text"]


def test_members_below_conflicts_of_interest_are_members() -> None:
    tree = tree_of(
        "# Governance\n\nConflicts of interest are declared.\n\nThey leave the room.\n\n"
        "The membership will be:\n\n- a lay chair\n- two GPs\n"
    )
    arrangements = tree["governance"]["conflicts_of_interest"]["arrangements"]
    assert arrangements == "Conflicts of interest are declared.\n\nThey leave the room.\n"
    assert "- two GPs" in tree["governance"]["introduction"]


@for_each_row(
    [
        ("We want delegated commissioning.", "delegated"),
        ("The CCG wishes to take on delegated commissioning.", "delegated"),
        ("We do not want delegated commissioning.", ""),
        ("| Level of co-commissioning | Greater involvement |", "influence"),
        ("| Form sought | Joint or delegated |", ""),
        ("| Form | Delegated |", "delegated"),
    ]
)
def test_the_form_that_a_document_wants_is_known(text: str, form: str) -> None:
    assert find_form_applied(read_old_document(text.encode(), "old.md"))[0] == form
