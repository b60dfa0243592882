"""What runs the tests: in CI the command of the README and the tasks of the noxfile, by markers."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

import pytest

from tests.samples import ROOT

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


COUNT = """\
import sys, pytest
class Counter:
    def pytest_collection_finish(self, session):
        marks = [{mark.name for mark in item.iter_markers()} for item in session.items]
        quick = [of for of in marks if "slow" not in of]
        others = [of for of in quick if of & {"office", "browser"}]
        print("counted", len(marks), len(quick), len(others))
sys.exit(pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider"], plugins=[Counter()]))
"""


@pytest.mark.slow
def test_the_quick_tests_need_no_other_program_and_are_most_of_all() -> None:
    """All are collected once, which takes seconds; a test is quick that is not marked slow."""
    command = [sys.executable, "-c", COUNT]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300).stdout
    found = re.search(r"^counted (\d+) (\d+) (\d+)$", said, re.MULTILINE)
    assert found, said[-2000:]
    all_, quick, others = map(int, found.groups())
    assert others == 0
    assert 0.5 < quick / all_ < 1
