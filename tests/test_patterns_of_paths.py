"""Patterns of paths mean what they mean to git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from eoi.configuration.patterns import covers, read_patterns

PATHS = (
    "a.yaml",
    "b.yml",
    "drafts/a.yaml",
    "drafts/old/a.yaml",
    "s/drafts/a.yaml",
    "s/deep/er/a.yaml",
    "s/keep.yaml",
    "s/x1.yaml",
    "s/x2.yaml",
    "s/xa.yaml",
    "!odd.yaml",
    "#odd.yaml",
)
LISTS = (
    ("*.yaml",),
    ("/*.yaml",),
    ("drafts/",),
    ("/drafts",),
    ("drafts/a.yaml",),
    ("**/drafts",),
    ("s/**/a.yaml",),
    ("s/**",),
    ("s/*/er",),
    ("*.yaml", "!keep.yaml"),
    ("s/", "!s/keep.yaml"),
    ("x[0-9].yaml",),
    ("x[!0-9].yaml",),
    ("x?.yaml",),
    ("\\!odd.yaml",),
    ("\\#odd.yaml",),
    ("# a comment", "", "b.yml"),
    ("a.yaml/",),
)


def test_a_named_path_is_covered_with_all_below_it() -> None:
    patterns = read_patterns(["archive/"])
    assert covers(patterns, ("archive", "old", "a.yaml"))
    assert not covers(patterns, ("archive",)), "a file of this name is no folder"


@pytest.mark.slow
def test_many_steps_at_any_depth_take_no_long_time() -> None:
    patterns = read_patterns(["/".join([*["**", "a"] * 40, "z"])])
    assert not covers(patterns, ("a",) * 200 + ("b",))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")
@pytest.mark.parametrize("lines", LISTS, ids=" ".join)
def test_a_list_covers_what_git_says_it_covers(tmp_path: Path, lines: tuple[str, ...]) -> None:
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for path in PATHS:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    asked = ["git", "-c", "core.quotePath=false", "check-ignore", "--stdin"]
    said = subprocess.run(
        asked, cwd=tmp_path, input="\n".join(PATHS), capture_output=True, encoding="utf-8", timeout=30
    ).stdout.splitlines()
    patterns = read_patterns(lines)
    assert [path for path in PATHS if covers(patterns, path.split("/"))] == said
