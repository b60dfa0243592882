"""The system has no more memory or open files: eoi says so and does as much as it can, exit 2."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from eoi import writers
from eoi.cli import batch
from eoi.document.blocks import Document
from eoi.processes.failures import make_failure_of_problem
from eoi.writers import pdf
from tests.cli.calls import Call, files_in, limited, process
from tests.faults.builds import assert_whole, documents, linux, several, written
from tests.thorough import in_turn, some_of

ABORTING = """\
import os
from eoi.writers import pdf
pdf.begin = lambda _: {end}
from eoi.cli.entry import program
program()
"""
NO_PROCESS = """\
import errno, os

def refuse():
    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

os.fork = refuse
from eoi.cli.entry import program
program()
"""
# What a process ends with that gets no memory for its work, and what with if it gets none for another thread.
ENDS = {"SIGABRT": "os.abort()", "exit code 127": "os._exit(127)"}
MEGABYTE = 1024 * 1024
OTHERS = tuple(name for name in writers.list_formats() if name != "pdf")


@linux
@pytest.mark.parametrize("end", ENDS)
def test_a_pdf_that_takes_its_process_with_it_costs_no_other_format(tmp_path: Path, end: str) -> None:
    """As Typst does where memory is short, and nothing in that process can do anything about it."""
    written(tmp_path / "ccg.yaml")
    program = ABORTING.format(end=ENDS[end])
    code, out, err = process("-c", program, "build", "ccg.yaml", "--format", "md,pdf", cwd=tmp_path)
    assert (code, out) == (2, "")
    why = f"it needs more memory; the system ended it with {end}; "
    assert f"eoi: the PDF of ccg.yaml cannot be done here: {why}" in err
    assert files_in(tmp_path / "build") == documents("ccg")
    assert_whole(tmp_path / "build")


@linux
def test_it_is_told_to_a_caller_that_ignores_how_processes_end(tmp_path: Path) -> None:
    written(tmp_path / "ccg.yaml")
    program = "import signal\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
    program += ABORTING.format(end=ENDS["SIGABRT"])
    code, _, err = process("-c", program, "build", "ccg.yaml", "--format", "md,pdf", cwd=tmp_path)
    assert code == 2
    assert "cannot be done here: it needs more memory; the system ended it with SIGABRT; " in err
    assert files_in(tmp_path / "build") == documents("ccg")


@linux
@pytest.mark.parametrize(("formats", "what", "done"), [("md,pdf", "the PDF of ", True), ("pdf", "", False)])
def test_where_no_process_can_be_started_only_the_pdf_is_missing(
    tmp_path: Path, formats: str, what: str, done: bool
) -> None:
    written(tmp_path / "ccg.yaml")
    code, out, err = process("-c", NO_PROCESS, "build", "ccg.yaml", "--format", formats, cwd=tmp_path)
    assert (code, out) == (2, "")
    why = "it needs more processes; close other programs, or use fewer --jobs\n"
    assert f"eoi: {what}ccg.yaml cannot be done here: {why}" in err
    assert (tmp_path / "build").exists() == done
    assert not done or files_in(tmp_path / "build") == documents("ccg")


@linux
def test_where_nothing_but_a_pdf_is_asked_for_that_is_told(tmp_path: Path) -> None:
    several(tmp_path / "in", 2)
    program = ABORTING.format(end=ENDS["SIGABRT"])
    code, _, err = process("-c", program, "build", "in", "--format", "pdf", cwd=tmp_path)
    assert code == 2
    assert err.count("cannot be done here: it needs more memory; ") == 2
    assert not (tmp_path / "build").exists()


@linux
@pytest.mark.parametrize("memory", some_of([150, 350, 250], 2))
def test_whatever_the_memory_the_end_is_an_orderly_one(tmp_path: Path, memory: int) -> None:
    written(tmp_path / "ccg.yaml")
    code, _, err = limited(memory * MEGABYTE, "build", "ccg.yaml", "--format", "md,pdf", cwd=tmp_path)
    assert code in (0, 2), err
    assert "internal error" not in err
    if (tmp_path / "build").exists():
        assert_whole(tmp_path / "build")


def test_a_pdf_in_which_something_goes_wrong_costs_no_other_format(
    eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Document) -> None:
        raise RuntimeError("a PDF string is longer than it may be")

    monkeypatch.delenv("EOI_TRACEBACK", raising=False)
    monkeypatch.setattr(pdf, "begin", broken)
    code, _, err = eoi("build", written(Path("ccg.yaml")))
    assert code == 3
    assert "internal error (RuntimeError) at ccg.yaml" in err
    assert files_in(Path("build")) == documents("ccg", endings=OTHERS)
    assert_whole(Path("build"))


def test_a_pdf_that_memory_is_wanting_for_is_no_mistake_of_eoi(
    eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Document) -> None:
        raise MemoryError

    monkeypatch.setattr(pdf, "begin", broken)
    code, _, err = eoi("build", written(Path("ccg.yaml")))
    assert code == 2
    assert "eoi: ccg-checklist.pdf cannot be done here: it needs more memory; " in err
    assert files_in(Path("build")) == documents("ccg", endings=OTHERS)


@pytest.mark.parametrize(
    ("problem", "what"),
    [
        (MemoryError(), "memory"),
        (OSError(errno.EMFILE, "Too many open files"), "open files"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "memory"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_what_is_wanting_is_named_and_the_other_files_are_done(
    eoi: Call, monkeypatch: pytest.MonkeyPatch, problem: Exception, what: str, command: str
) -> None:
    several(Path("in"), 3)
    attempt = batch.attempt

    def wanting(work: object, file: Path) -> object:
        if file.name == "01.yaml":
            return make_failure_of_problem(problem, str(file))
        return attempt(work, file)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "attempt", wanting)
    monkeypatch.delenv("EOI_TRACEBACK", raising=False)
    more = ["--format", "md"] if command == "build" else []
    code, _, err = eoi(command, "in", *more)
    assert code == 2
    assert f"eoi: in/01.yaml cannot be done here: it needs more {what}; " in err
    if more:
        assert files_in(Path("build")) == documents("00", "02")


@linux
@pytest.mark.parametrize(("command", "number"), in_turn(("check", "build"), (8, 12)))
def test_eight_jobs_and_few_open_files_are_as_many_jobs_as_can_be(
    tmp_path: Path, command: str, number: int
) -> None:
    """The lower number is too low for any, and the higher one does for two."""
    several(tmp_path / "in", 4)
    more = ["--format", "md"] if command == "build" else ["--format", "concise"]
    program = (
        f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({number}, {number}))\n"
        "from eoi.cli.entry import program; program()"
    )
    code, _, err = process("-c", program, command, "in", "--jobs", "8", *more, cwd=tmp_path)
    assert code in ((0, 2) if command == "build" else (1, 2)), err
    assert "internal error" not in err
    assert "Traceback" not in err
    if code == 2:
        assert "eoi: the system has no more open files; close other programs" in err
    elif command == "build":
        assert len(files_in(tmp_path / "build")) == 8
