"""`eoi.toml`: what a call obeys where it says nothing itself, and what is wrong in one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import Call
from tests.samples import ROOT

LONG = "southampton.yaml"


@pytest.fixture
def submission(eoi: Call) -> Path:  # noqa: ARG001  the call moves to an empty folder first
    file = Path(LONG)
    file.write_bytes((ROOT / "examples" / LONG).read_bytes())
    return file


def configure(text: str, file: str = "eoi.toml") -> Path:
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rules_found(eoi: Call, *arguments: object) -> set[str]:
    report = json.loads(eoi("check", *arguments, "--format", "json").out)
    return {finding["rule"] for file in report["files"] for finding in file["findings"]}


def test_a_rule_and_a_family_that_the_configuration_ignores_are_not_shown(
    eoi: Call, submission: Path
) -> None:
    before = rules_found(eoi, submission)
    assert {"evaluation-incomplete", "support-not-dated"} <= before
    configure('ignore = ["evaluation-incomplete", "engagement"]\n')
    after = rules_found(eoi, submission)
    assert before - after >= {"evaluation-incomplete", "support-not-dated"}
    assert after


def test_the_severity_that_fails_comes_from_the_configuration_and_the_call_has_the_last_word(
    eoi: Call, submission: Path
) -> None:
    configure('ignore = ["completeness", "governance"]\nfail-on = "suggestion"\n')
    assert eoi("check", submission, "--fail-on", "error").code == 0
    assert eoi("check", submission).code == 1
    assert eoi("check", submission, "--no-config", "--fail-on", "error").code == 1


def test_the_configuration_is_looked_for_from_the_working_folder_and_never_beside_the_judged_file(
    eoi: Call, submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure('ignore = ["evaluation-incomplete"]', "strangers/eoi.toml")
    stranger = submission.rename(f"strangers/{LONG}")
    assert "evaluation-incomplete" in rules_found(eoi, stranger)
    monkeypatch.chdir("strangers")
    assert "evaluation-incomplete" not in rules_found(eoi, LONG)
    Path("deep/below").mkdir(parents=True)
    monkeypatch.chdir("deep/below")
    assert "evaluation-incomplete" not in rules_found(eoi, f"../../{LONG}")


def test_pyproject_is_read_where_it_has_a_table_for_eoi_and_eoi_toml_comes_first(
    eoi: Call, submission: Path
) -> None:
    configure("[tool.ruff]\nignore = []\n", "pyproject.toml")
    assert "evaluation-incomplete" in rules_found(eoi, submission)
    configure('[tool.eoi]\nignore = ["evaluation-incomplete"]\n', "pyproject.toml")
    assert "evaluation-incomplete" not in rules_found(eoi, submission)
    configure('ignore = ["support-not-dated"]')
    assert "evaluation-incomplete" in rules_found(eoi, submission)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('\nignor = ["x"]', ["eoi.toml:2: there is no key 'ignor'; did you mean ignore?"]),
        (
            'ignore = [\n  "long-sentence",\n  3,\n]',
            ["eoi.toml:1: ignore takes words in quotes, and not 3"],
        ),
        (
            "# ours\nfail-on = 'warnin'",
            ["eoi.toml:2: fail-on takes one of error, warning, suggestion, and not 'warnin'; did you mean w"],
        ),
        ("a = 1\nb = 2", ["eoi.toml:1: there is no key 'a'", "eoi.toml:2: there is no key 'b'"]),
        ("ignore = [\n", ["eoi.toml:1: this is not TOML"]),
    ],
    ids=["misspelt key", "number in a list", "misspelt severity", "two at once", "no TOML"],
)
def test_every_mistake_in_a_configuration_is_told_at_its_line(
    eoi: Call, submission: Path, text: str, lines: list[str]
) -> None:
    configure(text)
    done = eoi("check", submission)
    assert (done.code, done.out) == (2, "")
    told = [line.removeprefix("eoi: ") for line in done.err.splitlines()]
    assert len(told) == len(lines)
    assert all(said.startswith(line) for said, line in zip(told, lines, strict=True)), told
