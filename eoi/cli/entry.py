"""The way in: kept tiny, so that Ctrl-C during the imports, too, ends in one line."""

from __future__ import annotations

import os
import sys

INTERRUPTED, DEFECT = 130, 3


def main() -> None:
    """Run `eoi`; always ends in `SystemExit`, and never in a traceback."""
    try:
        speak_utf8()
        from eoi.cli.app import run

        sys.exit(run())
    except KeyboardInterrupt:
        print("eoi: stopped.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output has gone; nobody is left to tell.
        sys.stdout = None
        sys.exit(0)
    except Exception as defect:
        # The one place that may catch everything: whatever comes this far is a mistake in eoi itself.
        if "EOI_TRACEBACK" in os.environ:
            raise
        print(f"eoi: a defect of eoi stopped it ({type(defect).__name__}: {defect}).", file=sys.stderr)
        print("Nothing was written. Set EOI_TRACEBACK=1 to see where, and please report it.", file=sys.stderr)
        sys.exit(DEFECT)


def speak_utf8() -> None:
    """A pipe on Windows would otherwise get an encoding in which a pound sign stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
