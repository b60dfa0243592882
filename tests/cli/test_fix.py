"""`eoi check --fix`, `--suggested` and `--diff`: what is written, what is shown, and the exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from eoi.cannot_run import FileProblem
from eoi.files.overwriting import write_over
from tests.cli.calls import Call
from tests.samples import skeleton

MISSPELT = skeleton(more="sumary: We apply. # agreed\n")
FIXED = skeleton(more="summary: We apply. # agreed\n")


@pytest.fixture
def ccg() -> Path:
    file = Path("ccg.yaml")
    file.write_bytes(MISSPELT.encode())
    return file


def test_a_fix_is_written_and_told(eoi: Call, ccg: Path) -> None:
    done = eoi("check", str(ccg), "--fix", "--format", "concise")
    assert ccg.read_text(encoding="utf-8") == FIXED
    assert "ccg.yaml: line 5: sumary -> summary (unknown-field)" in done.err
    assert "unknown-field" not in done.out
    again = eoi("check", str(ccg), "--fix", "--format", "concise")
    assert again.err == ""
    assert ccg.read_text(encoding="utf-8") == FIXED


def test_a_diff_is_shown_and_nothing_written(eoi: Call, ccg: Path) -> None:
    for words in (["--diff"], ["--fix", "--diff"]):
        done = eoi("check", str(ccg), *words)
        assert done.code == 1
        assert done.out.splitlines()[:2] == ["--- ccg.yaml", "+++ ccg.yaml"]
        assert ccg.read_text(encoding="utf-8") == MISSPELT
    ccg.write_bytes(FIXED.encode())
    assert eoi("check", str(ccg), "--diff") == (0, "", "")


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs the program patch")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_patch_makes_of_a_diff_what_fix_writes(eoi: Call, ccg: Path, end: str) -> None:
    ccg.write_bytes(MISSPELT.rstrip("\n").replace("\n", end).encode())
    done = eoi("check", str(ccg), "--diff")
    subprocess.run(["patch", "--binary", str(ccg)], input=done.out.encode(), check=True, capture_output=True)
    assert ccg.read_bytes() == FIXED.rstrip("\n").replace("\n", end).encode()


def test_reports_mark_and_count_what_is_fixable(eoi: Call, ccg: Path) -> None:
    for name in ("full", "concise"):
        out = " ".join(eoi("check", str(ccg), "--format", name).out.split())
        assert "[unknown-field] [fixable]" in out
        assert "1 fixable with --fix" in out
    assert "[fixable]" in eoi("check", str(ccg), "--format", "markdown").out


def test_json_carries_the_fix_and_its_edits(eoi: Call, ccg: Path) -> None:
    report = json.loads(eoi("check", str(ccg), "--format", "json").out)
    fixes = [one["fix"] for one in report["files"][0]["findings"] if one["fix"]]
    assert report["summary"]["fixable"] == len(fixes) == 1
    assert fixes[0]["safety"] == "safe"
    assert fixes[0]["changes"] == [{"path": "sumary", "was": "sumary", "now": "summary", "where": "line 5"}]
    (edit,) = fixes[0]["edits"]
    line = MISSPELT.split("\n")[edit["start"]["line"] - 1]
    assert line[: edit["start"]["column"] - 1] + edit["text"] + line[edit["end"]["column"] - 1 :] in FIXED


def test_sarif_carries_the_fix(eoi: Call, ccg: Path) -> None:
    log = json.loads(eoi("check", str(ccg), "--format", "sarif").out)
    (fix,) = (fix for result in log["runs"][0]["results"] for fix in result.get("fixes", ()))
    (change,) = fix["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "summary"}


def test_suggested_fixes_are_made_on_request_alone(eoi: Call, ccg: Path) -> None:
    text = skeleton().replace("NHS Somewhere CCG", "NHS Somewhere CCG\n    code: 11E")
    ccg.write_bytes(text.encode())
    eoi("check", str(ccg), "--fix")
    assert ccg.read_text(encoding="utf-8") == text
    eoi("check", str(ccg), "--fix", "--suggested")
    assert "name: NHS Bath and North East Somerset CCG" in ccg.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["--suggested"], ["--fix", "--watch"]])
def test_words_that_cannot_be_meant_are_refused(eoi: Call, ccg: Path, words: list[str]) -> None:
    assert eoi("check", str(ccg), *words).code == 2
    assert ccg.read_text(encoding="utf-8") == MISSPELT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_link_stays_a_link_and_the_mode_stays(eoi: Call, ccg: Path) -> None:
    ccg.chmod(0o640)
    link = Path("link.yaml")
    link.symlink_to(ccg)
    eoi("check", str(link), "--fix")
    assert link.is_symlink()
    assert ccg.read_text(encoding="utf-8") == FIXED
    assert ccg.stat().st_mode & 0o777 == 0o640


def test_what_somebody_saves_in_the_meantime_is_not_overwritten(tmp_path: Path) -> None:
    ccg = tmp_path / "ccg.yaml"
    ccg.write_bytes(MISSPELT.encode())
    with pytest.raises(FileProblem, match="in the meantime"):
        write_over(ccg, b"as it was read", b"as fixed")
    assert ccg.read_text(encoding="utf-8") == MISSPELT
    assert [file.name for file in tmp_path.iterdir()] == ["ccg.yaml"]
