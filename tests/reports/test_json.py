"""The report for programs, and the schema that describes it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from eoi.reports import CheckedFile, write_report
from eoi.reports.json_text import encode_report
from tests.reports.fixed import FIXED
from tests.reports.nasty import NASTY, checked

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "findings.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def read(files: Any = FIXED) -> Any:
    return json.loads(write_report("json", files))


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(checked())
def test_every_report_satisfies_the_schema(files: list[CheckedFile]) -> None:
    VALIDATOR.validate(read(files))


@pytest.mark.long
@given(checked())
def test_every_text_comes_back_as_it_was(files: list[CheckedFile]) -> None:
    for entry, file in zip(read(files)["files"], files, strict=True):
        assert (entry["path"], entry["sha256"]) == (file.path, file.source.digest)
        for row, finding in zip(entry["findings"], file.findings, strict=True):
            assert (row["message"], row["help"], row["path"]) == (finding.message, finding.help, finding.path)
            assert (row["rule"], row["severity"]) == (finding.rule, finding.severity.label)
            assert tuple(row["start"].values()) == finding.span.start
            assert tuple(row["end"].values()) == finding.span.end
            assert (row["related"] or {}).get("label") == (finding.related and finding.related.label)


@given(st.dictionaries(NASTY, st.lists(NASTY), max_size=2))
def test_what_is_escaped_for_logs_is_still_the_same_json(value: object) -> None:
    assert json.loads(encode_report(value)) == value


def test_text_that_does_no_harm_is_written_as_it_is() -> None:
    assert "£79.4k" in write_report("json", FIXED)


def test_the_summary_counts_what_the_files_hold() -> None:
    assert read()["summary"] == {
        "files": 3,
        "errors": 2,
        "warnings": 2,
        "advice": 3,
        "fixable": 0,
        "in_baseline": 0,
        "lighter": 0,
    }


def wrong_severity(report: Any) -> None:
    report["files"][0]["findings"][0]["severity"] = "fatal"


def line_nought(report: Any) -> None:
    report["files"][0]["findings"][0]["start"]["line"] = 0


def no_fingerprint(report: Any) -> None:
    del report["files"][0]["findings"][0]["fingerprint"]


def other_version(report: Any) -> None:
    report["version"] = 2


def unknown_field(report: Any) -> None:
    report["files"][0]["findings"][0]["colour"] = "red"


def no_label(report: Any) -> None:
    del report["files"][0]["findings"][1]["related"]["label"]


@pytest.mark.parametrize(
    "spoil", [wrong_severity, line_nought, no_fingerprint, other_version, unknown_field, no_label]
)
def test_the_schema_refuses_what_the_report_never_says(spoil: Any) -> None:
    report = read()
    spoil(report)
    assert not VALIDATOR.is_valid(report)


def test_every_field_of_the_schema_is_explained() -> None:
    definitions = [SCHEMA, *SCHEMA["$defs"].values()]
    fields = [field for definition in definitions for field in definition["properties"].items()]
    assert len(fields) > 20
    assert [name for name, field in fields if "description" not in field] == []


def test_the_example_in_the_docs_satisfies_the_schema() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    VALIDATOR.validate(json.loads(example))
