"""No regular expression of the program takes time with the square of a text's length."""

from __future__ import annotations

import subprocess
import sys

from tests.samples import ROOT


def test_every_expression_ends_on_long_texts_made_to_keep_it_busy() -> None:
    command = [sys.executable, "-m", "tests.hostile.expressions"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    last = done.stdout.splitlines()[-1:]
    assert done.returncode == 0, f"it did not end: {last} {done.stderr}"
