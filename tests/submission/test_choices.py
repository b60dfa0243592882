"""The words that people use for a choice, each with the choice that is meant."""

from __future__ import annotations

from typing import Any

import pytest

from eoi.examined import UnreadableFile
from eoi.pipeline import examine
from eoi.submission.choices import Choice
from eoi.submission.paths import find_places
from eoi.submission.placeholders import says_nothing_yet
from tests.model_fields import ModelField, model_fields
from tests.samples import examined, interest, skeleton, words_of
from tests.strategies import as_yaml
from tests.tables import for_each, for_each_row

# By field: what is typed, and what it is read as.
SPELLINGS: dict[str, dict[str | bool, str]] = {
    "form": {
        "influence": "influence, Greater involvement, Level 1, LEVEL ONE, option 1, Model A",
        "joint": "Joint, joint commissioning, Joint co-commissioning, Level 2, level two, Option 2, model b",
        "delegated": "Delegated, fully delegated, Full delegation, delegated commissioning, Level 3, "
        "level three, option 3, Model C",
    },
    "arrangement.phases[].form": {"joint": "level 2", "delegated": "fully delegated"},
    "status": {"draft": "Draft, working draft", "submitted": "Sent", "declined": "rejected, not approved"},
    "scope.functions[].in_scope": {
        "yes": "yes, Y, true, True, TRUE, In scope, in",
        "no": "no, N, false, False, out of scope, Not in scope, out",
        "part": "part, Part, partly, Partly, In part, in-part, Partial, partially",
    },
    "scope.functions[].lead": {
        "ccg": "CCG, the CCG, CCGs",
        "nhse": "nhse, NHSE, NHS England, the NHS England",
        "Area team": "Area team",
        "joint": "Joint, jointly, Both, CCG and NHS England, CCG/NHSE",
    },
    "scope.functions[].interest": {
        "high": "High, H",
        "medium": "med, moderate, M",
        "low": "L",
    },
    "scope.tables[].contractor_group": {
        "medical": "GP, General practice",
        "dental": "Dentistry",
        "eye": "eye care, Eye-care services, optical",
        "pharmacy": "community pharmacy, Pharmaceutical services",
    },
    "governance.groups[].members[].voting": {
        "yes": "yes, Y, true, Voting, voting member, votes",
        "no": "no, N, false, Non-voting, non voting, nonvoting, does not vote, Observer",
        "in_attendance": "In attendance, in_attendance, attends",
    },
    "governance.groups[].public": {True: "In public, public, Y", False: "in private, N"},
    "resources.posts[].recurrent": {
        True: "Recurrent, recurring, Y",
        False: "non-recurrent, Non recurrent, one-off, n",
    },
    "arrangement.options[].preferred": {True: "preferred", False: "not preferred, rejected"},
    "engagement.stakeholders[].consulted": {True: "asked, Consulted", False: "not asked, not consulted"},
    "applicants[].coterminous": {True: "coterminous, true", False: "Not coterminous"},
    "decision.outcome": {
        "approved": "Approved, agreed",
        "approved_with_conditions": "Approved with conditions, conditionally approved",
        "declined": "Rejected, refused, not approved",
        "withdrawn": "Withdrawn",
    },
}
CASES = [
    (field, typed, meant)
    for field, rows in SPELLINGS.items()
    for meant, spellings in rows.items()
    for typed in spellings.split(", ")
]
FIELDS = {field.pattern: field for field in model_fields()}


def value(pattern: str, typed: str) -> Any:
    """As the model reads it, in a file."""
    read = examined(as_yaml(FIELDS[pattern].alone(typed))).submission
    ((_, found),) = find_places(read, pattern)
    return found


def test_the_spellings_are_seen() -> None:
    assert len(CASES) > 100


@pytest.mark.slow
@for_each(CASES)
def test_a_choice_is_read_as_it_is_meant(case: tuple[str, str, object]) -> None:
    pattern, typed, meant = case
    assert value(pattern, typed) == meant


CHOICES = [(field, field.kind) for field in FIELDS.values() if isinstance(field.kind, Choice)]


def test_the_choices_of_the_model_are_seen() -> None:
    with_choices = [field.pattern for field in FIELDS.values() if field.choices]
    assert len(CHOICES) > 15
    assert set(with_choices) - {field.pattern for field, _ in CHOICES} == {"arrangement.budget.variance_is"}


@for_each_row(CHOICES)
def test_no_word_means_two_choices_of_a_field(field: ModelField, choice: Choice[Any]) -> None:
    spoken = [*choice.words, *(other for _, other in choice.list_others())]
    assert len({word.lower() for word in spoken}) == len(spoken), field.pattern
    assert all(choice.read(f" {word}") == choice.read(word) == choice.values[word] for word in choice.words)
    assert not any(map(says_nothing_yet, choice.words))
    assert {word for word, _ in choice.list_others()} <= set(choice.words)


@for_each_row(CHOICES)
def test_what_is_no_choice_is_refused_with_the_choices(field: ModelField, choice: Choice[Any]) -> None:
    outcome = examine(as_yaml(field.alone("Zanzibar")).encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    (finding,) = outcome.findings
    assert "Zanzibar" in finding.message
    assert all(word in finding.message for word in choice.words)


def test_whoever_is_in_attendance_is_printed_so() -> None:
    row = "governance: {groups: [{name: A, members: [{role: Area team director, voting: in attendance}]}]}"
    assert "Area team director (in attendance)" in words_of(interest(skeleton(more=f"{row}\n")))
