"""`eoi diff`: files, folders and revisions of git; every format; what it exits with."""

from __future__ import annotations

import json
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eoi.changes.reports import list_diff_formats
from eoi.cli import versions
from eoi.pipeline import examine
from tests.cli.calls import Call
from tests.samples import EXAMPLES, example, skeleton

OLD = skeleton(more="summary: We ask for more.\nresources: {total: £40k}\n")
NEW = OLD.replace("£40k", "£50k").replace("for more", "for much more")


def write_versions(folder: Path, old: str = OLD, new: str = NEW) -> tuple[str, str]:
    (folder / "old.yaml").write_text(old, encoding="utf-8")
    (folder / "new.yaml").write_text(new, encoding="utf-8")
    return "old.yaml", "new.yaml"


def test_a_person_reads_levels_sentences_and_lines(tmp_path: Path, eoi: Call) -> None:
    outcome = eoi("diff", *write_versions(tmp_path))
    assert outcome.code == 0
    assert "old.yaml → new.yaml: 1 major change and 1 change of wording" in outcome.out
    assert "major: Total: £40k → £50k (+25.0%) (line 6)" in outcome.out
    assert "wording: Summary: We ask for {+much+} more. (line 5)" in outcome.out
    assert outcome.err == ""


@pytest.mark.parametrize(("level", "code"), [("major", 1), ("minor", 1), ("wording", 1)])
def test_it_fails_from_the_level_that_is_asked_for(tmp_path: Path, eoi: Call, level: str, code: int) -> None:
    assert eoi("diff", *write_versions(tmp_path), "--fail-on", level).code == code


def test_a_change_below_that_level_does_not_fail(tmp_path: Path, eoi: Call) -> None:
    versions = write_versions(tmp_path, new=OLD.replace("for more", "for much more"))
    assert eoi("diff", *versions, "--fail-on", "major").code == 0
    assert eoi("diff", *versions, "--fail-on", "wording").code == 1


def test_nothing_changed_is_said_in_so_many_words(tmp_path: Path, eoi: Call) -> None:
    outcome = eoi("diff", *write_versions(tmp_path, new=OLD), "--fail-on", "wording")
    assert outcome.code == 0
    assert "Nothing changed." in outcome.out


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.found.append(tag)


def test_every_format_tells_the_same_changes(tmp_path: Path, eoi: Call) -> None:
    formats = list_diff_formats()
    told = {name: eoi("diff", *write_versions(tmp_path), "--format", name) for name in formats}
    assert set(told) == {"text", "json", "markdown", "html", "github"}
    assert all(outcome.code == 0 and outcome.out.endswith("\n") for outcome in told.values())
    assert all("£50k" in outcome.out and "much" in outcome.out for outcome in told.values())
    (difference,) = json.loads(told["json"].out)["differences"]
    assert difference["counts"] == {"major": 1, "minor": 0, "wording": 1}
    assert [change["now"]["line"] for change in difference["changes"]] == [5, 6]
    tags = Tags()
    tags.feed(told["html"].out)
    assert {"del", "ins", "h1", "main"} <= set(tags.found)
    assert "**much**" in told["markdown"].out
    assert told["github"].out.count("::warning file=new.yaml,line=6") == 1


@pytest.mark.parametrize("name", list_diff_formats())
def test_what_strangers_wrote_acts_on_nothing(tmp_path: Path, eoi: Call, name: str) -> None:
    trap = "<script>alert(1)</script> ::error::stop \\e[31m |"
    outcome = eoi(
        "diff", *write_versions(tmp_path, new=NEW.replace("We ask", f"We {trap} ask")), "--format", name
    )
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert not any(line.startswith("::error") for line in outcome.out.splitlines())
    if name == "html":
        assert "<script>" not in outcome.out


def git(*words: str) -> None:
    call = ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", *words]
    subprocess.run(call, check=True, capture_output=True)


def test_a_folder_is_compared_with_a_revision_as_far_as_it_has_changed(tmp_path: Path, eoi: Call) -> None:
    folder = tmp_path / "round" / "submissions"
    (folder / "north").mkdir(parents=True)
    for name in ("same.yaml", "north/changed.yaml", "gone.yaml"):
        (folder / name).write_text(OLD, encoding="utf-8")
    git("init")
    git("add", ".")
    git("commit", "-m", "First")
    assert eoi("diff", "--since", "HEAD", "round") == (
        0,
        "",
        "eoi: nothing has changed in round since HEAD\n",
    )
    (folder / "north" / "changed.yaml").write_text(NEW, encoding="utf-8")
    (folder / "gone.yaml").rename(folder / "new.yaml")
    done = eoi("diff", "--since", "HEAD", "round/submissions", "--format", "markdown", "--fail-on", "major")
    assert done.code == 1
    assert done.out.count("## ") - done.out.count("### ") == 1
    assert done.out.startswith("## round/submissions/north/changed.yaml at HEAD → ")
    assert done.err.splitlines() == [
        "eoi: round/submissions/new.yaml is new since HEAD",
        "eoi: round/submissions/gone.yaml is gone since HEAD",
    ]


