"""What runs the tests: in CI the command of the README and the tasks of the noxfile, by markers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.samples import ROOT
from tests.thorough import IS_AT_A_DESK

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
TASKS = (ROOT / "noxfile.py").read_text(encoding="utf-8")


def test_ci_runs_the_command_of_the_readme_and_then_tasks_that_there_are() -> None:
    assert "README.md" in CI
    run = [name for line in re.findall(r"nox .*-s (.+)$", CI, re.MULTILINE) for name in line.split()]
    assert run == ["lint", "site", "coverage", "lowest"]
    assert set(run) < set(re.findall(r"^def (\w+)\(session: nox.Session\) -> None:$", TASKS, re.MULTILINE))


def test_the_quick_tests_are_held_to_95_of_100_branches() -> None:
    assert PROJECT["tool"]["coverage"]["run"] == {"source": ["eoi"], "branch": True}
    assert PROJECT["tool"]["coverage"]["report"]["fail_under"] >= 95
    assert '"--cov"' in TASKS


COLLECT = """\
import json, sys, pytest
class Marks:
    def pytest_collection_finish(self, session):
        marks = [[mark.name for mark in item.iter_markers()] for item in session.items]
        print("collected", json.dumps(marks))
sys.exit(pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider"], plugins=[Marks()]))
"""


def marks_of_all_tests() -> list[set[str]]:
    """All are collected by a process, which takes seconds."""
    command = [sys.executable, "-c", COLLECT]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300).stdout
    found = re.search(r"^collected (.*)$", said, re.MULTILINE)
    assert found, said[-2000:]
    return [set(one) for one in json.loads(found[1])]


def are_all_tests_here(config: pytest.Config) -> bool:
    chosen = config.option.markexpr or config.option.keyword or config.option.deselect
    return not chosen and [Path(one).resolve() for one in config.args] == [ROOT / "tests"]


@pytest.mark.slow
def test_the_quick_tests_need_no_other_program_and_are_most_of_all(request: pytest.FixtureRequest) -> None:
    """A test is quick that is not marked slow. Where all tests run, they are collected already."""
    if are_all_tests_here(request.config):
        marks = [{mark.name for mark in item.iter_markers()} for item in request.session.items]
    else:
        marks = marks_of_all_tests()
    quick = [of for of in marks if "slow" not in of]
    all_, others = len(marks), sum(bool(of & {"office", "browser"}) for of in quick)
    assert all_ > (6_000 if IS_AT_A_DESK else 8_000)
    assert others == 0
    assert 0.5 < len(quick) / all_ < 1
