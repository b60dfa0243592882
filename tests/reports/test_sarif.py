"""SARIF against the official schema, and read back as a viewer reads it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from eoi.findings import Finding, Severity
from eoi.parse_errors import list_parse_errors
from eoi.reports import CheckedFile, write_report
from eoi.reports.lines import make_printable
from eoi.reports.sarif import write_sarif_text
from eoi.reports.totals import find_relative_path, make_fingerprints
from eoi.rules import list_rule_names, load_catalogue
from tests.modules import module_at
from tests.reports.fixed import FIXED, file, span
from tests.reports.nasty import NASTY, checked
from tests.tables import for_each

ROOT = Path(__file__).parents[2]
SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
VALIDATOR = Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
LINK = re.compile(r"(?<!\\)\[(?:[^\\\[\]]|\\.)*\]\(")


def run(*files: CheckedFile) -> Any:
    log = json.loads(write_report("sarif", files))
    VALIDATOR.validate(log)
    (only,) = log["runs"]
    return only


@pytest.mark.long
@given(checked())
def test_every_log_satisfies_the_official_schema(files: list[CheckedFile]) -> None:
    results = run(*files)["results"]
    assert len(results) == sum(len(file.findings) for file in files)


@pytest.mark.parametrize(
    ("field", "wrong"), [("level", "advice"), ("colour", "red"), ("locations", [{"startLine": 1}])]
)
def test_the_official_schema_is_really_asked(field: str, wrong: object) -> None:
    log = json.loads(write_report("sarif", FIXED))
    log["runs"][0]["results"][0][field] = wrong
    assert not VALIDATOR.is_valid(log)


def test_every_rule_of_the_catalogue_is_described_with_its_examples() -> None:
    findings = (Finding(name, Severity.ADVICE, "Wrong.") for name in list_rule_names())
    rules = run(file("a.yaml", "a: b\n", *findings))["tool"]["driver"]["rules"]
    assert len(rules) == len(load_catalogue()) > 2
    by_name = {rule.name: rule for rule in load_catalogue()}
    for entry in rules:
        rule = by_name[entry["id"]]
        assert entry["shortDescription"]["text"] == f"{rule.summary}."
        assert entry["fullDescription"]["text"] == rule.why
        assert f"```yaml\n{rule.fails.strip(chr(10))}\n```" in entry["help"]["markdown"]
        assert rule.passes.strip("\n") in entry["help"]["text"]
        assert entry["properties"]["tags"] == [rule.family]


GIVES_A_NAME = re.compile(r"\b(?:error|Finding)\(")


def names_given_in(path: Path) -> set[str]:
    """The rule names that a module gives as the first argument of `error(...)` and `Finding(...)`."""
    if not GIVES_A_NAME.search(path.read_text(encoding="utf-8")):
        return set()  # to parse a module takes fifty times as long
    tree = module_at(path)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    given = [
        call.args[0]
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ("error", "Finding")
    ]
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    constants = {ast.unparse(node.targets[0]): node.value for node in assigned}
    found = [constants.get(node.id) if isinstance(node, ast.Name) else node for node in given]
    return {node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.slow
def test_no_module_gives_a_finding_a_name_that_stands_neither_in_the_table_nor_in_a_rule() -> None:
    left_out = {"reports", "cli", "drafts"}
    modules = [path for path in (ROOT / "eoi").rglob("*.py") if not left_out & set(path.parts)]
    assert len(modules) > 350
    assert not {path.name: names for path in modules if (names := names_given_in(path))}


@for_each([reading.name for reading in list_parse_errors()])
def test_a_problem_of_reading_has_an_identifier_and_a_sentence(name: str) -> None:
    (rule,) = run(file("a.yaml", "a: b\n", Finding(name, Severity.ERROR, "Wrong.")))["tool"]["driver"][
        "rules"
    ]
    assert rule["id"] == name
    assert rule["shortDescription"]["text"].endswith(".")
    assert rule["shortDescription"]["text"][0].isupper()
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_each_result_points_at_its_rule_its_place_and_its_second_place() -> None:
    only = run(*FIXED)
    rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
    assert rules == sorted({finding.rule for file in FIXED for finding in file.findings})
    assert [rules[result["ruleIndex"]] for result in only["results"]] == [
        finding.rule for file in FIXED for finding in file.findings
    ]
    duplicate = only["results"][1]
    assert duplicate["level"] == "error"
    physical = duplicate["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "submissions/somewhere.yaml", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {"startLine": 6, "startColumn": 5, "endLine": 6, "endColumn": 11}
    (second,) = duplicate["relatedLocations"]
    assert second["physicalLocation"]["region"]["startLine"] == 5
    assert second["message"] == {"text": "written first here"}


def test_columns_count_characters_as_the_log_says() -> None:
    assert run(*FIXED)["columnKind"] == "unicodeCodePoints"


def test_a_rule_without_an_entry_in_the_catalogue_weighs_as_its_heaviest_finding() -> None:
    severities = (Severity.ADVICE, Severity.WARNING, Severity.ADVICE)
    findings = (Finding("unheard-of", severity, "Wrong.") for severity in severities)
    only = run(file("a.yaml", "a: b\n", *findings))
    assert only["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "warning"}
    assert [result["level"] for result in only["results"]] == ["note", "warning", "note"]


@pytest.mark.long
@given(checked())
def test_a_path_comes_back_from_its_address(files: list[CheckedFile]) -> None:
    results = iter(run(*files)["results"])
    for file_ in files:
        for finding, fingerprint in zip(file_.findings, make_fingerprints(file_), strict=True):
            result = next(results)
            artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
            address = artifact["uri"].removeprefix("file://")
            assert re.fullmatch(r"[A-Za-z0-9._~/%:-]+", address)
            assert unquote(address, errors="surrogatepass") == find_relative_path(file_.path)
            assert result["partialFingerprints"] == {"eoi/v1": fingerprint}
            assert result["ruleId"] == finding.rule


def test_a_file_elsewhere_has_its_whole_address() -> None:
    (result,) = run(file("/else where/a.yaml", "a: b\n", Finding("x", Severity.ERROR, "Wrong.")))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///else%20where/a.yaml"}


@given(NASTY)
def test_a_message_holds_no_link_and_no_argument_and_comes_back_whole(text: str) -> None:
    written = write_sarif_text(text)["text"]
    assert not LINK.search(written)
    plain = written.replace("{{", "{").replace("}}", "}")
    if "](" in make_printable(text):
        plain = re.sub(r"\\([\\\[\]])", r"\1", plain)
    assert plain == make_printable(text)
    assert not re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", written)


def test_help_follows_the_message_on_a_line_of_its_own() -> None:
    finding = Finding("x", Severity.ERROR, "Wrong.", span(1, 1, 2), help="Write `b`.")
    (result,) = run(file("a.yaml", "a: b\n", finding))["results"]
    assert result["message"] == {"text": "Wrong.\nWrite `b`."}
