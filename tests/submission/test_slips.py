"""The slips officers make, each a file with the complete list of findings it must give.

A file of `tests/cases/slips` says it in comments: `# expect: LINE:COLUMN [and LINE:COLUMN] SEVERITY RULE
WORDS`, where the second place is the one that the finding also points at, and WORDS stand in the message
or the help. `# fix: LINE|TEXT` is what doing as told leaves in the place of a line: several lines, where
several have its number, and none where there is no `|`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Span
from eoi.pipeline import examine
from tests.tables import for_each

SLIPS = Path(__file__).parents[1] / "cases" / "slips"
CASES = sorted(SLIPS.glob("*.yaml"))
EXPECTED = re.compile(r"^# expect: (\d+:\d+(?: and \d+:\d+)? \w+ [a-z0-9-]+) (.+)$", re.MULTILINE)
FIX = re.compile(r"^# fix: (\d+)(?:\|(.*))?$", re.MULTILINE)
JARGON = re.compile(r"scalar|token|mapping|parse|sequence|not valid YAML|expected")

BREAKING = [case for case in CASES if " yaml-syntax " in case.read_text(encoding="utf-8")]

each_breaking_case = pytest.mark.parametrize("case", BREAKING, ids=[case.stem for case in BREAKING])
each_case = pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])


def findings_of(case: Path) -> tuple[Finding, ...]:
    examined = examine(case.read_bytes(), case.name)
    assert isinstance(examined, UnreadableFile)
    return examined.findings


def headline(finding: Finding) -> str:
    also = f" and {place(finding.related.span)}" if finding.related else ""
    return f"{place(finding.span)}{also} {finding.severity.label} {finding.rule}"


def place(span: Span) -> str:
    return f"{span.start.line}:{span.start.column}"


def fixes_of(text: str) -> dict[int, list[str]]:
    fixes: dict[int, list[str]] = {}
    for number, line in FIX.findall(text):
        fixes.setdefault(int(number), [])
        if f"# fix: {number}|" in text:
            fixes[int(number)].append(line)
    return fixes


def fixed(text: str) -> bytes:
    """The case as it is when somebody has done what its findings say."""
    fixes = fixes_of(text)
    lines = enumerate(text.split("\n"), 1)
    return "\n".join(row for number, line in lines for row in fixes.get(number, [line])).encode()


def test_the_slips_are_seen() -> None:
    assert len(CASES) >= 140
    assert len(BREAKING) >= 95


@pytest.mark.long
@for_each(BREAKING, lambda case: case.stem)
def test_a_slip_is_put_right_by_doing_what_its_finding_says(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    assert fixes_of(text)
    examined = examine(fixed(text), case.name)
    assert isinstance(examined, ExaminedSubmission), [finding.message for finding in examined.findings]


@pytest.mark.sampled
@each_breaking_case
def test_the_program_would_put_a_slip_right_as_it_says(case: Path) -> None:
    """It reads on as if that were done, so it must find all that is there to find in the corrected file."""
    text = case.read_text(encoding="utf-8")
    examined = examine(text.encode(), case.name)
    assert isinstance(examined, UnreadableFile)
    if not only_syntax(examined.findings):
        return
    later = examine(fixed(text), case.name)
    assert isinstance(later, ExaminedSubmission)
    told = {(finding.rule, finding.message) for finding in examined.every_finding}
    assert {(finding.rule, finding.message) for finding in later.findings} <= told


def only_syntax(findings: tuple[Finding, ...]) -> bool:
    return all(finding.rule == "yaml-syntax" for finding in findings)


@pytest.mark.long
@for_each(CASES, lambda case: case.stem)
def test_a_slip_is_found_where_it_was_made_and_nothing_else_is(case: Path) -> None:
    expected = EXPECTED.findall(case.read_text(encoding="utf-8"))
    found = findings_of(case)
    assert [headline(finding) for finding in found] == [line for line, _ in expected]
    for finding, (_, words) in zip(found, expected, strict=True):
        assert words in f"{finding.message} {finding.help}"


@pytest.mark.sampled
@each_case
def test_a_slip_is_explained_in_whole_sentences_without_jargon(case: Path) -> None:
    for finding in findings_of(case):
        assert not JARGON.search(f"{finding.message} {finding.help}")
        assert re.fullmatch(r"[A-Z`'].*[^.?!]\.", finding.message)
        assert re.fullmatch(r"([A-Z`].*[^.?][.?])?", finding.help)
