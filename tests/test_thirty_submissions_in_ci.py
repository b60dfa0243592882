"""A repository with thirty submissions, or fewer at a desk, from a first check to a summary of what changed.

The commands, the rule and the round are those of the pages, and git holds the files as on a CI server.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from itertools import chain, islice
from pathlib import Path

import pytest
import yaml

from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from tests.cli.calls import Outcome
from tests.compiled_program import program_path
from tests.samples import EXAMPLES, ROOT
from tests.thorough import some_of

CI, CONFIGURATION = (
    (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("ci.md", "configuration.md")
)
WRITE_BASELINE = "eoi check submissions --baseline eoi-baseline.json --write-baseline"
CHECK = "eoi check submissions --baseline eoi-baseline.json"
FETCH = "git fetch origin main"
SUMMARISE = 'eoi diff --since FETCH_HEAD submissions --format markdown >> "$GITHUB_STEP_SUMMARY"'
BATH = "submissions/bath-and-north-east-somerset.yaml"
NUMBER = 30
AT_A_DESK = 3


class Repository:
    """A clone of a repository, in which lines of a shell are run as a CI server does."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.summary = folder / "clone", folder / "summary.md"
        tools = folder / "tools"
        tools.mkdir()
        (tools / "eoi").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m eoi "$@"\n', encoding="utf-8")
        (tools / "eoi").chmod(0o755)
        who = {f"GIT_{one}_{what}": "A" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        path = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": program_path()}
        self.surroundings = os.environ | who | path | {"GITHUB_STEP_SUMMARY": str(self.summary)}
        self.folder.mkdir()
        self.run(f"git init -b main && git init --bare -b main {folder / 'origin'}")
        self.run(f"git remote add origin {folder / 'origin'}")

    def run(self, line: str) -> Outcome:
        done = subprocess.run(
            line,
            shell=True,
            cwd=self.folder,
            env=self.surroundings,
            capture_output=True,
            text=True,
            timeout=120,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.write(name, text.replace(old, new))

    def commit(self) -> None:
        assert self.run("git add -A && git commit -m Change").code == 0


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = Repository(tmp_path_factory.mktemp("ci"))
    for number, path in enumerate(thirty_files()):
        made.write(
            BATH if path == EXAMPLES[0] else f"submissions/{number:02}-{path.name}", path.read_text("utf-8")
        )
    made.commit()
    assert made.run("git push origin main && git switch -c change").code == 0
    assert len(list((made.folder / "submissions").iterdir())) == len(thirty_files())
    return made


@cache
def thirty_files() -> list[Path]:
    folders = (ROOT / "tests" / name for name in ("honest", "bids", "cases"))
    paths = chain(EXAMPLES, *(sorted(folder.rglob("*.yaml")) for folder in folders))
    return list(islice((path for path in some_of(paths, AT_A_DESK) if can_be_read(path)), NUMBER))


def can_be_read(path: Path) -> bool:
    return isinstance(examine(path.read_bytes(), path.name), ExaminedSubmission)


def test_the_pages_say_the_commands_that_are_run_here() -> None:
    for command in (WRITE_BASELINE, CHECK, FETCH, SUMMARISE):
        assert command in CI


@pytest.mark.slow
def test_a_team_goes_from_a_baseline_to_a_summary_of_what_changed(repository: Repository) -> None:
    """One step after another, each with what the steps before have left."""
    begin_with_a_baseline(repository)
    let_a_new_finding_fail(repository)
    fix_it_as_pre_commit_does(repository)
    use_a_rule_of_its_own(repository)
    use_a_round_of_its_own(repository)
    summarise_what_changed(repository)


def begin_with_a_baseline(repository: Repository) -> None:
    assert repository.run("eoi check submissions").code == 1
    assert repository.run(WRITE_BASELINE).code == 0
    repository.commit()
    done = repository.run(f"{CHECK} --fail-on suggestion")
    assert (done.code, done.err) == (0, "")
    number = len(thirty_files())
    assert re.fullmatch(rf"Nothing found in {number} files, besides \d\d+ in the baseline.\n", done.out)


def let_a_new_finding_fail(repository: Repository) -> None:
    repository.replace(BATH, "    strategy:\n", "    stratgy:\n")
    done = repository.run(f"{CHECK} --format concise")
    assert done.code == 1
    assert next(line for line in done.out.splitlines() if " error" in line).startswith(BATH)
    assert done.out.count("[unknown-field]") == 1
    assert done.err == ""


def fix_it_as_pre_commit_does(repository: Repository) -> None:
    """A hook is called with the files that are staged; pre-commit fails it where it has changed one."""
    fix, check = (entry_of(name) for name in ("eoi-fix", "eoi-check"))
    repository.run("git add -A")
    assert repository.run(f"{fix} {BATH}").code == 0
    assert repository.run("git diff --name-only").out.split() == [BATH]
    assert repository.run("git add -A && git diff --cached --quiet HEAD").code == 0, "it is as it was"
    assert repository.run(f"{check} {BATH}").code == 0
    assert repository.run(CHECK).code == 0


def entry_of(name: str) -> str:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return next(str(hook["entry"]) for hook in hooks if hook["id"] == name)


def use_a_rule_of_its_own(repository: Repository) -> None:
    (rule,) = re.findall(r"```python\n(.*?)```", CONFIGURATION, re.DOTALL)
    repository.write("our-rules/ccg_is_ours.py", rule)
    repository.write("eoi.toml", 'rules = "our-rules"\nrounds = "our-rounds"\n')
    (round_,) = re.findall(r"```yaml\n(extends:.*?)```", CONFIGURATION, re.DOTALL)
    repository.write("our-rounds/ours-2016.yaml", round_)
    done = repository.run(f"{CHECK} --format concise")
    assert done.code == 1
    found = [line for line in done.out.splitlines() if "[" in line]
    assert found
    assert all("[ccg-is-ours]" in line for line in found)
    assert BATH not in done.out, "its code is one of ours"
    assert repository.run(WRITE_BASELINE).code == 0


def use_a_round_of_its_own(repository: Repository) -> None:
    of_2016 = "submissions/ours.yaml"
    applicants = "applicants: [{name: NHS Bath and North East Somerset CCG, code: 11E}]\n"
    repository.write(of_2016, f"round: ours-2016\nform: delegated\n{applicants}")
    done = repository.run(f"{CHECK} --select answer-missing --format json")
    assert '"round": "ours-2016"' in done.out
    assert "how the board will be told" in done.out
    (repository.folder / of_2016).unlink()
    repository.commit()


def summarise_what_changed(repository: Repository) -> None:
    repository.replace(BATH, "    budget: £220m", "    budget: £221.2m")
    repository.commit()
    assert repository.run(FETCH).code == 0
    assert repository.run(SUMMARISE).code == 0
    summary = repository.summary.read_text(encoding="utf-8")
    assert summary.startswith(f"## {BATH} at FETCH\\_HEAD → {BATH}\n\n1 major change\n")
    assert "- major: Budget: £220m → £221.2m (+0.5%) (line 17)" in summary
    assert summary.count("\n## ") == 0, "the other files are as they were"
