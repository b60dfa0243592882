"""The controls of `eoi check`: which rules, which files, and how much of the report."""

from __future__ import annotations

import io
import json
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from eoi.cli import check as command
from tests.cli.calls import Call, process
from tests.faults.builds import started
from tests.samples import skeleton

LATE = skeleton(more="submitted: 2014-06-23\n")


@pytest.fixture
def submission(eoi: Call) -> Path:  # noqa: ARG001  the call moves to an empty folder first
    return write("a.yaml", LATE)


def write(name: str, text: str) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def findings(report: str) -> list[dict[str, object]]:
    return [finding for file in json.loads(report)["files"] for finding in file["findings"]]


def rules(eoi: Call, *arguments: object) -> set[object]:
    return {one["rule"] for one in findings(eoi("check", *arguments, "--format", "json").out)}


def test_select_looks_only_at_what_it_names_be_it_a_rule_or_a_family(eoi: Call, submission: Path) -> None:
    assert rules(eoi, submission, "--select", "submitted-late") == {"submitted-late"}
    assert rules(eoi, submission, "--select", "timescales,governance") >= {"submitted-late"}
    assert "answer-missing" not in rules(eoi, submission, "--select", "timescales", "--select", "governance")


def test_ignore_leaves_out_what_it_names_and_the_name_of_a_rule_weighs_more_than_its_family(
    eoi: Call, submission: Path
) -> None:
    assert "submitted-late" not in rules(eoi, submission, "--ignore", "timescales")
    assert "submitted-late" in rules(eoi, submission, "--select", "submitted-late", "--ignore", "timescales")


def test_a_rule_that_there_is_not_is_refused_with_the_nearest(eoi: Call, submission: Path) -> None:
    for option in ("--select", "--ignore"):
        refused = eoi("check", submission, option, "submited-late")
        assert (refused.code, refused.out) == (2, "")
        assert "there is no rule or family 'submited-late'; did you mean submitted-late?" in refused.err


def test_what_cannot_be_read_is_told_whatever_is_selected(eoi: Call) -> None:
    file = write("b.yaml", skeleton(more="budgt: 3\n"))
    assert "unknown-field" in rules(eoi, file, "--select", "governance")
    for name in ("unknown-field", "reading"):
        refused = eoi("check", file, "--ignore", name)
        assert (refused.code, refused.out) == (2, "")
        assert "is always reported" in refused.err


def test_a_comment_of_no_use_can_be_ignored_like_a_rule(eoi: Call) -> None:
    file = write("b.yaml", skeleton(more="# eoi: ignore[submitted-late] agreed\n"))
    assert "idle-ignore" in rules(eoi, file)
    assert "idle-ignore" not in rules(eoi, file, "--ignore", "idle-ignore")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there, no signal can be sent to a process")
def test_ctrl_c_ends_watching_in_one_line(submission: Path) -> None:
    with started(Path.cwd(), "check", str(submission), "--watch", "--format", "concise") as watching:
        assert watching.stdout
        for line in watching.stdout:
            if line.startswith(b"Watching a.yaml"):
                break
        watching.send_signal(signal.SIGINT)
        try:
            _, told = watching.communicate(timeout=60)
        finally:
            watching.kill()
    assert (watching.returncode, told) == (130, b"eoi: stopped.\n")


@pytest.mark.slow
def test_a_check_without_a_configuration_imports_nothing_for_one(submission: Path) -> None:
    program = (
        "import sys; from eoi.cli.app import run_call; "
        f"run_call(['check', {str(submission)!r}]); print('modules', *sorted(sys.modules), sep='\\n')"
    )
    done = process("-c", program, cwd=Path.cwd())
    loaded = set(done.out.partition("modules\n")[2].split())
    assert "eoi.configuration" in loaded
    assert {name for name in loaded if name.startswith("eoi.configuration.")} == set()
    late = {
        "tomllib",
        "eoi.preferences",
        "eoi.organisation.rule_preferences",
        "eoi.baseline",
        "eoi.organisation.rounds_and_rules",
    }
    assert loaded.isdisjoint(late)


def test_min_severity_hides_and_counts_what_is_lighter_and_it_can_still_fail(
    eoi: Call, submission: Path
) -> None:
    shown = eoi("check", submission, "--min-severity", "error", "--format", "json")
    assert {one["severity"] for one in findings(shown.out)} == {"error"}
    text = eoi("check", submission, "--min-severity", "error", "--format", "concise").out
    assert f"besides {json.loads(shown.out)['summary']['lighter']} lighter ones" in text
    alone = ("--select", "answer-missing", "--min-severity", "error", "--fail-on", "suggestion")
    assert eoi("check", write("c.yaml", skeleton()), *alone).code == 1


def test_quiet_shows_findings_alone_and_exit_zero_ends_with_zero(eoi: Call, submission: Path) -> None:
    for format_ in ("full", "concise"):
        done = eoi("check", submission, "--quiet", "--exit-zero", "--format", format_)
        assert (done.code, done.err) == (0, "")
        assert "submitted-late" in done.out
        assert "1 file" not in done.out
        assert "First:" not in done.out
    assert eoi("check", submission, "--quiet", "--ignore", "completeness,timescales,governance").out == ""


