"""`eoi.toml`: what a call obeys where it says nothing itself, and what is wrong in one."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from eoi.configuration.model import KEYS
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
        ('\nrules = "none"', ["eoi.toml:2: rules names none, which is not there"]),
        (
            'rounds = ["a",\n"b"]',
            [
                "eoi.toml:1: rounds names a, which is not there",
                "eoi.toml:2: rounds names b, which is not there",
            ],
        ),
        (
            'documents = ["checklst"]',
            ["eoi.toml:1: documents has 'checklst', which is none that eoi knows; did you mean checklist?"],
        ),
    ],
    ids=[
        "misspelt key",
        "number in a list",
        "misspelt severity",
        "two at once",
        "no TOML",
        "no rules",
        "no rounds",
        "no paper",
    ],
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


@pytest.mark.parametrize(("key", "file"), [("letterhead", "ours.docx"), ("templates", "ours")])
def test_a_file_that_only_a_build_needs_is_missed_there_and_not_in_a_check(
    eoi: Call, submission: Path, key: str, file: str
) -> None:
    """Whoever checks in CI need not have the letterhead."""
    configure(f'\n{key} = "{file}"')
    assert eoi("check", submission).err == ""
    done = eoi("build", submission, "--format", "docx")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"eoi: eoi.toml:2: {key} names {file}, which is not there\n"


def test_a_folder_is_no_configuration(eoi: Call, submission: Path) -> None:
    Path("ours").mkdir()
    done = eoi("check", submission, "--config", "ours")
    assert done.code == 2
    assert done.err == "eoi: ours is a folder; --config takes the file in it, such as ours/eoi.toml\n"


def test_a_severity_of_a_rule_weighs_more_than_that_of_its_family(eoi: Call, submission: Path) -> None:
    configure('severity = { engagement = "warning", support-not-dated = "error" }\n')
    report = json.loads(eoi("check", submission, "--format", "json", "--select", "engagement").out)
    weights = {one["rule"]: one["severity"] for one in report["files"][0]["findings"]}
    assert weights["support-not-dated"] == "error"
    assert {weight for rule, weight in weights.items() if rule != "support-not-dated"} <= {"warning"}


def test_a_weight_of_the_configuration_is_shown_as_the_organisations_own(eoi: Call, submission: Path) -> None:
    configure('severity = { support-not-dated = "error", submitted-late = "warning" }\n')
    chosen = ("--select", "support-not-dated")
    own = "(Raised from suggestion by your own configuration.)"
    for format_ in ("full", "concise", "github", "markdown", "junit"):
        assert own in " ".join(eoi("check", submission, *chosen, "--format", format_).out.split()), format_
    (finding,) = json.loads(eoi("check", submission, *chosen, "--format", "json").out)["files"][0]["findings"]
    assert (finding["severity"], finding["usual_severity"]) == ("error", "advice")
    (run,) = json.loads(eoi("check", submission, *chosen, "--format", "sarif").out)["runs"]
    assert own[1:-1] in run["results"][0]["message"]["text"]
    assert "By your own configuration: error." in eoi("explain", "support-not-dated").out
    assert "support-not-dated (suggestion; by your own configuration error)" in eoi("rules").out
    assert "your own configuration" not in eoi("explain", "support-not-dated", "--no-config").out


def test_a_lowered_weight_fails_no_more_and_says_so(eoi: Call, submission: Path) -> None:
    configure('severity = { completeness = "suggestion", consistency = "suggestion" }\n')
    done = eoi("check", submission, "--select", "completeness", "--format", "concise")
    assert done.code == 0
    assert "Lowered from error by your own configuration." in done.out


def test_rules_are_ignored_in_the_files_of_a_pattern_and_in_no_others(eoi: Call, submission: Path) -> None:
    configure('per-file = { "archive/" = ["support-not-dated"], "*.yml" = ["support-not-dated"] }\n')
    for name, found in (("archive/old/a.yaml", False), ("a.yml", False), ("b.yaml", True)):
        copy = configure(submission.read_text(encoding="utf-8"), name)
        assert ("support-not-dated" in rules_found(eoi, copy)) is found, name


def test_excluded_files_are_left_out_of_folders_and_checked_where_they_are_named(
    eoi: Call, submission: Path
) -> None:
    configure('exclude = ["archive/", "*.draft.yaml"]\n')
    for name in ("s/archive/a.yaml", "s/b.draft.yaml", "s/c.yaml"):
        configure(submission.read_text(encoding="utf-8"), name)
    assert eoi("check", "s", "--list-files").out.split() == [str(Path("s/c.yaml"))]
    assert eoi("check", "s", "--list-files", "--no-config").out.count("\n") == 3
    named = ("check", "s/b.draft.yaml", "s/archive/a.yaml", "--list-files")
    assert len(eoi(*named).out.split()) == 2
    assert eoi(*named, "--force-exclude")[:2] == (0, "")
    assert eoi(*named[:-1], "--force-exclude").code == 0


def test_build_obeys_the_folder_the_formats_the_documents_and_the_voice(eoi: Call, submission: Path) -> None:
    configure(
        'output = "papers"\nformats = ["md"]\ndocuments = ["expression-of-interest"]\nvoice = "the CCG"\n',
        "house.toml",
    )
    assert eoi("build", submission, "--config", "house.toml").code == 0
    (document,) = Path("papers").iterdir()
    assert document.suffix == ".md"
    ours = document.read_text(encoding="utf-8")
    assert eoi("build", submission, "-o", "other", "--format", "md").code == 0
    usual = (Path("other") / document.name).read_text(encoding="utf-8")
    assert len(list(Path("other").iterdir())) == 2
    assert " we " in usual.lower()
    assert ours != usual


def test_paths_of_a_configuration_are_meant_from_its_own_folder(
    eoi: Call, submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure('output = "papers"\nformats = ["md"]\n')
    Path("below").mkdir()
    monkeypatch.chdir("below")
    assert eoi("build", f"../{LONG}").code == 0
    assert len(list(Path("../papers").iterdir())) == 2
    assert not Path("papers").exists()
    assert submission.name == LONG


def test_what_a_configuration_names_and_there_is_not_is_told_at_its_line(eoi: Call, submission: Path) -> None:
    configure(
        "# ours\n"
        'ignore = ["long-sentense"]\n'
        'formats = ["docs"]\n'
        "round = 'November 2019'\n"
        "[severity]\n"
        'governence = "error"\n'
    )
    done = eoi("check", submission)
    assert done.code == 2
    told = sorted(line.removeprefix("eoi: ") for line in done.err.splitlines())
    assert [line.partition(": ")[0] for line in told] == [f"eoi.toml:{number}" for number in (2, 3, 4, 6)]
    assert "did you mean long-sentence?" in told[0]
    assert "did you mean docx?" in told[1]
    assert "did you mean governance?" in told[3]


@pytest.mark.parametrize("name", sorted(KEYS))
def test_every_key_refuses_a_value_of_another_kind_and_takes_its_example(
    eoi: Call, submission: Path, name: str
) -> None:
    configure(f"{name} = 3\n")
    refused = eoi("check", submission)
    assert refused.code == 2
    assert f"eoi.toml:1: {name} takes " in refused.err
    configure(f"{name} = {KEYS[name].example}\n")
    if name not in ("rounds", "rules"):  # what they name is looked for at once
        assert eoi("check", submission).code in (0, 1)
    assert len(KEYS) >= 16


def test_config_shows_each_value_with_its_line_and_its_output_is_a_configuration(
    eoi: Call, submission: Path
) -> None:
    text = 'ignore = ["long-sentence"]\n\n[severity]\nsubmitted-late = "warning"\n'
    configure(text)
    shown = eoi("config").out
    assert tomllib.loads(shown).items() >= tomllib.loads(text).items()
    assert "# eoi.toml:1\n" in shown
    assert "# eoi.toml:3\n" in shown
    assert "gitignore = true" in shown
    configure(shown)
    again = json.loads(eoi("config", "--format", "json").out)
    assert {one["key"] for one in again} == set(KEYS)
    assert eoi("check", submission).code in (0, 1)
    assert "No configuration file is in force." in eoi("config", "--no-config").out


def test_a_named_configuration_has_to_be_there_and_none_and_one_cannot_both_be_meant(
    eoi: Call, submission: Path
) -> None:
    configure("", "eoi.toml")
    assert "did you mean eoi.toml?" in eoi("check", submission, "--config", "eoi.tml").err
    assert eoi("check", submission, "--config", "eoi.toml", "--no-config").code == 2


@pytest.mark.skipif("os.name != 'posix'", reason="only there can a folder be open to anybody")
def test_a_configuration_that_anybody_could_have_put_there_is_refused_until_it_is_named(
    eoi: Call, submission: Path
) -> None:
    Path("open").mkdir()
    Path("open").chmod(0o1777)
    configure("ignore = []", "open/eoi.toml")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir("open")
        refused = eoi("check", f"../{submission}")
        assert refused.code == 2
        assert "anybody can write to" in refused.err
        assert eoi("check", f"../{submission}", "--config", "eoi.toml").code == 1


def test_the_search_ends_at_the_root_of_a_repository(
    eoi: Call, submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure('ignore = ["support-not-dated"]')
    Path("repository/.git").mkdir(parents=True)
    monkeypatch.chdir("repository")
    assert "support-not-dated" in rules_found(eoi, f"../{submission}")


def test_a_build_names_the_files_as_they_are_given(eoi: Call) -> None:
    file = configure("round: 2014\nform: joint\nbudgt: 3\n", "deep/below/a.yaml")
    done = eoi("build", file)
    assert done.out.startswith(f"{file}:")
    assert done.out.count(f"{file}:") == eoi("check", file, "--format", "concise").out.count(f"{file}:") - 1
