"""From bytes to everything that is known about a file: what can be built, and every reason why not."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Severity
from eoi.pipeline import examine
from tests.samples import examined, skeleton
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples

few = settings(max_examples=examples(12, 12, 5))  # each reads and judges a whole submission


def errors(more: str) -> list[Finding]:
    outcome = examine(skeleton(more=more).encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    return [finding for finding in outcome.findings if finding.severity is Severity.ERROR]


@pytest.mark.slow
@few
@given(submissions())
def test_every_submission_that_an_officer_could_write_can_be_examined(fields: Fields) -> None:
    raw = as_yaml(fields).encode()
    outcome = examine(raw, "ccg.yaml")
    assert isinstance(outcome, ExaminedSubmission)
    assert outcome.source.digest == hashlib.sha256(raw).hexdigest()
    assert outcome.submission.form == fields["form"]
    assert outcome.round.id == "2014"


@pytest.mark.slow
@few
@given(submissions())
def test_the_findings_are_in_the_order_of_the_file(fields: Fields) -> None:
    starts = [finding.span.start for finding in examined(as_yaml(fields)).findings]
    assert starts == sorted(starts)


def test_every_error_of_a_file_is_reported_in_one_run() -> None:
    found = errors("sumary: x\nresources: {total: lots}\nscope: {functions: [{in_scope: perhaps}]}\n")
    assert [finding.span.start.line for finding in found] == [5, 6, 7]


@pytest.mark.parametrize(
    "where",
    [
        "scope:\n  functions:\n    - id: rent_review\n",
        "scope:\n  tables:\n    - functions: [{id: rent_review}]\n",
        "governance:\n  reserved_decisions:\n    - id: rent_review\n",
    ],
)
def test_a_function_that_is_not_in_the_catalogue_is_an_error_at_its_line(where: str) -> None:
    (finding,) = errors(where)
    assert finding.span.start.line == 7
    assert "rent_review" in finding.message
    assert "rent_reviews" in finding.help


def test_a_function_unlike_any_other_is_told_which_there_are() -> None:
    (finding,) = errors("scope: {functions: [{id: xyz}]}\n")
    assert "needs_strategy" in finding.help


def test_a_round_that_is_not_known_is_an_error_at_its_line() -> None:
    outcome = examine(skeleton().replace("2014", "1914").encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    assert [(finding.path, finding.span.start.line) for finding in outcome.findings] == [("round", 1)]


def test_an_empty_field_is_as_good_as_none() -> None:
    assert (
        examined(skeleton(more="summary:\nbenefits:\n  vision: ~\n")).submission
        == examined(skeleton()).submission
    )


@pytest.mark.parametrize(
    "more",
    [
        "sumary:\n",
        "benefits:\n  visoin:\n",
        "governance: {reserved_decisions: [{decision: Mergers, threshold: above 5,000 patients}]}\n",
    ],
    ids=["misspelt", "misspelt within a group", "cut off by a comma"],
)
def test_a_name_that_is_no_field_is_an_error_even_without_a_value(more: str) -> None:
    assert isinstance(examine(skeleton(more=more).encode(), "ccg.yaml"), UnreadableFile)


@pytest.mark.parametrize(
    "text",
    [
        "round: 2014\nform: jiont\napplicants: [{name: NHS A CCG}]\n",
        "round: 2014\nform: joint\nbudgt: £5m\napplicants: [{name: NHS A CCG}]\n",
        "round: 2099\nform: joint\napplicants: [{name: NHS A CCG}]\n",
    ],
)
def test_where_a_file_is_not_judged_the_report_says_so(text: str) -> None:
    found = examine(text.encode(), "ccg.yaml")
    assert isinstance(found, UnreadableFile)
    assert [one.rule for one in found.also] == ["not-checked"]


def test_a_value_that_yaml_cannot_read_is_told_once() -> None:
    found = examine(b"round: 2014: zz\nform: joint\napplicants: [{name: NHS A CCG}]\n", "ccg.yaml")
    assert isinstance(found, UnreadableFile)
    assert [one.rule for one in found.findings] == ["yaml-syntax"]
