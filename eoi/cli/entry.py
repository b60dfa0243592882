"""The way in: kept tiny, so that Ctrl-C during the imports, too, ends in one line."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Run `eoi`; always ends in `SystemExit`, and never in a traceback."""
    try:
        from eoi.cli.ending import run_to_the_end
    except KeyboardInterrupt:
        print("eoi: stopped.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    sys.exit(run_to_the_end())
