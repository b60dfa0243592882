"""The entry point. It imports little, so that Ctrl-C during the imports also ends in one line."""

from __future__ import annotations

import gc
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
        from eoi.cli.exit_codes import run_to_the_end
    except KeyboardInterrupt:
        print("eoi: stopped.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    sys.exit(run_to_the_end())
