"""`eoi check`: which files, which report, which exit code; the findings themselves are the rules' tests."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from eoi.cli.terminal import wants_colour
from eoi.rules import load_catalogue
from tests.cli.calls import Call
from tests.samples import EXAMPLES, ROOT, checklist, checklist_document, interest, skeleton, words_of
from tests.thorough import some_of

COMPLETE = (ROOT / "tests" / "golden" / "documents" / "complete.yaml").read_text(encoding="utf-8")
BANES = (ROOT / "examples" / "bath-and-north-east-somerset.yaml").read_text(encoding="utf-8")
LATE = skeleton(more="submitted: 2014-06-23\n")
HOSTILE = skeleton(
    more='support:\n  - body: "::error::x%0A::set-env name=A::b"\n'
    "scope:\n  functions:\n    - function: '##[error]x [red]<b>|`y`'\n"
)
FORMATS = ("full", "concise", "json", "github", "sarif", "junit", "markdown")
WORKFLOW_COMMAND = re.compile(r"^\s*(?:::|##)", re.MULTILINE)


@pytest.fixture(autouse=True)
def outside_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests themselves may run under GitHub Actions, and say what they want of it."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def written(name: str, text: str | bytes) -> Path:
    """Relative to the empty folder in which each call is made."""
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def without_time(report: str) -> str:
    return re.sub(r" in \d+\.\d\d s$", "", report, flags=re.MULTILINE)


def files_named(report: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"^(\S+?):\d+:\d+: ", report, re.MULTILINE)))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (LATE, {"error": 1, "warning": 1, "advice": 1}),
        (BANES, {"error": 0, "warning": 1, "advice": 1}),
        (COMPLETE, {"error": 0}),
    ],
    ids=["errors", "warnings", "the complete one"],
)
def test_the_exit_code_says_whether_anything_weighs_as_much_as_asked(
    eoi: Call, text: str, codes: dict[str, int]
) -> None:
    file = written("ccg.yaml", text)
    assert {weight: eoi("check", file, "--fail-on", weight).code for weight in codes} == codes
    assert eoi("check", file).code == codes["error"]


def test_advice_fails_only_where_advice_is_asked_to(eoi: Call) -> None:
    (rule,) = (rule for rule in load_catalogue() if rule.name == "answer-missing")
    file = written("ccg.yaml", rule.passes)
    report = json.loads(eoi("check", file, "--format", "json").out)
    assert {finding["severity"] for finding in report["files"][0]["findings"]} == {"advice"}
    codes = [eoi("check", file, "--fail-on", weight).code for weight in ("error", "warning", "advice")]
    assert codes == [0, 0, 1]


def test_a_folder_means_its_yaml_files_at_any_depth_in_one_order(eoi: Call) -> None:
    for name in ("in/b.yaml", "in/a.yml", "in/c/d.yaml", "in/.git/e.yaml", "in/.hidden.yaml", "in/f.txt"):
        written(name, LATE)
    _, out, err = eoi("check", "in", "--format", "concise")
    assert files_named(out) == ["in/a.yml", "in/b.yaml", "in/c/d.yaml"]
    assert err == ""


def test_a_file_named_twice_and_in_its_folder_is_checked_once(eoi: Call) -> None:
    file, other = written("in/b.yaml", LATE), written("in/a.yaml", LATE)
    _, out, _ = eoi("check", file, "in", file, "--format", "json")
    assert [entry["path"] for entry in json.loads(out)["files"]] == [str(file), str(other)]


def test_a_file_that_is_named_is_checked_whatever_its_name(eoi: Call) -> None:
    code, out, _ = eoi("check", written(".draft", LATE), "--format", "concise")
    assert (code, files_named(out)) == (1, [".draft"])


@pytest.mark.parametrize("holds", [None, ".git/x.yaml", "notes.txt"])
def test_a_folder_without_a_submission_is_no_green_run(eoi: Call, holds: str | None) -> None:
    Path("empty").mkdir()
    if holds:
        written(f"empty/{holds}", LATE)
    written("full/ccg.yaml", COMPLETE)
    assert eoi("check", "full", "empty") == (
        2,
        "",
        "eoi: there is no YAML file in empty, so nothing was checked\n",
    )


def test_a_folder_that_cannot_be_listed_is_exit_2(eoi: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(folder: Path) -> Iterator[os.DirEntry[str]]:
        if str(folder) == "in":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(folder)

    written("in/ccg.yaml", LATE)
    monkeypatch.setattr(os, "scandir", refuse)
    assert eoi("check", "in") == (2, "", "eoi: in cannot be read: permission denied\n")


def test_no_file_at_all_is_refused(eoi: Call) -> None:
    code, out, err = eoi("check")
    assert (code, out) == (2, "")
    assert "FILE" in err


def test_a_file_that_is_not_there_stops_everything_and_the_nearest_name_is_shown(eoi: Call) -> None:
    written("in/somewhere.yaml", LATE)
    code, out, err = eoi("check", "in/somewhere.yaml", "in/somwhere.yaml")
    assert (code, out) == (2, "")
    assert err == "eoi: there is no file in/somwhere.yaml; did you mean in/somewhere.yaml?\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--format", "githib"), ("there is no format 'githib'", "did you mean github?")),
        (
            ("--round", "November 2019"),
            ("there is no round 'November 2019'", "did you mean 2020? (known: 2014, 2015, 2016"),
        ),
        (("--form", "jiont"), ("there is no form 'jiont'", "did you mean joint?")),
        (("--fail-on", "errors"), ("there is no severity 'errors'", "did you mean error?")),
        (("--color", "alwys"), ("'alwys'", "did you mean always?")),
        (("--output-file", "report.pdf"), (".json, .md, .sarif, .txt, .xml",)),
        (("--output-file", "report"), (".json, .md, .sarif, .txt, .xml",)),
        (("--jobs", "-1"), ("-1",)),
    ],
    ids=lambda value: " ".join(value) if value[0].startswith("--") else "",
)
def test_an_option_with_a_value_that_is_none_is_refused_before_anything_is_read(
    eoi: Call, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    code, out, err = eoi("check", "not-there.yaml", *options)
    assert (code, out) == (2, "")
    assert [word for word in words if word not in err] == []
    assert "not-there" not in err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_the_report_is_all_there_is_on_standard_output(eoi: Call, format_: str) -> None:
    code, out, err = eoi("check", written("ccg.yaml", LATE), "--format", format_)
    assert (code, err) == (1, "")
    assert "20 June 2014" in out
    assert out.endswith("\n")
    assert not out.endswith("\n\n")


@pytest.mark.parametrize(
    ("ending", "format_"),
    [(".json", "json"), (".md", "markdown"), (".sarif", "sarif"), (".txt", "full"), (".xml", "junit")],
)
def test_a_second_report_is_written_beside_the_one_that_is_shown(
    eoi: Call, ending: str, format_: str
) -> None:
    file = written("ccg.yaml", LATE)
    code, out, err = eoi("check", file, "--format", "concise", "--output-file", f"new/report{ending}")
    assert (code, err) == (1, "")
    assert out.startswith("ccg.yaml:")
    second = Path(f"new/report{ending}").read_text(encoding="utf-8")
    assert without_time(second).rstrip("\n") == without_time(
        eoi("check", file, "--format", format_).out
    ).rstrip("\n")


def test_a_second_report_that_cannot_be_written_is_exit_2(eoi: Call) -> None:
    written("taken", "a file")
    code, _, err = eoi("check", written("ccg.yaml", COMPLETE), "--output-file", "taken/report.json")
    assert code == 2
    assert "taken/report.json cannot be written" in err


def test_another_round_and_form_show_what_the_same_ccg_would_still_need(eoi: Call) -> None:
    file = written("ccg.yaml", BANES)
    asked = json.loads(eoi("check", file, "--round", "2015", "--form", "Delegated", "--format", "json").out)
    own = json.loads(eoi("check", file, "--format", "json").out)
    added = {f["path"] for f in asked["files"][0]["findings"]} - {
        f["path"] for f in own["files"][0]["findings"]
    }
    assert "arrangement.budget.lines" in added


def test_a_round_that_does_not_ask_for_the_form_says_so_at_the_form(eoi: Call) -> None:
    code, out, _ = eoi("check", written("ccg.yaml", LATE), "--round", "2017", "--format", "concise")
    assert code == 1
    assert "ccg.yaml:2:7: error: Round 2017 asks for no submission of the form 'joint'." in out


@pytest.mark.parametrize(("value", "is_github"), [("true", True), ("false", False), ("", False)])
def test_github_actions_gets_annotations_without_being_asked(
    eoi: Call, monkeypatch: pytest.MonkeyPatch, value: str, is_github: bool
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    _, out, _ = eoi("check", written("ccg.yaml", LATE))
    assert ("::error file=ccg.yaml,line=5,col=12," in out) is is_github


def test_a_format_asked_for_is_given_under_github_actions_too(
    eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    _, out, _ = eoi("check", written("ccg.yaml", LATE), "--format", "concise")
    assert "ccg.yaml:5:12: error: " in out
    assert not Path("summary.md").exists()


def test_the_step_summary_gets_the_whole_report_after_what_it_holds(
    eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(written("summary.md", "An earlier step.\n")))
    _, out, _ = eoi("check", written("ccg.yaml", BANES))
    summary = Path("summary.md").read_text(encoding="utf-8")
    assert summary.startswith("An earlier step.\n")
    assert len(re.findall("^::", out, re.MULTILINE)) == 20
    rows = json.loads(eoi("check", "ccg.yaml", "--format", "json").out)["files"][0]["findings"]
    assert len(rows) > 20
    assert [row["rule"] for row in rows if row["rule"] not in summary] == []


def test_a_step_summary_that_cannot_be_written_spoils_nothing_else(
    eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "not/there.md")
    code, out, err = eoi("check", written("ccg.yaml", LATE))
    assert code == 1
    assert out.startswith("::error ")
    assert err.startswith("eoi: the step summary was not written: ")


@pytest.mark.parametrize(
    ("setting", "variable", "coloured"),
    [("auto", "", False), ("always", "", True), ("always", "1", True), ("never", "", False)],
)
def test_colour_is_as_asked_and_never_in_a_pipe_by_itself(
    eoi: Call, monkeypatch: pytest.MonkeyPatch, setting: str, variable: str, coloured: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", variable)
    _, out, _ = eoi("check", written("ccg.yaml", LATE), "--color", setting)
    assert ("\x1b[" in out) is coloured


@pytest.mark.parametrize(("variable", "coloured"), [("", True), ("1", False)])
def test_a_terminal_is_coloured_unless_its_owner_said_no_color(
    monkeypatch: pytest.MonkeyPatch, variable: str, coloured: bool
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", variable)
    assert wants_colour("auto") is coloured
    assert not wants_colour("never")


@pytest.mark.slow
@pytest.mark.parametrize("format_", some_of(FORMATS, 3))
def test_several_processes_give_the_report_of_one(eoi: Call, tmp_path: Path, format_: str) -> None:
    for number in range(3):
        shutil.copy(EXAMPLES[number], tmp_path / f"{number}.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"round: caf\xe9\n")
    one, two = (eoi("check", ".", "--format", format_, "--jobs", jobs) for jobs in ("1", "2"))
    assert (one.code, one.err) == (1, "")
    assert without_time(two.out) == without_time(one.out)
    assert two[::2] == one[::2]


def test_a_file_that_cannot_be_read_hides_no_other(eoi: Call) -> None:
    written("in/a.yaml", LATE)
    written("in/b.yaml", b"round: caf\xe9\n")
    written("in/c.yaml", "round: [2014\n")
    written("in/d.yaml", "")
    written("in/e.yaml", LATE)
    code, out, err = eoi("check", "in", "--format", "concise")
    assert (code, err) == (1, "")
    assert files_named(out) == [f"in/{name}.yaml" for name in "abcde"]
    rules = set(re.findall(r"\[([a-z0-9-]+)\]$", out, re.MULTILINE))
    assert {"not-utf-8", "yaml-syntax", "empty-file", "submitted-late"} <= rules
    assert "5 files: " in out


@pytest.mark.parametrize("format_", [*FORMATS, "actions"])
def test_what_a_file_says_cannot_act_on_the_terminal_or_the_runner(
    eoi: Call, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    written("ccg.yaml", HOSTILE)
    written("d.yaml", 'round: "\x1b[31m::error::x"\nform: "\u202e##[error]x"\n')
    options = () if format_ == "actions" else ("--format", format_)
    _, out, err = eoi("check", "ccg.yaml", "d.yaml", *options)
    assert [c for c in out + err if (ord(c) < 32 and c != "\n") or c in "\x7f\x9b\u202e\u2028"] == []
    if format_ not in ("github", "actions", "markdown"):
        assert WORKFLOW_COMMAND.findall(out) == []
    elif format_ != "markdown":
        heads = set(re.findall(r"^::(.*?) file=", out, re.MULTILINE))
        assert heads <= {"error", "warning", "notice"}
        assert len(re.findall(r"^\s*::", out, re.MULTILINE)) == len(
            re.findall(r"^::\w+ file=", out, re.MULTILINE)
        )


def test_the_name_of_a_file_cannot_act_either(eoi: Call) -> None:
    written("::error::x\x1b[31m.yaml", LATE)
    _, out, _ = eoi("check", "::error::x\x1b[31m.yaml", "--format", "concise")
    assert "\x1b" not in out
    assert WORKFLOW_COMMAND.findall(out) == []


def test_a_junit_report_is_xml_whatever_the_file_says(eoi: Call) -> None:
    _, out, _ = eoi("check", written("ccg.yaml", HOSTILE), "--format", "junit")
    assert ElementTree.fromstring(out.encode()).tag == "testsuites"


@pytest.mark.parametrize("form", ["influence", "joint", "delegated"])
def test_a_gap_is_named_in_the_words_of_the_document_and_the_checklist(eoi: Call, form: str) -> None:
    source = skeleton(form)
    gaps = checklist(source).open_gaps
    _, out, _ = eoi("check", written("ccg.yaml", source), "--format", "json")
    findings = json.loads(out)["files"][0]["findings"]
    found = {place["path"]: one["message"] for one in findings for place in one["places"]}
    document, listed = words_of(interest(source)), words_of(checklist_document(source)).lower()
    assert len(gaps) > 40
    for gap in gaps:
        assert found[gap.spot.path].startswith(f"{gap.word}: ")
        assert gap.requirement.asks in found[gap.spot.path]
        assert (f": {gap.asks}" in document) == gap.is_to_complete
        assert gap.asks.lower() in listed


def test_a_suggestion_may_be_called_so_and_advice_stays_understood(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "ccg.yaml").write_text(skeleton("influence"), encoding="utf-8")
    for name in ("suggestion", "advice"):
        assert eoi("check", "ccg.yaml", "--fail-on", name).code == 1
    assert "suggestion)" in eoi("check", "ccg.yaml", "--fail-on", "sugestion").err


def first_lines(report: str) -> list[int]:
    return [int(line) for line in re.findall(r"^ccg\.yaml:(\d+):\d+: ", report, re.MULTILINE)]


def test_the_worst_comes_first_unless_the_order_of_the_file_is_asked_for(eoi: Call) -> None:
    file = written("ccg.yaml", BANES)
    by_weight, by_line = (first_lines(eoi("check", file, *order).out) for order in ((), ("--order", "file")))
    assert by_line == sorted(by_line) != by_weight
    assert sorted(by_weight) == by_line
    one_each = eoi("check", file, "--format", "concise", "--order", "weight").out
    assert first_lines(one_each) == by_weight


def test_an_order_that_there_is_not_is_exit_2(eoi: Call) -> None:
    code, _, err = eoi("check", written("ccg.yaml", BANES), "--order", "length")
    assert code == 2
    assert "weight" in err
    assert "file" in err
