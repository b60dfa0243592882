"""A process measured while it runs: its time, its memory, and that of its children, as Linux reports them."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

BETWEEN_LOOKS = 0.05  # seconds


def watched(command: list[str], cwd: Path) -> tuple[float, float, float, float]:
    """Run a command, and return its time and its highest memory.

    They are the seconds on the clock and of processors, and the MiB of the process and of its largest child.
    """
    start = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        one = subprocess.Popen(command, cwd=cwd, stdout=nowhere, stderr=nowhere)
    parent = worker = 0.0
    while not (ended := os.wait4(one.pid, os.WNOHANG))[0]:
        parent = max(parent, peak(one.pid))
        worker = max(worker, *map(peak, children(one.pid)), 0.0)
        time.sleep(BETWEEN_LOOKS)
    _, status, usage = ended
    one.returncode = os.waitstatus_to_exitcode(status)
    if one.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {one.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, parent, worker


def children(process: int) -> Iterator[int]:
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            yield from map(int, (task / "children").read_text().split())
    except OSError:
        return


def peak(process: int) -> float:
    """Return the highest memory of a process in MiB; return 0 if it has ended or the system does not say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
