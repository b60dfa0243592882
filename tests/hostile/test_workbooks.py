"""A hostile workbook ends in a sentence, soon and in little memory, and nothing is written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eoi.reports.lines import COMMAND, UNSAFE
from tests.compiled_program import run_module
from tests.once import once

Outcomes = list[tuple[str, int, str, bool]]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
MOST_MEMORY = 1_200_000_000


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcomes, int]:
    """All in one process, whose memory is limited, and which ends when one case takes too long."""

    def fill(folder: Path) -> None:
        done = run_module("tests.hostile.workbooks")
        assert done.returncode == 0, done.stdout[-500:] + done.stderr[-2000:]
        (folder / "outcomes.txt").write_text(done.stdout, encoding="utf-8")

    text = (once(tmp_path_factory, "workbooks", fill) / "outcomes.txt").read_text(encoding="utf-8")
    *outcomes, memory = map(json.loads, text.splitlines())
    return outcomes, memory


def test_a_hostile_workbook_ends_the_command_with_one_sentence(outcomes: tuple[Outcomes, int]) -> None:
    from tests.hostile.workbooks import REFUSED

    refused = [(name, code, said) for name, code, said, *_ in outcomes[0] if name in REFUSED]
    assert len(refused) == len(REFUSED) >= 15
    assert [one for one in refused if one[1] != 2 or "cannot be imported" not in one[2]] == []


def test_what_a_cell_holds_is_listed_or_taken_and_never_acts(outcomes: tuple[Outcomes, int]) -> None:
    from tests.hostile.workbooks import LISTED

    listed = [(name, code, said) for name, code, said, *_ in outcomes[0] if name in LISTED]
    assert len(listed) == len(LISTED) >= 7
    assert [one for one in listed if one[1] not in (0, 1)] == []


def test_nothing_is_written_and_nothing_that_is_said_acts_on_a_terminal(
    outcomes: tuple[Outcomes, int],
) -> None:
    assert [name for name, *_, kept in outcomes[0] if not kept] == []
    for _, _, said, _ in outcomes[0]:
        assert not set(UNSAFE.findall(said)) - {"\n"}
        assert not COMMAND.search(said)
        assert "Traceback" not in said


def test_every_hostile_workbook_came_to_an_end_in_little_memory(outcomes: tuple[Outcomes, int]) -> None:
    from tests.hostile.workbooks import CASES

    assert [name for name, *_ in outcomes[0]] == list(CASES)
    assert outcomes[1] < MOST_MEMORY
