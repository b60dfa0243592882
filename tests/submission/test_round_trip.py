"""A whole submission survives the way through YAML into the model and back, in every field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.source import load
from eoi.source.nodes import convert_to_plain
from eoi.submission import says_none
from eoi.submission.model import Submission
from eoi.submission.part import Part
from eoi.submission.quantities import Range
from eoi.submission.reading import read_submission
from tests.strategies import Fields, Written, as_yaml, submissions
from tests.thorough import examples


def model_of(text: str) -> Submission:
    source = load(text.encode(), "ccg.yaml")
    assert source.findings == ()
    assert source.tree is not None
    submission, findings = read_submission(source.tree)
    assert findings == ()
    assert submission is not None
    return submission


def as_written(value: Any) -> Written:
    """What an officer would write to be read as `value`."""
    if isinstance(value, Part):
        return {value.fields[name].written: as_written(inner) for name, inner in value.given.items()}
    if says_none(value):
        return "none"
    if isinstance(value, tuple):
        return [as_written(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value.low} - {value.high}" if isinstance(value, Range) else str(value)


@pytest.mark.slow
@given(submissions())
def test_what_was_written_is_what_the_tree_holds(fields: Fields) -> None:
    source = load(as_yaml(fields).encode(), "ccg.yaml")
    assert source.findings == ()
    assert source.tree is not None
    assert convert_to_plain(source.tree) == fields


@pytest.mark.slow
@given(submissions())
def test_the_model_written_out_and_read_again_is_the_same_model(fields: Fields) -> None:
    submission = model_of(as_yaml(fields))
    assert model_of(as_yaml(as_written(submission))) == submission


@pytest.mark.slow
@settings(max_examples=examples(20))
@given(submissions())
def test_a_valid_submission_can_be_built(fields: Fields) -> None:
    assert isinstance(examine(as_yaml(fields).encode(), "ccg.yaml"), ExaminedSubmission)
