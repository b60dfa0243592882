"""The benchmarks compare like with like, and their table says what was measured. No time is judged here."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import benchmarks
from benchmarks import bare
from benchmarks.__main__ import COMPARISONS
from benchmarks.contest import Comparison, Contestant, held, peer
from benchmarks.environment import EXAMPLE, NotHere, Workshop, complaint, run, surroundings
from benchmarks.pandoc import TARGETS
from benchmarks.phases import COMMANDS
from benchmarks.start import HELLO
from benchmarks.stopwatch import STAGES, owner_of
from benchmarks.table import lines
from eoi.cli.commands import list_commands
from eoi.writers import list_formats
from tests.compiled_program import program_path
from tests.samples import ROOT, skeleton
from tests.tables import for_each


def python(code: str) -> tuple[tuple[str, ...], ...]:
    return ((sys.executable, "-c", code),)


def test_every_module_that_compares_is_in_the_list() -> None:
    names = [one.name for one in pkgutil.iter_modules(benchmarks.__path__) if one.name != "__main__"]
    modules = {name: importlib.import_module(f"benchmarks.{name}") for name in names}
    comparing = {name for name, module in modules.items() if hasattr(module, "comparisons")}
    assert comparing == COMPARISONS.keys()
    assert len(comparing) >= 5


def test_every_format_is_compared_and_every_command_has_a_profile() -> None:
    assert TARGETS.keys() <= set(list_formats())
    assert len(TARGETS) >= 5
    assert set(list_commands()) <= {command.split()[0] for command in COMMANDS}


def test_contestants_take_turns_and_the_first_round_does_not_count(tmp_path: Path) -> None:
    log = tmp_path / "log"
    both = (Contestant(name, python(f"open({str(log)!r}, 'a').write('{name}')")) for name in ("a", "b"))
    rows = held(Comparison("turns", tuple(both)), Workshop(tmp_path), rounds=2)
    assert log.read_text() == "ab" * 3
    assert [row.contestant for row in rows] == ["a", "b"]


def test_each_is_shown_as_a_multiple_of_the_first(tmp_path: Path) -> None:
    contestants = (Contestant("floor", python("")), Contestant("`eoi`", python(""), at_most=1000.0))
    first, second = held(Comparison("same", contestants), Workshop(tmp_path), rounds=1)
    assert first.ratio == 1
    assert second.seconds
    assert first.seconds
    assert second.ratio == second.seconds / first.seconds
    shown = list(lines([first, second]))
    assert shown[0].startswith("| same | floor | ")
    assert shown[1].endswith("| 1000.00, met |")


def test_a_peer_that_cannot_be_had_is_skipped_with_the_reason(tmp_path: Path) -> None:
    def absent() -> tuple[tuple[str, ...], ...]:
        raise NotHere("there is no such Python here")

    both = (Contestant("floor", python("")), peer("other", absent))
    row = held(Comparison("peers", both), Workshop(tmp_path), rounds=1)[1]
    assert (row.seconds, row.ratio) == (None, None)
    assert list(lines([row])) == ["|  | other | skipped: there is no such Python here |  |  |"]


def test_a_contestant_that_fails_ends_the_run(tmp_path: Path) -> None:
    failing = Comparison("failing", (Contestant("`eoi`", python("raise SystemExit(3)")),))
    with pytest.raises(RuntimeError, match="eoi"):
        held(failing, Workshop(tmp_path), rounds=1)


def test_what_a_program_complained_of_is_one_line() -> None:
    assert complaint("Traceback\n  x\nFooError: no such thing (\n  and more\n") == "FooError: no such thing ("
    assert complaint("one\n\ntwo\n") == "two"
    with pytest.raises(NotHere, match="ValueError: 7"):
        run([sys.executable, "-c", "raise ValueError(7)"])
    with pytest.raises(NotHere, match="is not installed"):
        run(["no-such-program-as-this"])


def test_the_hello_world_says_its_version() -> None:
    said = subprocess.run([sys.executable, "-c", HELLO, "--version"], capture_output=True, text=True)
    assert said.stdout == "hello 1.0\n"


def test_the_bare_script_loses_no_text_of_the_submission(tmp_path: Path) -> None:
    made = tmp_path / "made.html"
    run([sys.executable, "-c", bare.HTML, str(EXAMPLE), str(made)])
    submission = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    assert submission["applicants"][0]["name"] in made.read_text(encoding="utf-8")
    assert made.read_text(encoding="utf-8").count("<h2>") == len(submission)


@for_each(STAGES)
def test_a_stage_of_the_stopwatch_is_a_name_in_the_program(stage: str) -> None:
    importlib.import_module(stage.partition(":")[0])
    owner, name = owner_of(stage)
    assert callable(getattr(owner, name))


@pytest.mark.slow
def test_the_stopwatch_counts_every_phase_and_changes_nothing(tmp_path: Path) -> None:
    watched = [sys.executable, str(ROOT / "benchmarks" / "stopwatch.py")]
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    arguments = ["build", "ccg.yaml", "--format", "html,md,pdf", "-o", str(tmp_path)]
    shares = tmp_path / "shares.json"
    done = subprocess.run(
        [watched[0], "-P", watched[1], str(shares), "0", *arguments],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=surroundings() | {"PYTHONPATH": program_path()},
    )
    assert done.returncode == 0, done.stderr
    counted = {name for name, share in yaml.safe_load(shares.read_text()).items() if share > 0}
    assert counted == {"start", "import", "other", *STAGES.values()} - {"report"}
