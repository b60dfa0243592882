"""Ctrl-C, SIGTERM or a terminal that closes, at any moment: whole documents, no drafts, 130, 143 or 129."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eoi.cli import check, check_one
from eoi.cli.entry import run_to_the_end
from eoi.pipeline import examine
from tests.cli.calls import files_in, process
from tests.faults.builds import assert_plain, assert_whole, documents, posix, several, started
from tests.thorough import examples, in_turn

pytestmark = posix
FILES, MOMENTS = 8, examples(3, 3, 2)
# One that has come to its end before, and one that was killed before our own way in had begun.
DONE, BEFORE = 0, {signal.SIGINT: -2, signal.SIGTERM: -15, signal.SIGHUP: -1}


@pytest.mark.parametrize(
    ("jobs", "number"),
    in_turn(("1", "2"), (signal.SIGINT, signal.SIGTERM)),
    ids=lambda one: getattr(one, "name", one),
)
def test_whatever_the_moment(tmp_path: Path, number: signal.Signals, jobs: str) -> None:
    """Ctrl-C reaches every process of a terminal, SIGTERM the one that was started."""
    several(tmp_path / "in", FILES)
    moments = sorted(random.Random(f"{number}{jobs}").uniform(0.05, 1.5) for _ in range(MOMENTS))
    arguments = ("build", "in", "--format", "html,md", "--jobs", jobs)
    running = [started(tmp_path, *arguments, "-o", f"out-{index}") for index in range(MOMENTS)]
    before = 0.0
    for index, (moment, one) in enumerate(zip(moments, running, strict=True)):
        stop_after(one, moment - before, number)
        before = moment
        _, err = one.communicate(timeout=60)
        assert one.returncode in (DONE, 128 + number, BEFORE[number])
        assert_plain(err)
        assert err.endswith(b"eoi: stopped.\n") == (one.returncode == 128 + number)
        assert_whole(tmp_path / f"out-{index}")


def stop_after(one: subprocess.Popen[bytes], seconds: float, number: signal.Signals) -> None:
    try:
        one.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(one.pid, number) if number is signal.SIGINT else one.send_signal(number)


Step = tuple[Any, str, int]
STEPS: list[Step] = [(os, "write", k) for k in range(4)] + [(os, "replace", k) for k in range(4)]


@pytest.mark.parametrize(("name", "moment"), in_turn(("SIGINT", "SIGTERM", "SIGHUP"), STEPS))
def test_in_the_middle_of_writing_all_documents_of_the_file_are_finished_first(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    moment: Step,
) -> None:
    owner, step, after = moment
    several(tmp_path / "in", 2)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["eoi", "build", "in", "--format", "html,md", "--jobs", "1"])
    number = getattr(signal, name)
    monkeypatch.setattr(owner, step, interrupted(getattr(owner, step), after, number))
    assert run_to_the_end() == 128 + number
    assert capsys.readouterr().err == "eoi: stopped.\n"
    assert files_in(tmp_path / "build") == documents("00", endings=("html", "md"))
    assert_whole(tmp_path / "build")


def test_a_signal_while_a_class_is_made_stops_as_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some versions of Python turn what `__set_name__` raises into an error of their own."""

    class Interrupting:
        def __set_name__(self, owner: type, name: str) -> None:
            os.kill(os.getpid(), signal.SIGTERM)

    def make_class(*_arguments: Any) -> Any:
        return type("Made", (), {"attribute": Interrupting()})

    several(tmp_path / "in", 2)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["eoi", "check", "in", "--jobs", "1"])
    for owner, step in ((check_one, "examine"), (check, "check_files")):
        monkeypatch.setattr(owner, step, make_class)
        assert run_to_the_end() == 143
        assert capsys.readouterr().err == "eoi: stopped.\n"


def interrupted(step: Callable[..., Any], after: int, number: int) -> Callable[..., Any]:
    """The signal comes in the call that follows `after` others."""
    calls = iter(range(after + 1))

    def call(*arguments: Any) -> Any:
        if next(calls, None) == after:
            os.kill(os.getpid(), number)
        return step(*arguments)

    return call


def test_who_was_started_to_survive_a_closed_terminal_does(tmp_path: Path) -> None:
    """As `nohup` does."""
    program = (
        "import os, signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from eoi.processes import stop_cleanly\nstop_cleanly()\n"
        "os.kill(os.getpid(), signal.SIGHUP)\n"
        "from eoi.cli.entry import program\nprogram()\n"
    )
    assert process("-c", program, "--version", cwd=tmp_path).code == 0


def test_a_signal_in_a_callback_of_the_interpreter_is_sent_again(tmp_path: Path) -> None:
    """Python drops what such a callback raises, so the program would go on, and wait for minutes here."""
    program = (
        "import signal, time, weakref\n"
        "from eoi.processes import StopSignal, stop_cleanly\n"
        "stop_cleanly()\nthing = type('Thing', (), {})()\n"
        "callback = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGTERM))\n"
        "try:\n    del thing\n    time.sleep(300)\n"
        "except StopSignal as stopping:\n    raise SystemExit(stopping.code)\n"
    )
    done = process("-c", program, cwd=tmp_path)
    assert (done.code, done.err) == (143, "")


def test_a_second_report_that_is_not_complete_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    several(tmp_path / "in", 2)
    monkeypatch.chdir(tmp_path)
    arguments = ["check", "in", "--output-file", "report.json", "--jobs", "1"]
    monkeypatch.setattr("sys.argv", ["eoi", *arguments])
    monkeypatch.setattr(check_one, "examine", interrupted(examine, 1, signal.SIGTERM))
    assert run_to_the_end() == 143
    assert capsys.readouterr().err == "eoi: stopped.\n"
    assert files_in(tmp_path) == ["in/00.yaml", "in/01.yaml"]
