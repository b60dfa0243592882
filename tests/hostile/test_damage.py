"""A damaged letterhead, template or figure is the CCG's to put right: no mistake of eoi, and told soon."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eoi.reports.lines import COMMAND, UNSAFE
from tests.compiled_program import run_module
from tests.once import once

Outcomes = tuple[list[tuple[str, object, str]], int]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such files nor limits")
MOST_MEMORY = 500_000_000
CODES = (0, 1, 2)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """All in one process, whose memory is limited, and which ends when one case takes too long."""

    def fill(folder: Path) -> None:
        done = run_module("tests.hostile.damage")
        assert done.returncode == 0, done.stderr[-2000:]
        (folder / "outcomes.txt").write_text(done.stdout, encoding="utf-8")

    text = (once(tmp_path_factory, "damage", fill) / "outcomes.txt").read_text(encoding="utf-8")
    *told, memory = map(json.loads, text.splitlines())
    return told, memory


def test_no_damage_is_a_mistake_of_ours(outcomes: Outcomes) -> None:
    from tests.hostile.damage import CASES

    told, _ = outcomes
    assert len(told) == len(CASES) >= 50
    assert [(name, code, said) for name, code, said in told if code not in CODES] == []
    assert [(name, said) for name, _, said in told if "Traceback" in said or "internal error" in said] == []


def test_what_is_said_of_damage_acts_on_no_terminal(outcomes: Outcomes) -> None:
    said = [(name, text) for name, _, text in outcomes[0]]
    assert [
        (name, text) for name, text in said if set(UNSAFE.findall(text)) - {"\n"} or COMMAND.search(text)
    ] == []


def test_damage_is_told_within_little_memory(outcomes: Outcomes) -> None:
    assert outcomes[1] < MOST_MEMORY


def test_what_is_no_letterhead_template_or_figure_at_all_ends_the_command(outcomes: Outcomes) -> None:
    from tests.hostile.damage import REFUSED

    codes = {name: code for name, code, _ in outcomes[0]}
    for target in ("letterhead", "template", "figure"):
        assert {name: codes[f"{target}: {name}"] for name in REFUSED} == dict.fromkeys(REFUSED, 2)
