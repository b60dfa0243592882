"""The entry point, the exit codes, and at most one line on standard error for every way to end.

0 is done, 1 a file fell short, 2 the command could not run, and 3 a defect of eoi. 129, 130 and 143 are a
closed terminal, Ctrl-C and SIGTERM. 141 means that the reader of the output has gone. The module imports
little, so that Ctrl-C during the imports also ends in one line.
"""

from __future__ import annotations

import gc
import os
import sys

INTERRUPTED = 130


def program() -> None:
    """Run `eoi` as a process of its own, without the garbage collector.

    Neither imports nor a single file leave much to collect. Freezing the objects at the end keeps Python from
    searching them once more as it shuts down.
    """
    gc.disable()
    try:
        main()
    finally:
        gc.freeze()


def main() -> None:
    """Run `eoi`. It always ends in `SystemExit`, and never in a traceback."""
    try:
        import eoi.processes  # noqa: F401  # Ctrl-C is heeded while it is imported, too
    except KeyboardInterrupt:
        print("eoi: stopped.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    sys.exit(run_to_the_end())


def run_to_the_end() -> int:
    """Run the program and return its exit code, whatever happens."""
    from eoi.processes import (  # `main` has imported it
        CANNOT_RUN,
        DEFECT,
        READER_GONE,
        StopSignal,
        find_stop_behind,
        stop_at_once,
        stop_cleanly,
    )

    try:
        stop_cleanly()
        speak_utf8()
        from eoi.cli.app import run_program

        return run_program()
    except KeyboardInterrupt:
        return report_stop(INTERRUPTED)
    except StopSignal as stopping:
        return report_stop(stopping.code)
    except BrokenPipeError:
        return report_stop(READER_GONE)
    except Exception as defect:
        if stop := find_stop_behind(defect):
            return report_stop(stop.code)
        if tell_out_of_room(defect):
            return CANNOT_RUN
        # Only here may everything be caught: an exception that comes this far is a mistake in eoi.
        if "EOI_TRACEBACK" in os.environ:
            raise
        from eoi.cli.terminal import tell
        from eoi.processes.crash_report import Defect, report_defects

        tell(report_defects([Defect.of(defect)]))
        return DEFECT
    finally:
        stop_at_once()


def tell_out_of_room(problem: Exception) -> bool:
    """Report it if memory or open files have run out, and return whether that was the problem."""
    from eoi.cannot_run import find_scarce_resource
    from eoi.cli.terminal import tell

    why = find_scarce_resource(problem)
    if why:
        tell(f"eoi: the system has no more {why}; close other programs, or use fewer --jobs")
    return bool(why)


def report_stop(code: int) -> int:
    """Return the exit code of a stop, and make sure that nothing more is written at the end."""
    from eoi.processes import READER_GONE

    if code == READER_GONE:
        sys.stdout = None
    else:
        from eoi.cli.terminal import tell

        tell("eoi: stopped.")
    return code


def speak_utf8() -> None:
    """Set the output to UTF-8, since a pipe on Windows may have an encoding without a pound sign."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
