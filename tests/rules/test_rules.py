"""Every rule finds what its cases say, there and nowhere else, and nothing in the cases that pass.

A case is a file in `tests/cases/<rule>/`. What is expected of that rule stands in it as comments:

    # expect: 7:12 warning adds up to £67.9k
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eoi.findings import Finding, Position
from eoi.rules import load_catalogue
from eoi.rules.rule import Rule
from tests.rules.findings_of_cases import judge_case
from tests.tables import failure_of, for_each

CASES = Path(__file__).parent.parent / "cases"
EXPECTED = re.compile(r"^\s*# expect: (\d+):(\d+) (error|warning|advice) (.+)$", re.MULTILINE)
HEAD = "round: 2014\nform: joint\n"
APPLICANT = "applicants:\n  - name: NHS Somewhere CCG\n"
RULES = {rule.name: rule for rule in load_catalogue()}
FILES = sorted(path for name in RULES for path in (CASES / name).glob("*.yaml"))


def found_by(rule: str, text: str) -> list[Finding]:
    can_be_read, found = judge_case(text)
    assert can_be_read, [finding.message for finding in found]
    return [finding for finding in found if finding.rule == rule]


def places(found: list[Finding]) -> list[tuple[Position, Finding]]:
    """Each position once for each finding: what is true of several items is expected of each."""
    every = [(start, one) for one in found for start in {place.span.start for place in one.places}]
    return sorted(every, key=lambda pair: (pair[0], pair[1].message))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_its_cases_expect(rule: str) -> None:
    failed = [
        f"{path.stem}: {why}"
        for path in sorted((CASES / rule).glob("*.yaml"))
        if (why := failure_of(find_what_a_case_expects, path))
    ]
    assert not failed, "\n".join(failed)


def find_what_a_case_expects(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = [
        (int(line), int(column), weight, words) for line, column, weight, words in EXPECTED.findall(text)
    ]
    found = places(found_by(path.parent.name, text))
    assert [(*start, finding.severity.label) for start, finding in found] == [row[:3] for row in expected]
    for (_, finding), (_, _, _, words) in zip(found, expected, strict=True):
        assert words in f"{finding.message} {finding.help}"


def test_a_rule_has_a_case_that_fails_and_one_that_passes() -> None:
    lacking = [
        f"{name} needs a case that {'fails, with `# expect:`' if fails else 'passes, without `# expect:`'}, "
        f"in tests/cases/{name}/"
        for name in RULES
        for fails in (True, False)
        if fails not in {bool(EXPECTED.search(text)) for text in texts_of_cases(name)}
    ]
    assert not lacking, "\n".join(lacking)


def texts_of_cases(name: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((CASES / name).glob("*.yaml"))]


def completed(rule: Rule, example: str) -> str:
    """The example as a whole file: with a round and form that the rule binds, and an applicant."""
    head = "" if "round:" in example else HEAD.replace("joint", rule.forms[0] if rule.forms else "joint")
    return head + ("" if "applicants:" in example else APPLICANT) + example


@pytest.mark.long
@for_each(list(RULES.values()), lambda rule: rule.name)
def test_the_example_that_fails_fails_and_the_one_that_passes_passes(rule: Rule) -> None:
    assert found_by(rule.name, completed(rule, rule.fails))
    assert found_by(rule.name, completed(rule, rule.passes)) == []


def test_at_least_thirty_rules_were_seen() -> None:
    assert len(RULES) >= 30
    assert len(FILES) >= 60


def test_a_rule_says_what_it_checks_why_and_where_that_comes_from() -> None:
    for rule in RULES.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
        assert rule.summary
        assert not rule.summary.endswith(".")
        assert rule.why.endswith(".")
        assert rule.source
