"""What people really wrote raises no finding that sets prose against fields; at most three are known."""

from __future__ import annotations

import pytest

from eoi.pipeline import examine
from tests.planted.editing import base_text
from tests.planted.planting import base_findings
from tests.planted.sources import (
    FIELDS,
    SOURCES,
    false_alarms,
    is_of_prose,
    listed,
    paragraphs,
    prose_rules,
    with_paragraphs,
)
from tests.samples import EXAMPLES, ROOT


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_no_example_raises_a_finding_of_prose(example: object) -> None:
    name = str(example).removeprefix(f"{ROOT}/")
    assert [one.message for one in base_findings(name) if is_of_prose(one)] == []


@pytest.mark.slow
def test_the_text_of_the_sources_raises_none_but_those_listed() -> None:
    assert false_alarms() == listed().keys()


def test_at_most_three_are_listed_each_with_its_reason() -> None:
    assert len(listed()) <= 3
    assert all(listed().values())


def test_five_sources_are_read_and_there_are_rules_to_hold_them_against() -> None:
    assert len(SOURCES) == 5
    assert sum(len(paragraphs(source)) for source in SOURCES) > 200
    assert len(prose_rules()) >= 5


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("field", FIELDS)
def test_the_paragraphs_of_a_source_can_stand_in_each_field(source: str, field: str) -> None:
    lines = paragraphs(source)[:12]
    text = with_paragraphs(base_text(SOURCES[source]), field, lines)
    assert all(line in text for line in lines)


def test_a_paragraph_that_is_wrong_would_be_noticed() -> None:
    base = "examples/bath-and-north-east-somerset.yaml"
    text = with_paragraphs(
        base_text(base), "summary", ["We plan ahead.", "We have 250,000 registered patients."]
    )
    assert any(is_of_prose(one) for one in examine(text.encode(), base).every_finding)
