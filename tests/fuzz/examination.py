"""`python -m tests.fuzz.examination [seconds]`: any bytes, through to every report and every document."""

from __future__ import annotations

import sys

# Where the text decides what happens; in what is laid out from it there is nothing to find a way to.
WATCHED = (
    *("eoi.source", "eoi.submission", "eoi.rules", "eoi.reports", "eoi.document"),
    *("eoi.pipeline", "eoi.checklist.requirements", "eoi.ignore_comments"),
)

if __name__ == "__main__":
    from tests.fuzz.guided import run

    run("tests.fuzz.properties", "sometimes_built", WATCHED, sys.argv[1:])
