"""The way in: kept tiny, so that Ctrl-C during the imports, too, ends in one line."""

from __future__ import annotations

import gc
import os
import sys

INTERRUPTED = 130
TOOLS = 6  # that can watch a program at once


def program() -> None:
    """`eoi` as a process of its own: the system clears it away faster than Python would, value by value."""
    # Neither imports nor a single file leave much behind to collect.
    gc.disable()
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int):
            leave(end.code)
        raise


def main() -> None:
    """Run `eoi`; always ends in `SystemExit`, and never in a traceback."""
    try:
        from eoi.cli.exit_codes import run_to_the_end
    except KeyboardInterrupt:
        print("eoi: stopped.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    sys.exit(run_to_the_end())


def leave(code: int) -> None:
    """End the process once all that was said is on its way.

    Whoever watches a run has work left, and where the last words cannot be written, Python says so itself.
    """
    if is_watched():
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code)


def is_watched() -> bool:
    """By a debugger, a profiler or a tool for coverage; some use what came with Python 3.12."""
    monitoring = getattr(sys, "monitoring", None)
    tools = map(monitoring.get_tool, range(TOOLS)) if monitoring else ()
    return bool(sys.gettrace() or sys.getprofile() or any(tools))
