"""Real submissions, edited badly: no exception, findings at places that exist, reports that can be read."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.protocols import Validator
from lxml import etree

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.pipeline import examine
from eoi.reports import CheckedFile, write_report
from tests.fuzz.mutations import MUTATIONS, mutated
from tests.fuzz.parsers import loaded_soundly_by_both
from tests.fuzz.properties import NAME, STYLE, built_soundly, examined_soundly
from tests.samples import COMPLETE, EXAMPLES, ROOT
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples

SCHEMAS = ROOT / "tests" / "reports" / "schemas"
TEXTS = tuple(path.read_text(encoding="utf-8") for path in (*EXAMPLES, COMPLETE))
SHORT = tuple(text for text in TEXTS if len(text) < 10_000)
seeds = st.integers(0, 2**32 - 1)
edits = st.builds(mutated, st.sampled_from(TEXTS), seeds, st.integers(1, 8)).map(str.encode)
short_edits = st.builds(mutated, st.sampled_from(SHORT), seeds).map(str.encode)


@settings(max_examples=examples(60, 20, 6))
@given(edits)
def test_a_file_edited_badly_is_examined_and_reported(raw: bytes) -> None:
    examined_soundly(raw)


@settings(max_examples=examples(25, 10, 2))
@given(edits)
def test_both_parsers_take_a_file_edited_badly(raw: bytes) -> None:
    loaded_soundly_by_both(raw)


@settings(max_examples=examples(10, 4, 2))
@given(short_edits)
def test_what_can_still_be_built_is_built_in_every_format(raw: bytes) -> None:
    built_soundly(raw)


@settings(max_examples=examples(25, 10, 4))
@given(submissions(), seeds)
def test_what_a_program_wrote_and_a_person_edited_is_examined_and_reported(fields: Fields, seed: int) -> None:
    examined_soundly(mutated(as_yaml(fields), seed).encode())


@cache
def junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


@cache
def validators() -> dict[str, Validator]:
    findings, sarif = ROOT / "docs" / "findings.schema.json", SCHEMAS / "sarif-2.1.0.json"
    return {
        "json": Draft202012Validator(json.loads(findings.read_text(encoding="utf-8"))),
        "sarif": Draft7Validator(json.loads(sarif.read_text(encoding="utf-8"))),
    }


@settings(max_examples=examples(10, 4, 2))
@given(short_edits)
def test_the_reports_on_a_file_edited_badly_follow_their_schemas(raw: bytes) -> None:
    outcome = examine(raw, NAME)
    checked = [CheckedFile(NAME, outcome.source, outcome.findings)]
    for name, validator in validators().items():
        validator.validate(json.loads(write_report(name, checked, STYLE)))
    junit_schema().assertValid(etree.fromstring(write_report("junit", checked, STYLE).encode()))


def test_mutations_lead_to_files_that_can_and_to_files_that_cannot_be_read() -> None:
    outcomes = [examine(mutated(TEXTS[1], seed).encode(), NAME) for seed in range(40)]
    assert {type(outcome) for outcome in outcomes} == {ExaminedSubmission, UnreadableFile}
    assert len({finding.rule for outcome in outcomes for finding in outcome.findings}) > 10


def test_a_mutation_is_the_same_for_the_same_seed_and_every_kind_changes_something() -> None:
    assert mutated(TEXTS[0], 7, 3) == mutated(TEXTS[0], 7, 3)
    assert len({mutated(TEXTS[1], seed) for seed in range(100)}) > 90
    assert len(MUTATIONS) == 13
