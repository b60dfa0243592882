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


@pytest.mark.slow
def test_the_quick_tests_need_no_other_program_and_are_most_of_all() -> None:
    quick, all_ = collected("not slow")
    assert collected("not slow and (office or browser)")[0] == 0
    assert 0.5 < quick / all_ < 1


def collected(expression: str) -> tuple[int, int]:
    """How many tests the expression chooses, and out of how many."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", expression]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300).stdout
    found = re.search(
        r"^(?:(\d+)/|no tests collected \()(\d+) (?:tests collected|deselected)", said, re.MULTILINE
    )
    assert found, said[-2000:]
    return int(found[1] or 0), int(found[2])
