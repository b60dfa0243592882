"""A process is killed outright: all documents on disk are whole; a killed worker costs one file, exit 2."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eoi.cli import build_one, check_one
from eoi.pipeline import examine
from eoi.writers.seal import is_intact
from tests.cli.calls import Call, files_in
from tests.faults.builds import documents, linux, several, started

NEEDS_MEMORY = (
    "eoi: in/02.yaml cannot be done here: it needs more memory; the system ended it with SIGKILL; "
    "close other programs, or use fewer --jobs"
)


def deadly(step: Callable[..., Any]) -> Callable[..., Any]:
    """As when the system takes the memory of whoever uses most."""

    def examined(raw: bytes, name: str, *more: Any, **named: Any) -> Any:
        if name.endswith("02.yaml"):
            os.kill(os.getpid(), signal.SIGKILL)
        return step(raw, name, *more, **named)

    return examined


@linux
def test_a_worker_takes_one_file_with_it(eoi: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    several(Path("in"), 5)
    monkeypatch.setattr(build_one, "examine", deadly(examine))
    code, out, err = eoi("build", "in", "--format", "md", "--jobs", "2")
    assert (code, out) == (2, "")
    assert NEEDS_MEMORY in err.splitlines()
    assert files_in(Path("build")) == documents("00", "01", "03", "04")


@linux
def test_a_worker_that_dies_is_replaced_and_every_other_file_is_checked(
    eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    several(Path("in"), 5)
    monkeypatch.setattr(check_one, "examine", deadly(examine))
    code, out, err = eoi("check", "in", "--format", "concise", "--jobs", "2")
    assert code == 2
    assert "4 files: " in out
    assert NEEDS_MEMORY in err.splitlines()


@linux
def test_workers_go_when_whoever_they_work_for_is_killed(tmp_path: Path) -> None:
    """Their output ends only when the last of them has gone."""
    several(tmp_path / "in", 12)
    one = started(tmp_path, "build", "in", "--format", "html,md", "--jobs", "2")
    assert one.stderr is not None
    one.stderr.readline()
    one.kill()
    one.communicate(timeout=60)
    found = [name for name in files_in(tmp_path / "build") if ".eoi-" not in name]
    assert found
    assert all(is_intact((tmp_path / "build" / name).read_bytes()) for name in found)


@linux
@pytest.mark.parametrize("formats", ["html", "html,pdf"])
def test_the_process_for_one_file_writes_nothing_when_its_parent_is_killed(
    tmp_path: Path, formats: str
) -> None:
    """Its output, too, ends only when it has gone."""
    several(tmp_path / "in", 1)
    one = started(tmp_path, "build", "in", "--format", formats)
    wait_for_a_process_of(one)
    one.kill()
    _, err = one.communicate(timeout=60)
    assert err == b""
    assert one.returncode == -signal.SIGKILL
    assert not (tmp_path / "build").exists()


def wait_for_a_process_of(parent: subprocess.Popen[bytes]) -> None:
    """Return as soon as a process has one of its own."""
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    if not children.exists():
        pytest.skip("this system does not list the processes of a process")
    while not children.read_text(encoding="ascii"):
        if parent.poll() is not None:
            pytest.skip("no process was forked, since there is one core")
        time.sleep(0.002)
