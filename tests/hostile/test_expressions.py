"""No regular expression of the program takes time with the square of a text's length."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.once import once
from tests.samples import ROOT


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str, str]:
    """Return how the trial of all expressions ended, and what it said."""

    def fill(folder: Path) -> None:
        command = [sys.executable, "-m", "tests.hostile.expressions"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
        (folder / "told.json").write_text(json.dumps((done.returncode, done.stdout, done.stderr)), "utf-8")

    text = (once(tmp_path_factory, "expressions", fill) / "told.json").read_text("utf-8")
    code, out, err = json.loads(text)
    return code, out, err


def test_every_expression_ends_on_long_texts_made_to_keep_it_busy(told: tuple[int, str, str]) -> None:
    code, out, err = told
    assert code == 0, f"it did not end: {out.splitlines()[-1:]} {err}"


def test_what_functions_put_together_is_tried_as_well(told: tuple[int, str, str]) -> None:
    """All but four: three put together escaped words, which cannot repeat, and one a set of letters."""
    lines, _, not_reached = (
        told[1].splitlines()[0].partition(" lines put an expression together, not reached: ")
    )
    assert int(lines) >= 12
    assert not_reached.split() == [
        "eoi.document.black_out",
        "eoi.rules.shared.bodies.stakeholders_in_sentences",
        "eoi.submission.withheld_spellings",
        "eoi.writers.pdf.spelling",
    ]
