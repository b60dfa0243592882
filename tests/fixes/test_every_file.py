"""Fixes over every file that the tests have: no new finding, no lost comment, and nothing more to do."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.fixes import find_fix
from eoi.fixes.fix_file import FixedFile, count_by_rule, fix_file
from eoi.pipeline import examine
from tests.samples import ROOT
from tests.thorough import IS_IN_CI, IS_LONG_SEARCH

FOLDERS = ("cases", "honest", "planted", "bids", "examples")
FILES = sorted(file for folder in FOLDERS for file in (ROOT / "tests" / folder).rglob("*.yaml"))
# What a fix takes out itself.
GONE = "# eoi: ignore"


@lru_cache(maxsize=4)  # most files have nothing to fix, and would be examined three times
def examine_once(raw: bytes) -> ExaminedSubmission | UnreadableFile:
    return examine(raw, "ccg.yaml")


def fix(raw: bytes) -> FixedFile:
    return fix_file(raw, examine_once, suggested=True)


def comments(raw: bytes) -> Counter[str]:
    lines = raw.decode(errors="replace").splitlines()
    return Counter(line.partition("# ")[2] for line in lines if "# " in line and GONE not in line)


def check_file(file: Path) -> bool:
    """Fix one file and check what came of it; tell whether anything was fixed."""
    raw = file.read_bytes()
    done = fix(raw)
    before, after = examine_once(raw), examine_once(done.raw)
    assert not [one.rule for one in after.every_finding if find_fix(one, after, False)], file
    if done.raw == raw:
        return False
    if isinstance(before, ExaminedSubmission):
        assert isinstance(after, ExaminedSubmission), file
        assert not count_by_rule(after.findings) - count_by_rule(before.findings), file
    assert not comments(raw) - comments(done.raw), file
    assert fix(done.raw).raw == done.raw, file
    return True


@pytest.mark.slow
def test_a_fixed_file_has_no_new_finding_and_all_its_comments() -> None:
    """Neighbours are alike: of a rule's cases each third is enough, and at a desk each twelfth."""
    assert len(FILES) > 600
    files = FILES if IS_LONG_SEARCH else FILES[:: 3 if IS_IN_CI else 12]
    assert sum(map(check_file, files)) >= len(files) // 30
