"""`python -m tests.fuzz.source [seconds]`: any bytes, through both of PyYAML's parsers."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from tests.fuzz.guided import run

    run("tests.fuzz.parsers", "loaded_soundly_by_both", ["eoi.source", "yaml"], sys.argv[1:])