def test_exit_zero_hides_no_file_that_cannot_be_checked(eoi: Call, submission: Path) -> None:
    assert eoi("check", submission, "not-there.yaml", "--exit-zero").code == 2


def test_statistics_count_by_rule_and_by_file(eoi: Call, submission: Path) -> None:
    done = eoi("check", submission, write("b.yaml", skeleton()), "--statistics")
    assert done.code == 1
    assert "  1  submitted-late (error)\n" in done.out
    assert "By file:\n" in done.out
    assert " a.yaml (" in done.out
    assert "choose" not in done.err
    assert eoi("check", submission, "--statistics", "--format", "json").code == 2


def test_a_submission_from_standard_input_has_the_name_that_the_call_gives_it(
    eoi: Call, submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(*arguments: object) -> str:
        raw = io.BytesIO(submission.read_bytes())
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, encoding="utf-8"))
        return eoi("check", *arguments, "--format", "concise", "--quiet").out

    assert check("-", "--stdin-filename", "a.yaml") == check(submission)
    assert check("-").startswith("-:")
    assert eoi("check", "-", submission).code == 2
    assert eoi("check", submission, "--stdin-filename", "b.yaml").code == 2


def test_a_closed_standard_input_is_told_and_is_no_empty_file(
    eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    closed = "eoi: there is no standard input, which - stands for: it is closed\n"
    assert eoi("check", "-") == (2, "", closed)


def test_several_reports_are_written_in_one_pass_each_in_its_own_form(eoi: Call, submission: Path) -> None:
    files = ("r.json", "r.sarif", "r.xml", "r.md")
    eoi("check", submission, *(f"--output-file={file}" for file in files))
    assert all("submitted-late" in Path(file).read_text(encoding="utf-8") for file in files)
    assert eoi("check", submission, "--output-file", "x.json", "--output-file", "x.json").code == 2


def test_list_files_lists_what_would_be_checked_and_checks_nothing(eoi: Call) -> None:
    write("s/b.yaml", "")
    write("s/a.yaml", LATE)
    done = eoi("check", "s", "--list-files")
    assert (done.code, [Path(line) for line in done.out.splitlines()]) == (
        0,
        [Path("s/a.yaml"), Path("s/b.yaml")],
    )


def test_what_git_ignores_is_left_out_of_folders_and_checked_where_it_is_named(eoi: Call) -> None:
    Path(".git").mkdir()
    write(".gitignore", "drafts/\n*.tmp.yaml\n!s/keep.tmp.yaml\n")
    write("s/.gitignore", "/old.yaml\n")
    for name in ("a.yaml", "old.yaml", "x.tmp.yaml", "keep.tmp.yaml", "drafts/b.yaml", "deep/old.yaml"):
        write(f"s/{name}", LATE)
    listed = eoi("check", "s", "--list-files").out.replace("\\", "/").split()
    assert listed == ["s/a.yaml", "s/deep/old.yaml", "s/keep.tmp.yaml"]
    assert eoi("check", "s/old.yaml", "--list-files").out.split() == [str(Path("s/old.yaml"))]
    refused = eoi("check", "s/drafts", "--list-files")
    assert refused.out.split() == [str(Path("s/drafts/b.yaml"))], "a folder that is named is never left out"
    write("s/drafts/.gitignore", "*\n")
    told = eoi("check", "s/drafts").err
    assert "no YAML file in s" in told
    assert "but what git or the configuration leaves out" in told


def test_findings_of_json_come_with_applicants_form_and_round(eoi: Call, submission: Path) -> None:
    for one in findings(eoi("check", submission, "--format", "json").out):
        assert (one["applicants"], one["form"], one["round"]) == (["NHS Somewhere CCG"], "joint", "2014")
    unreadable = write("b.yaml", skeleton(more="budgt: 3\n"))
    for one in findings(eoi("check", unreadable, "--format", "json").out):
        assert (one["applicants"], one["form"], one["round"]) == ([], None, None)


def test_watching_draws_the_report_again_when_the_file_changes_and_outlives_a_missing_file(
    submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "BETWEEN_LOOKS", 0.01)
    drawn: list[str] = []
    stop = threading.Event()

    def check() -> int:
        drawn.append(submission.read_text(encoding="utf-8"))
        if stop.is_set():
            raise KeyboardInterrupt
        return 0

    def edit() -> None:
        time.sleep(0.1)
        submission.rename("away")
        time.sleep(0.1)
        stop.set()
        submission.write_text("# changed\n", encoding="utf-8")

    thread = threading.Thread(target=edit)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        command.watch_file(submission, check)
    thread.join()
    assert drawn == [LATE, "# changed\n"]


def test_watching_takes_one_file_and_no_folder(eoi: Call, submission: Path) -> None:
    assert eoi("check", submission, "b.yaml", "--watch").code == 2
    assert "is a folder" in eoi("check", ".", "--watch").err
