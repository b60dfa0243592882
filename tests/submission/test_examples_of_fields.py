"""A figure or a date that cannot be read is answered with an example for its own field."""

from __future__ import annotations

import pytest

from eoi.examined import UnreadableFile
from eoi.pipeline import examine
from eoi.submission.examples import EXAMPLES
from tests.model_fields import ModelField, model_fields
from tests.samples import examined
from tests.strategies import as_yaml
from tests.tables import for_each
from tests.thorough import some_of

KINDS = ("DateRange", "Money", "Count", "Number", "Share", "Range")
FIELDS = [field for field in model_fields() if field.kind.name in KINDS]
each_field = for_each(some_of(FIELDS, 30, lambda field: field.kind), lambda field: field.pattern)


def test_the_fields_are_seen_and_no_example_is_of_a_field_that_is_none() -> None:
    assert len(FIELDS) > 50
    assert {name.split(".")[-1] for name in EXAMPLES} == {field.steps[-1] for field in FIELDS}


@pytest.mark.slow
@each_field
def test_what_cannot_be_read_is_answered_with_an_example_that_can(field: ModelField) -> None:
    outcome = examine(as_yaml(field.alone("Zanzibar")).encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    (finding,) = outcome.findings
    name, _, example = finding.help.removeprefix("For example: `").removesuffix("`.").partition(": ")
    assert name == field.steps[-1]
    assert examined(as_yaml(field.alone(example)))
