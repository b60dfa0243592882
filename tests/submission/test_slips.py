"""The slips officers make, each a file with the complete list of findings it must give.

A file of `tests/cases/slips` says it in comments: `# expect: LINE:COLUMN [and LINE:COLUMN] SEVERITY RULE
WORDS`, where the second place is the one that the finding also points at, and WORDS stand in the message
or the help.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eoi.examination import Unreadable, examine
from eoi.findings import Finding, Span

SLIPS = Path(__file__).parents[1] / "cases" / "slips"
CASES = sorted(SLIPS.glob("*.yaml"))
EXPECTED = re.compile(r"^# expect: (\d+:\d+(?: and \d+:\d+)? \w+ [a-z0-9-]+) (.+)$", re.MULTILINE)
JARGON = re.compile(r"scalar|token|mapping|parse|sequence|not valid YAML|expected")

each_case = pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])


def findings_of(case: Path) -> tuple[Finding, ...]:
    examined = examine(case.read_bytes(), case.name)
    assert isinstance(examined, Unreadable)
    return examined.findings


def headline(finding: Finding) -> str:
    also = f" and {place(finding.related.span)}" if finding.related else ""
    return f"{place(finding.span)}{also} {finding.severity.label} {finding.rule}"


def place(span: Span) -> str:
    return f"{span.start.line}:{span.start.column}"


def test_the_slips_are_seen() -> None:
    assert len(CASES) >= 80


@each_case
def test_a_slip_is_found_where_it_was_made_and_nothing_else_is(case: Path) -> None:
    expected = EXPECTED.findall(case.read_text(encoding="utf-8"))
    found = findings_of(case)
    assert [headline(finding) for finding in found] == [line for line, _ in expected]
    for finding, (_, words) in zip(found, expected, strict=True):
        assert words in f"{finding.message} {finding.help}"


@each_case
def test_a_slip_is_explained_in_whole_sentences_without_jargon(case: Path) -> None:
    for finding in findings_of(case):
        assert not JARGON.search(f"{finding.message} {finding.help}")
        assert re.fullmatch(r"[A-Z`'].*[^.?!]\.", finding.message)
        assert re.fullmatch(r"([A-Z`].*[^.?][.?])?", finding.help)
