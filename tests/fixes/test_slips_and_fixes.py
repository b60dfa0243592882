"""What `--fix` does to every slip that the tests have: many are put right, and none gets worse."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Severity
from eoi.fixes.fix_file import FixedFile, fix_file
from eoi.pipeline import examine
from tests.samples import ROOT
from tests.submission.test_slips import CASES, fixed, fixes_of
from tests.tables import for_each
from tests.thorough import some_of

# What YAML can read only once it is fixed, and what is certain all the same.
PUT_RIGHT = (
    "asterisks-for-dashes",
    "bar-without-a-space",
    "bullet-for-a-dash",
    "bullets-for-dashes",
    "curly-quotes-round-a-colon",
    "dash-without-a-space-before-a-group",
    "dot-for-a-dash",
    "em-dash-for-a-dash",
    "en-dash-for-a-dash",
    "en-dash-without-a-space",
    "en-dashes-for-all-dashes",
    "full-width-colon",
    "long-dashes-in-a-list-of-texts",
    "minus-sign-for-a-dash",
    "missing-space-after-a-colon-in-an-item",
    "missing-space-after-colon",
    "misspelt-field-at-the-top",
    "misspelt-field-deep-down",
    "no-break-space-after-a-colon-of-an-item",
    "no-break-space-after-a-colon",
    "no-break-space-after-a-dash",
    "no-break-spaces",
    "ratio-sign-for-a-colon",
    "tab-after-a-dash",
    "tab-before-a-dash",
    "tab",
    "tabs-on-three-lines",
    "value-deleted-before-a-comma",
    "value-deleted-in-braces",
    "wrong-form",
)

each_case = pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])


@cache
def fix(case: Path, suggested: bool = False) -> FixedFile:
    return fix_file(case.read_bytes(), lambda raw: look(raw, case.name), suggested)


@cache
def look(raw: bytes, name: str) -> ExaminedSubmission | UnreadableFile:
    return examine(raw, name)


@pytest.mark.slow
@for_each(PUT_RIGHT)
def test_a_certain_slip_is_put_right_as_its_finding_says(name: str) -> None:
    case = next(case for case in CASES if case.stem == name)
    assert isinstance(look(case.read_bytes(), case.name), UnreadableFile)
    done = fix(case)
    assert isinstance(look(done.raw, case.name), ExaminedSubmission)
    text = case.read_text(encoding="utf-8")
    if fixes_of(text):
        assert done.raw == fixed(text)


@pytest.mark.slow
def test_more_than_twenty_slips_are_put_right() -> None:
    right = [case.stem for case in CASES if isinstance(look(fix(case).raw, case.name), ExaminedSubmission)]
    assert set(PUT_RIGHT) <= set(right)
    assert len(right) >= 25


@pytest.mark.sampled
@each_case
def test_no_slip_gets_worse(case: Path) -> None:
    before = look(case.read_bytes(), case.name)
    for suggested in (False, True):
        after = look(fix(case, suggested).raw, case.name)
        assert isinstance(after, ExaminedSubmission) or isinstance(before, UnreadableFile)
        if isinstance(after, UnreadableFile):
            errors = [
                sum(one.severity is Severity.ERROR for one in found.findings) for found in (before, after)
            ]
            assert errors[1] <= errors[0]


@pytest.mark.slow
@for_each(some_of(CASES, 60), lambda case: case.stem)
def test_fixing_again_changes_nothing(case: Path) -> None:
    done = fix(case, True)
    assert fix_file(done.raw, lambda raw: look(raw, case.name), True).raw == done.raw


@pytest.mark.sampled
@each_case
def test_no_comment_is_lost(case: Path) -> None:
    text, after = case.read_text(encoding="utf-8"), fix(case, True).raw.decode()
    comments = [line for line in text.split("\n") if line.startswith("# ")]
    assert comments
    assert all(comment in after for comment in comments)


def test_a_file_without_anything_to_fix_keeps_its_bytes() -> None:
    examples = sorted((ROOT / "examples").glob("*.yaml"))
    assert len(examples) >= 4
    for example in examples:
        raw = example.read_bytes()
        assert fix_file(raw, lambda changed: examine(changed, "ccg.yaml")).raw == raw
