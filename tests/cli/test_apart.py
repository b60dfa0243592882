"""A call in a process of its own: its result, and what the caller learns if the process ends before."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from eoi.processes import NOT_STARTED, SignalState, StopSignal, apart, stop_without_parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
FILE = Path("ccg.yaml")


@pytest.fixture
def ended_processes_ignored() -> Iterator[None]:
    """Ignore how processes end, as a caller may have told this one to."""
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGCHLD, before)


def add_path(text: str, file: Path) -> str:
    return f"{text}{file}"


def tell_code(file: Path, code: int) -> str:
    return f"{file} ended with {code}"


def test_the_result_is_that_of_the_work_in_another_process() -> None:
    name, process = apart.call_apart(lambda file: (file.name, os.getpid()), lambda *_: ("", 0), FILE)
    assert name == "ccg.yaml"
    assert process != os.getpid()


def test_a_process_that_is_killed_costs_the_work_and_is_told_by_its_exit_code() -> None:
    def die(_file: Path) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        return "not reached"

    assert apart.call_apart(die, tell_code, FILE) == "ccg.yaml ended with -9"


def test_a_result_that_is_cut_off_is_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LENGTH", 4)
    for sent in (b"", b"\0\0\0", b"\0\0\0\5abcd", b"\0\0\0\5abcdef"):
        assert not apart.is_whole(sent)
    assert apart.is_whole(b"\0\0\0\5abcde")


def test_a_result_that_cannot_be_sent_is_a_mistake_that_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert apart.call_apart(lambda _file: lambda: None, tell_code, FILE) == "ccg.yaml ended with 1"
    assert "pickle" in capfd.readouterr().err


def test_a_process_that_is_stopped_stops_its_caller_too() -> None:
    def be_stopped(_file: Path) -> str:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(10)
        return "not reached"

    with pytest.raises(StopSignal) as stopped:
        apart.call_apart(be_stopped, tell_code, FILE)
    assert stopped.value.code == 143


def test_the_caller_stops_the_process_when_it_is_stopped_itself(tmp_path: Path) -> None:
    started = tmp_path / "started"

    def work(_file: Path) -> str:
        started.write_text(str(os.getpid()), encoding="utf-8")
        time.sleep(30)
        return "not reached"

    def interrupt(*_: object) -> None:
        raise StopSignal(130)

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with pytest.raises(StopSignal):
            apart.call_apart(work, tell_code, FILE)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text(encoding="utf-8")), 0)


def test_a_process_that_does_not_heed_the_stop_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.2)
    child = os.fork()
    if not child:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(30)
        os._exit(0)
    time.sleep(0.2)
    apart.stop_process(child)
    assert apart.has_ended(child)


def test_processes_that_have_sent_their_result_do_not_pile_up() -> None:
    for _ in range(5):
        apart.call_apart(lambda file: file.name, tell_code, FILE)
        time.sleep(0.1)
    assert len(apart.LEFT_PROCESSES) <= 2


def test_results_of_any_size_arrive_whole() -> None:
    for size in (0, 1, 65_536, 3_000_000):
        text = "".join(map(chr, range(200, 500))) * (size // 300) + "x" * (size % 300)
        assert apart.call_beside(partial(str, text), lambda: None) == text
        assert apart.call_apart(partial(add_path, text), tell_code, FILE) == f"{text}ccg.yaml"


def test_a_call_beside_is_made_in_another_process_while_this_one_goes_on() -> None:
    here: list[int] = []
    assert apart.call_beside(os.getpid, lambda: here.append(os.getpid())) != os.getpid()
    assert here == [os.getpid()]


def test_a_call_beside_whose_process_is_killed_is_made_here() -> None:
    def die_elsewhere(own: int = os.getpid()) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    assert apart.call_beside(die_elsewhere, lambda: None) == os.getpid()


def test_a_call_beside_whose_process_is_stopped_is_made_here() -> None:
    def be_stopped_elsewhere(own: int = os.getpid()) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(10)
        return os.getpid()

    assert apart.call_beside(be_stopped_elsewhere, lambda: None) == os.getpid()


@pytest.mark.usefixtures("ended_processes_ignored")
def test_a_caller_that_ignores_how_processes_end_loses_nothing_but_the_exit_code(tmp_path: Path) -> None:
    def die_elsewhere(own: int = os.getpid()) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    assert apart.call_beside(die_elsewhere, lambda: None) == os.getpid()
    assert apart.call_apart(lambda _: str(die_elsewhere()), tell_code, FILE) == "ccg.yaml ended with 255"
    assert apart.call_apart(lambda file: file.name, tell_code, FILE) == "ccg.yaml"
    test_what_fails_meanwhile_stops_the_call_beside(tmp_path)


def test_work_that_wants_to_end_the_program_ends_it_in_a_call_beside(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="9"):
        apart.call_beside(lambda: sys.exit(9), lambda: None)
    assert apart.call_apart(lambda _file: sys.exit(9), tell_code, FILE) == "ccg.yaml ended with 1"
    assert capfd.readouterr() == ("", "")


def test_a_result_of_a_call_beside_that_cannot_be_sent_is_made_here(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert apart.call_beside(lambda: lambda: os.getpid(), lambda: None)() == os.getpid()
    assert capfd.readouterr() == ("", "")


def test_a_process_whose_parent_reads_no_result_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    call = apart.CallApart()
    call.start(lambda: b"x" * 1_000_000)
    call.close()
    assert apart.read_exit_code(call.process) == apart.FAILED
    assert capfd.readouterr() == ("", "")


def test_a_call_beside_that_fails_raises_its_exception_here(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise LookupError("a mistake in a rule")

    with pytest.raises(LookupError, match="a mistake in a rule"):
        apart.call_beside(fail, lambda: None)
    assert capfd.readouterr() == ("", "")


def test_a_call_beside_is_made_here_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse)
    done: list[str] = []
    assert apart.call_beside(os.getpid, lambda: done.append("meanwhile")) == os.getpid()
    assert done == ["meanwhile"]


def test_a_call_apart_for_which_no_process_can_be_started_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert apart.call_apart(lambda file: file.name, tell_code, FILE) == f"ccg.yaml ended with {NOT_STARTED}"


def wait_apart(work: Callable[[], None]) -> None:
    apart.call_apart(lambda _file: work(), lambda _file, _code: None, FILE)


def wait_beside(work: Callable[[], None]) -> None:
    apart.call_beside(work, lambda: None)


@pytest.mark.parametrize("wait", [wait_apart, wait_beside])
def test_a_signal_while_the_process_is_forked_stops_the_process(
    wait: Callable[[Callable[[], None]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, forked = os.fork, list[int]()

    def fork_and_be_stopped() -> int:
        if process := fork():
            forked.append(process)
            # To this thread, since one of the tests' own would get it at once.
            signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
        return process

    def interrupt(*_: object) -> None:
        raise StopSignal(143)

    monkeypatch.setattr(os, "fork", fork_and_be_stopped)
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        with pytest.raises(StopSignal):
            wait(lambda: time.sleep(30))
    finally:
        signal.signal(signal.SIGTERM, before)
    (process,) = forked
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_process_writes_nothing_for_a_parent_that_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_without_parent()
    monkeypatch.setattr(SignalState, "parent", os.getppid())
    stop_without_parent()
    monkeypatch.setattr(SignalState, "parent", os.getpid())
    with pytest.raises(StopSignal):
        stop_without_parent()


def test_what_fails_meanwhile_stops_the_call_beside(tmp_path: Path) -> None:
    started = tmp_path / "started"

    def work() -> None:
        started.write_text(str(os.getpid()), encoding="utf-8")
        time.sleep(30)

    def fail() -> None:
        while not (started.exists() and started.read_text(encoding="utf-8")):
            time.sleep(0.01)
        raise StopSignal(130)

    with pytest.raises(StopSignal):
        apart.call_beside(work, fail)
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text(encoding="utf-8")), 0)


def test_no_call_is_made_beside_one_core_or_several_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "count_cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert apart.can_call_beside()
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not apart.can_call_beside()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(apart, "count_cores", lambda: 1)
    assert not apart.can_call_beside()
