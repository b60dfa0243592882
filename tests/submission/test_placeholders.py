"""What stands where an answer belongs and is none, and what is short and an answer all the same."""

from __future__ import annotations

import re
from itertools import product
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.pipeline import examine
from eoi.submission.placeholders import (
    ELSEWHERE,
    NOT_APPLICABLE,
    SIGNS_OF_NOTHING,
    UNFINISHED,
    begins_as_one,
    holds_no_answer,
    is_placeholder,
    says_nothing_yet,
    strip_marks,
)
from tests.samples import checklist, interest, skeleton, words_of
from tests.tables import for_each, for_each_row
from tests.thorough import some_of

NO_ANSWERS = (
    "…",
    "...",
    ". . .",
    "tbd",
    "TBC",
    "tbc.",
    "T.B.C.",
    "(TBA)",
    "[Name]",
    "[to be agreed]",
    "*TBC*",
    "to be confirmed",
    "To be agreed",
    "To be decided.",
    "to follow",
    "To come",
    "awaited",
    "see attached",
    "See attached document",
    "please see attached",
    "as above",
    "See above.",
    "ditto",
    "same as above",
    "n/a",
    "N/A",
    "NA",
    "n.a.",
    "Not applicable",
    "-",
    "–",
    "—",
    "?",
    "???",
    "xxx",
    "XX",
    "insert text here",
    "Insert your answer here",
    "[insert text]",
    "lorem ipsum",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore",
)
ANSWERS = (
    "None",
    "none",
    "No",
    "no",
    "Nil",
    "Nothing",
    "0",
    "X",
    "Yes",
    "Ongoing",
    "To be agreed with NHS England by June",
    "To be confirmed by the first survey",
    "See section 4",
    "See above for the arrangements of the committee",
    "Attached to the constitution",
    "Not applicable to practices outside the area",
    "Annexe A",
    "Nathan House",
    "to follow the plan",
    "The board discussed [see minute 4] the proposal",
    "[one] and [two]",
    "x" * 90,
)


@for_each(NO_ANSWERS)
def test_a_whole_answer_that_only_holds_its_place_is_none(text: str) -> None:
    assert is_placeholder(text)
    assert says_nothing_yet(text)


@given(
    st.one_of(
        *[st.from_regex(re.compile(kind.pattern), fullmatch=True) for kind in (UNFINISHED, ELSEWHERE)],
        st.sampled_from(NOT_APPLICABLE),
        *[st.text(signs, min_size=1) for signs in SIGNS_OF_NOTHING],
    ),
    st.sampled_from(["", "'", "*", " ", "_*", "(", "\u00a0"]),
    st.sampled_from([str, str.upper, str.title]),
)
def test_every_word_that_is_no_answer_begins_as_the_quick_look_expects(word, mark, spell) -> None:  # type: ignore[no-untyped-def]
    text = f"{mark}{spell(word)}{mark}"
    assert not holds_no_answer(strip_marks(text)) or begins_as_one(text)


@for_each(ANSWERS, lambda text: text[:30])
def test_a_short_answer_and_one_that_says_more_are_answers(text: str) -> None:
    assert not is_placeholder(text)


def findings_of(more: str) -> list[tuple[str, str]]:
    outcome = examine(skeleton(more=more).encode(), "ccg.yaml")
    return [(finding.rule, finding.path) for finding in outcome.findings]


@pytest.mark.slow
@pytest.mark.parametrize("text", some_of(NO_ANSWERS, 15))
def test_checklist_and_document_show_a_gap_in_place_of_what_is_no_answer(text: str) -> None:
    source = skeleton(more=f'arrangement:\n  overview: "{text}"\n')
    empty = skeleton(more="arrangement:\n  overview:\n")
    assert [gap.path for gap in checklist(source).gaps] == [gap.path for gap in checklist(empty).gaps]
    assert words_of(interest(source)) == words_of(interest(empty))


@for_each(NO_ANSWERS)
def test_what_is_no_answer_is_one_finding_whether_it_was_asked_or_not(text: str) -> None:
    asked = findings_of(f'arrangement:\n  overview: "{text}"\n')
    assert [rule for rule, path in asked if path == "arrangement.overview"] == ["answer-missing"]
    not_asked = findings_of(f'scope:\n  notes: "{text}"\n')
    assert [rule for rule, path in not_asked if path == "scope.notes"] == ["placeholder-text"]
    assert "placeholder-text" not in dict(asked)


@pytest.mark.parametrize("text", [text for text in ANSWERS if len(text) < 60])
def test_a_short_answer_is_in_the_document(text: str) -> None:
    source = skeleton(more=f'evaluation:\n  - {{what: Access, measure: "{text}"}}\n')
    assert text.casefold() in words_of(interest(source)).casefold()
    assert "evaluation[0].measure" not in [gap.spot.path for gap in checklist(source).gaps]


def test_a_list_with_nothing_but_placeholders_is_empty_and_another_keeps_what_it_says() -> None:
    nothing = skeleton(more="engagement:\n  members:\n    consulted: [tbc, '...']\n")
    assert "engagement.members.consulted" in [gap.spot.path for gap in checklist(nothing).gaps]
    some = skeleton(more="engagement:\n  members:\n    consulted: [tbc, All practices]\n")
    assert "All practices" in words_of(interest(some))
    assert "engagement.members.consulted" not in [gap.spot.path for gap in checklist(some).gaps]


def test_a_group_with_nothing_but_placeholders_is_not_given() -> None:
    source = skeleton(more="signatories:\n  - {name: tbc, role: tbc}\n")
    assert "signatories" in [gap.spot.path for gap in checklist(source).gaps]


def test_words_that_have_a_default_fall_back_on_it() -> None:
    source = skeleton().replace("CCG\n", "CCG\n    clusters: {name: tbc, count: 5}\n", 1)
    outcome = examine(source.encode(), "ccg.yaml")
    assert isinstance(outcome, ExaminedSubmission)
    clusters = outcome.submission.applicants[0].clusters
    assert clusters is not None
    assert clusters.name == "clusters"


FIELDS = [
    "submitted: {}",
    "status: {}",
    "resources: {{total: {}}}",
    "arrangement: {{fallback: {}}}",
    "engagement: {{public: {{sent: {}}}}}",
    "engagement: {{public: {{response_rate: {}}}}}",
    "resources: {{posts: [{{role: Manager, wte: {}}}]}}",
    "resources: {{posts: [{{role: Manager, recurrent: {}}}]}}",
    "scope: {{functions: [{{function: Estates, in_scope: {}}}]}}",
    "scope: {{functions: [{{function: Estates, interest: {}}}]}}",
]
WORDS = [
    "TBC",
    "tbd",
    "N/A",
    "n/a",
    "not applicable",
    "unknown",
    '"?"',
    '"-"',
    "to be confirmed",
    "to be agreed",
]
PAIRS = some_of(product(FIELDS, WORDS), 20, itemgetter(0))


@for_each_row(PAIRS)
def test_in_a_figure_a_date_or_a_choice_it_says_to_leave_the_field_empty(field: str, word: str) -> None:
    outcome = examine(skeleton(more=field.format(word) + "\n").encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    (finding,) = outcome.findings
    assert finding.message.endswith(f"cannot be read: '{word.strip(chr(34))}' is no answer.")
    assert finding.help == "Leave it empty: the document will say that it is to come."
