"""The way in: kept tiny, so that Ctrl-C during the imports, too, ends in one line."""

from __future__ import annotations

import sys

INTERRUPTED = 130


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


def speak_utf8() -> None:
    """A pipe on Windows would otherwise get an encoding in which a pound sign stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