def test_several_files_are_compared_with_a_revision(tmp_path: Path, eoi: Call) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(OLD, encoding="utf-8")
    git("init")
    git("add", ".")
    git("commit", "-m", "First")
    (tmp_path / "b.yaml").write_text(NEW, encoding="utf-8")
    told = " ".join(eoi("diff", "--since", "HEAD", "a.yaml", "b.yaml").out.split())
    assert "a.yaml at HEAD → a.yaml: Nothing changed." in told
    assert "b.yaml at HEAD → b.yaml: 1 major change" in told


def test_a_revision_of_git_is_the_old_version(tmp_path: Path, eoi: Call) -> None:
    (tmp_path / "ccg.yaml").write_text(OLD, encoding="utf-8")
    git("init")
    git("add", "ccg.yaml")
    git("commit", "-m", "First")
    (tmp_path / "ccg.yaml").write_text(NEW, encoding="utf-8")
    assert "ccg.yaml at HEAD → ccg.yaml: 1 major change" in eoi("diff", "--since", "HEAD", "ccg.yaml").out
    outcome = eoi("diff", "--since", "v9", "ccg.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "git has no ccg.yaml at v9" in outcome.err


def test_folders_are_paired_by_their_applicants_whatever_the_files_are_called(
    tmp_path: Path, eoi: Call
) -> None:
    for folder in ("june", "july"):
        (tmp_path / folder).mkdir()
    for path in EXAMPLES:
        shutil.copy(path, tmp_path / "june" / path.name)
        shutil.copy(path, tmp_path / "july" / f"round-2-{path.name}")
    changed = tmp_path / "july" / "round-2-southampton.yaml"
    changed.write_bytes(example("southampton").replace(b"form: delegated", b"form: joint"))
    (tmp_path / "july" / "other.yaml").write_text(skeleton(), encoding="utf-8")
    outcome = eoi("diff", "june", "july", "--fail-on", "major")
    assert outcome.code == 1
    assert " ".join(outcome.out.split()).count("Nothing changed.") == len(EXAMPLES) - 1
    assert "major: Form: delegated → joint" in outcome.out
    assert "other.yaml has no counterpart in june" in outcome.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("old.yaml",), "needs two files or two folders"),
        (("old.yaml", "."), "not a file with a folder"),
        (("old.yaml", "absent.yaml"), "absent.yaml"),
        (("old.yaml", "old.yaml", "new.yaml"), "needs two files or two folders"),
        (("--since", "-x", "old.yaml"), "needs a revision"),
        (("old.yaml", "new.yaml", "--format", "pdf"), "format"),
        (("old.yaml", "new.yaml", "--fail-on", "grave"), "level"),
    ],
)
def test_a_call_that_cannot_run_says_why(
    tmp_path: Path, eoi: Call, words: tuple[str, ...], message: str
) -> None:
    write_versions(tmp_path)
    outcome = eoi("diff", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_a_version_that_cannot_be_read_is_named_with_its_line(tmp_path: Path, eoi: Call) -> None:
    outcome = eoi("diff", *write_versions(tmp_path, new=OLD.replace("form: joint", "form: both")))
    assert outcome.code == 1
    assert "new.yaml cannot be read (line 2)" in outcome.err


def test_each_file_of_two_folders_is_examined_once(
    tmp_path: Path, eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("june", "july"):
        (tmp_path / folder).mkdir()
        for path in EXAMPLES:
            shutil.copy(path, tmp_path / folder / path.name)
    seen: list[str] = []

    def examine_and_count(raw: bytes, name: str) -> object:
        seen.append(name)
        return examine(raw, name)

    monkeypatch.setattr(versions, "examine", examine_and_count)
    assert eoi("diff", "june", "july").code == 0
    assert sorted(seen) == sorted(f"{folder}/{path.name}" for folder in ("june", "july") for path in EXAMPLES)


def test_a_report_that_people_keep_names_what_only_one_folder_has(eoi: Call, tmp_path: Path) -> None:
    for folder, names in (("may", "ab"), ("june", "a")):
        (tmp_path / folder).mkdir()
        for name in names:
            text = skeleton().replace("Somewhere", f"Place {name}")
            (tmp_path / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    for format_ in ("html", "markdown"):
        assert "may/b.yaml has no counterpart in june." in eoi("diff", "may", "june", "--format", format_).out
