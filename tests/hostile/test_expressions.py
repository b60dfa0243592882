"""No regular expression of the program takes time with the square of a text's length."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.compiled_program import run_module
from tests.once import once


class Trial(NamedTuple):
    """How the trial of all expressions ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    def fill(folder: Path) -> None:
        done = run_module("tests.hostile.expressions")
        (folder / "told.json").write_text(json.dumps((done.returncode, done.stdout, done.stderr)), "utf-8")

    text = (once(tmp_path_factory, "expressions", fill) / "told.json").read_text("utf-8")
    return Trial(*json.loads(text))


def test_every_expression_ends_on_long_texts_made_to_keep_it_busy(trial: Trial) -> None:
    assert trial.code == 0, f"it did not end: {trial.lines[-1:]} {trial.err}"


def test_what_functions_put_together_is_tried_as_well(trial: Trial) -> None:
    """All but three: two put together escaped words, which cannot repeat, and one a set of letters."""
    lines, not_reached = json.loads(trial.lines[0])
    assert lines >= 12
    assert not_reached == [
        "eoi.document.black_out",
        "eoi.submission.withheld_spellings",
        "eoi.writers.pdf.spelling",
    ]


def test_every_expression_of_the_program_is_found(trial: Trial) -> None:
    found = json.loads(trial.lines[1])
    assert len(found) > 600
    assert {
        "eoi.rules.shared.bodies.quorums.SHARE[0]",
        "eoi.rules.shared.bodies.quorums.NEED[1]",
        "eoi.source.layout.FIELD",
        "eoi.reports.markdown.NOT_CODE",
    } <= found.keys()


def test_no_two_expressions_share_a_key_and_one_is_anchored_by_the_module_that_it_comes_from(
    trial: Trial,
) -> None:
    names = {
        name: anchored for name, anchored in json.loads(trial.lines[1]).items() if name.startswith("eoi.")
    }
    assert len({name.partition("[")[0].rpartition(".")[2] for name in names}) < len(names) - 50
    anchored = [name for name, is_anchored in names.items() if is_anchored]
    assert 50 < len(anchored) < len(names) / 2
    assert "eoi.rules.shared.prose.words.WORD" not in anchored
