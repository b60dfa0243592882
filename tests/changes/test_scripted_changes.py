"""One change after another to a submission with every field, each with the report that `eoi diff` gives.

A case names its base, the lines to replace between `<<<`, `===` and `>>>`, and the report below `report:`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from eoi.changes.diff import Diff, diff_submissions
from eoi.changes.reports.text import write_lines
from eoi.changes.version_change import VersionChange
from tests.samples import ROOT, examined
from tests.tables import for_each

CASES = sorted((ROOT / "tests" / "changes" / "cases").glob("*.txt"))
EDIT = re.compile(r"<<<\n(?P<old>.*?)===\n(?P<new>.*?)>>>\n", re.DOTALL)
WIDTH = 100
REPORT = "report:\n"


class Script(NamedTuple):
    """The two versions of a case, and the report to expect."""

    old: str
    new: str
    report: str


def read_case(path: Path) -> Script:
    head, mark, report = path.read_text(encoding="utf-8").partition(REPORT)
    assert mark
    old = new = (ROOT / head.splitlines()[0].removeprefix("base: ")).read_text(encoding="utf-8")
    edits = list(EDIT.finditer(head))
    assert edits
    for edit in edits:
        assert new.count(edit["old"]) == 1
        new = new.replace(edit["old"], edit["new"])
    return Script(old, new, report)


def diff_texts(old: str, new: str) -> Diff:
    return diff_submissions(examined(old, "old.yaml"), examined(new, "new.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_report_says_what_changed(path: Path, request: pytest.FixtureRequest) -> None:
    script = read_case(path)
    report = "\n".join(write_lines(diff_texts(script.old, script.new), WIDTH)) + "\n"
    if request.config.getoption("--update-goldens"):
        text = path.read_text(encoding="utf-8").partition(REPORT)[0]
        path.write_text(f"{text}{REPORT}{report}", encoding="utf-8")
    else:
        assert report == script.report


@pytest.mark.slow
@for_each(CASES, lambda path: path.stem)
def test_a_row_that_changed_is_not_told_as_gone_and_new(path: Path) -> None:
    """An item that was renamed beyond recognition would be; none of the cases does that."""
    changes = diff_texts(*read_case(path)[:2]).changes
    assert changes
    items = {kind: {change.section for change in changes if change.kind == kind and not change.field}
             for kind in ("added", "removed")}  # fmt: skip
    assert not items["added"] & items["removed"]


@pytest.mark.slow
@pytest.mark.sampled
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_way_back_tells_the_same_changes_the_other_way_round(path: Path) -> None:
    script = read_case(path)
    old, new = examined(script.old, "old.yaml"), examined(script.new, "new.yaml")
    there, back = diff_submissions(old, new), diff_submissions(new, old)
    assert sorted(map(turn, drop_moves(there))) == sorted(
        (one.kind, one.level, one.was, one.now) for one in drop_moves(back)
    )
    assert (len(there.came), len(there.went), there.stayed) == (len(back.went), len(back.came), back.stayed)


def drop_moves(diff: Diff) -> list[VersionChange]:
    return [change for change in diff.changes if change.kind != "moved"]


def turn(change: VersionChange) -> tuple[str, int, str, str]:
    turned = {"added": "removed", "removed": "added"}
    return turned.get(change.kind, change.kind), change.level, change.now, change.was


@pytest.mark.slow
def test_there_are_more_than_forty_cases_of_every_kind_and_level() -> None:
    found = [change for path in CASES for change in diff_texts(*read_case(path)[:2]).changes]
    assert len(CASES) >= 40
    assert {change.kind for change in found} == {"added", "removed", "changed", "moved"}
    assert {change.level.word for change in found} == {"major", "minor", "wording"}
