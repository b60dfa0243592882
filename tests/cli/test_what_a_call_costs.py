"""What `eoi diff`, and looking for a configuration, take beside `eoi check`: ratios of processor time."""

from __future__ import annotations

import resource
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.calls import process
from tests.samples import EXAMPLES
from tests.thorough import examples

LONGEST = max(EXAMPLES, key=lambda path: path.stat().st_size)
FEWEST, MOST = examples(2, 2, 1), 15  # the least of so many: a busy machine only ever adds to a time
OF_A_CHECK = 1.3
NOTHING = 1.06  # what two measurements of the same differ by


def costs_at_most(ratio: float, folder: Path, one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one call takes so many times what the other takes; they take turns on the same machine."""
    costs = list[tuple[float, float]]()
    while len(costs) < MOST:
        costs.append((measure(folder, one), measure(folder, other)))
        least, others = map(min, zip(*costs, strict=True))
        if len(costs) >= FEWEST and least <= ratio * others:
            return True
    return False


def measure(folder: Path, call: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert process("-m", "eoi", *call, cwd=folder).code == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.slow
def test_two_of_the_longest_examples_are_compared_in_little_more_than_one_is_checked(tmp_path: Path) -> None:
    text = LONGEST.read_text(encoding="utf-8")
    changed = text.replace("£220m", "£221m").replace("in_scope: yes", "in_scope: no", 3)
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(changed, encoding="utf-8")
    assert costs_at_most(OF_A_CHECK, tmp_path, ("diff", "old.yaml", "new.yaml"), ("check", "old.yaml"))


@pytest.mark.slow
def test_a_check_where_no_configuration_is_takes_no_longer_than_one_that_looks_for_none(
    tmp_path: Path,
) -> None:
    check = ("check", str(LONGEST))
    assert costs_at_most(NOTHING, tmp_path, check, (*check, "--no-config"))
