"""A call names a pipe that nobody writes to: eoi says so at once and does not wait, exit 2."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tests.cli.calls import Call
from tests.faults.builds import posix, written
from tests.samples import skeleton

pytestmark = posix


@pytest.mark.parametrize("command", ["check", "build"])
def test_it_is_told_and_the_other_files_are_done(eoi: Call, command: str) -> None:
    os.mkfifo("pipe")
    written(Path("ccg.yaml"))
    more = ("--format", "md") if command == "build" else ("--format", "concise")
    code, out, err = eoi(command, "pipe", "ccg.yaml", *more)
    assert code == 2
    assert "eoi: pipe is not a file: it is a pipe, and nobody writes to it\n" in err
    assert "ccg.yaml:" in out + err


def test_what_somebody_is_writing_is_waited_for(eoi: Call) -> None:
    """Write slowly, in two pieces, as another program does."""
    os.mkfifo("pipe")
    first, rest = skeleton()[:10], skeleton(more="form: joint\n")[10:]
    reading = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    writing = os.open("pipe", os.O_WRONLY)
    os.write(writing, first.encode())

    def write_the_rest() -> None:
        os.write(writing, rest.encode())
        os.close(writing)
        os.close(reading)

    timer = threading.Timer(0.3, write_the_rest)
    timer.start()
    code, out, _ = eoi("check", "pipe", "--format", "concise")
    timer.join()
    assert code == 1
    assert "[duplicate-key]" in out
