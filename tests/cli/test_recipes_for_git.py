"""The recipes of the page for engineers make `git diff` say what changed in the words of the domain."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.compiled_program import program_path
from tests.samples import ROOT, skeleton

PAGE = (ROOT / "docs" / "how-to" / "engineer.md").read_text(encoding="utf-8")
OLD = skeleton(more="resources:\n  total: £67k\n")


def recipe(setting: str) -> str:
    (line,) = re.findall(rf"^git config {re.escape(setting)} .*$", PAGE, re.MULTILINE)
    return str(line)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (pattern,) = re.findall(r"^submissions/\*\.yaml diff=eoi$", PAGE, re.MULTILINE)
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "eoi").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m eoi "$@"\n', encoding="utf-8"
    )
    (tmp_path / "tools" / "eoi").chmod(0o755)
    clone = tmp_path / "clone"
    (clone / "submissions").mkdir(parents=True)
    (clone / ".gitattributes").write_text(f"{pattern}\n", encoding="utf-8")
    (clone / "submissions" / "ccg.yaml").write_text(OLD, encoding="utf-8")
    run(clone, "git init && git add . && git -c user.name=A -c user.email=a@example.org commit -m First")
    (clone / "submissions" / "ccg.yaml").write_text(OLD.replace("£67k", "£68k"), encoding="utf-8")
    return clone


def run(folder: Path, line: str) -> str:
    path = f"{folder.parent / 'tools'}{os.pathsep}{os.environ['PATH']}"
    surroundings = os.environ | {"PATH": path, "PYTHONPATH": program_path(), "GIT_PAGER": "cat"}
    done = subprocess.run(line, shell=True, cwd=folder, env=surroundings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_command_shows_the_changes_and_their_levels(repository: Path) -> None:
    run(repository, recipe("diff.eoi.command"))
    assert "major: Total: £67k → £68k (+1.5%)" in run(repository, "git diff")


@pytest.mark.slow
def test_the_text_conversion_shows_the_words_of_the_document(repository: Path) -> None:
    run(repository, recipe("diff.eoi.textconv"))
    told = run(repository, "git diff")
    assert re.search(r"^-.*£67k", told, re.MULTILINE)
    assert re.search(r"^\+.*£68k", told, re.MULTILINE)
    assert "resources:" not in told
