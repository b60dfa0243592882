"""The limits of a process that tries hostile files, and how much memory it took."""

from __future__ import annotations

import sys
import time
from pathlib import Path

SECONDS, BYTES = 60, 2 * 1024**3


def limit(seconds: int = SECONDS) -> None:
    """Of this process, from now on; Windows has no such limits."""
    if sys.platform != "win32":
        import resource

        end = int(time.process_time()) + seconds
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.RLIM_INFINITY))


def most_memory() -> int:
    """In bytes, of this program alone: `getrusage` counts what the process used before it became this one."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024
