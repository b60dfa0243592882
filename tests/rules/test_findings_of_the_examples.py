"""What `eoi check` says of the examples: the whole list as reviewed text, and why each line of it is there.

`pytest --update-goldens tests/rules/test_findings_of_the_examples.py` writes the lists anew; read the
difference before you commit it. The table below them is from the study of the published document of Bath
and North East Somerset: its numbers that do not reconcile, its scope table row by row, its contradictions
and what it leaves out.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from eoi.findings import Finding, Severity
from eoi.reports import CheckedFile, write_report
from tests.samples import EXAMPLES, ROOT, examined
from tests.tables import for_each, for_each_row

GOLDENS = ROOT / "tests" / "golden" / "check"
BANES = ROOT / "examples" / "bath-and-north-east-somerset.yaml"
ROWS = "scope.functions"

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@cache
def findings_of(path: Path) -> tuple[Finding, ...]:
    return examined(path.read_bytes()).findings


def found_in_banes() -> dict[tuple[str, str], Finding]:
    """By the rule and each of its places."""
    return {(one.rule, place.path): one for one in findings_of(BANES) for place in one.places}


def pointed_at(finding: Finding, path: str) -> str:
    (place,) = (place for place in finding.places if place.path == path)
    return BANES.read_text(encoding="utf-8").split("\n")[place.span.start.line - 1]


@each_example
def test_an_example_is_told_exactly_what_was_reviewed(path: Path, request: pytest.FixtureRequest) -> None:
    source = examined(path.read_bytes()).source
    checked = [CheckedFile(f"examples/{path.name}", source, findings_of(path))]
    written = write_report("concise", checked)
    golden = GOLDENS / f"{path.stem}.txt"
    if request.config.getoption("--update-goldens"):
        golden.write_text(written, encoding="utf-8", newline="\n")
    assert written == golden.read_text(encoding="utf-8")


def test_every_example_has_its_list_and_every_list_its_example() -> None:
    assert sorted(path.stem for path in GOLDENS.glob("*.txt")) == [path.stem for path in EXAMPLES]
    assert len(EXAMPLES) >= 4


# What the file shows, the rule that must find it, its field, its weight and a text of the line pointed at.
SHOWN = (
    ("the posts add up to £79.3k", "resources-total", "resources.total", "advice", "£79.4k"),
    ("row 10 is led by others", "someone-else-leads", f"{ROWS}[9].in_scope", "warning", "yes"),
    ("rows 10 and 11 differ", "opposite-flags", f"{ROWS}[10].in_scope", "warning", "no"),
    ("row 12 claims an interest", "interest-out-of-scope", f"{ROWS}[11].interest", "advice", "medium"),
    ("row 14 claims an interest", "interest-out-of-scope", f"{ROWS}[13].interest", "advice", "medium"),
    ("row 15 has no comment", "scope-row-incomplete", f"{ROWS}[14].comment", "warning", "Rent reviews"),
    ("row 7 has no risk", "scope-row-incomplete", f"{ROWS}[6].risk", "warning", "new providers"),
    ("row 8 has no risk", "scope-row-incomplete", f"{ROWS}[7].risk", "warning", "pharmacy"),
    ("row 9 has no risk", "scope-row-incomplete", f"{ROWS}[8].risk", "warning", "Professional Network"),
    ("row 10 has no risk", "scope-row-incomplete", f"{ROWS}[9].risk", "warning", "Dentistry"),
    ("row 16 has no risk", "scope-row-incomplete", f"{ROWS}[15].risk", "warning", "Training"),
    ("pharmacy is in scope", "contractor-group-not-offered", f"{ROWS}[7].in_scope", "advice", "yes"),
    ("eye care is in scope", "contractor-group-not-offered", f"{ROWS}[8].in_scope", "advice", "yes"),
    ("dentistry is in scope", "contractor-group-not-offered", f"{ROWS}[9].in_scope", "advice", "yes"),
    ("four rows, one risk", "same-risk-everywhere", f"{ROWS}[2].risk", "advice", "engagement"),
    (
        "sanctions are the Board's and the area team's",
        "reserved-decision-out-of-scope",
        "governance.reserved_decisions[0].decision",
        "warning",
        "sanctions",
    ),
    (
        "mergers are the Board's and the quarterly group's",
        "reserved-decision-in-scope",
        "governance.reserved_decisions[1].decision",
        "warning",
        "mergers",
    ),
    (
        "payments are the Board's above a value not given",
        "reserved-decision-in-scope",
        "governance.reserved_decisions[2].decision",
        "advice",
        "Discretionary payments",
    ),
    (
        "the mental health trust said nothing",
        "stakeholder-view-missing",
        "engagement.stakeholders[2].view",
        "warning",
        "Mental health trust",
    ),
    (
        "only leaders were asked, and none voted",
        "members-without-numbers",
        "engagement.members.consulted",
        "warning",
        "consulted:",
    ),
    (
        "Healthwatch has no seat",
        "committee-healthwatch",
        "governance.groups[0].members",
        "advice",
        "members:",
    ),
    ("no quorum", "group-incomplete", "governance.groups[0].quorum", "advice", "Strategic"),
    ("no quorum below", "group-incomplete", "governance.groups[1].quorum", "advice", "Commissioning Group"),
    ("no chair below", "group-incomplete", "governance.groups[1].chair", "warning", "Commissioning Group"),
    (
        "nobody sits below",
        "group-incomplete",
        "governance.groups[1].members",
        "warning",
        "Commissioning Group",
    ),
    ("first review: no measure", "evaluation-incomplete", "evaluation[0].measure", "advice", "Comparisons"),
    ("first review: no date", "evaluation-incomplete", "evaluation[0].when", "advice", "Comparisons"),
    ("second review: no measure", "evaluation-incomplete", "evaluation[1].measure", "advice", "processes"),
    ("third review: no measure", "evaluation-incomplete", "evaluation[2].measure", "advice", "performance"),
    ("fourth review: no measure", "evaluation-incomplete", "evaluation[3].measure", "advice", "Primary"),
    ("fourth review: no date", "evaluation-incomplete", "evaluation[3].when", "advice", "Primary"),
    (
        "only the month of the Board's approval",
        "board-approval-missing",
        "applicants[0].board_approved",
        "warning",
        "NHS Bath",
    ),
    ("no practice count", "answer-missing", "applicants[0].practices", "advice", "NHS Bath"),
    (
        "no date of the populations",
        "answer-missing",
        "applicants[0].population.as_of",
        "advice",
        "population:",
    ),
    ("nobody signs", "signatory-missing", "signatories", "warning", ""),
    ("no day of submission", "answer-missing", "submitted", "warning", ""),
    (
        "no registers",
        "answer-missing",
        "governance.conflicts_of_interest.registers",
        "warning",
        "conflicts_of_interest:",
    ),
    ("first priority: no target", "answer-missing", "priorities[0].measure", "advice", "prevention"),
    ("last priority: no target", "answer-missing", "priorities[5].measure", "advice", "IT systems"),
    ("manager: no WTE", "answer-missing", "resources.posts[0].wte", "advice", "Project manager"),
    ("administrator: no WTE", "answer-missing", "resources.posts[1].wte", "advice", "Admin support"),
)


@for_each_row([row[1:] for row in SHOWN])
def test_what_the_document_shows_is_found_at_its_field(rule: str, path: str, weight: str, line: str) -> None:
    finding = found_in_banes()[rule, path]
    assert finding.severity.label == weight
    assert line in pointed_at(finding, path)


def test_nothing_in_the_real_document_is_an_error() -> None:
    weights = {finding.severity for finding in findings_of(BANES)}
    assert weights == {Severity.WARNING, Severity.ADVICE}


@pytest.mark.parametrize(
    ("rule", "path", "words"),
    [
        ("resources-total", "resources.total", "£43.3k + £24.6k + £11.4k = £79.3k"),
        ("resources-total", "resources.total", "which rounding can explain"),
        ("same-risk-everywhere", f"{ROWS}[2].risk", "4 functions"),
        ("opposite-flags", f"{ROWS}[10].in_scope", "dispensing doctors"),
        ("reserved-decision-in-scope", "governance.reserved_decisions[2].decision", "not stated"),
    ],
)
def test_a_finding_shows_its_working(rule: str, path: str, words: str) -> None:
    assert words in found_in_banes()[rule, path].message


@pytest.mark.parametrize(
    ("rule", "path", "second"),
    [
        ("opposite-flags", f"{ROWS}[10].in_scope", "in_scope: yes"),
        ("reserved-decision-out-of-scope", "governance.reserved_decisions[0].decision", "in_scope: no"),
        ("reserved-decision-in-scope", "governance.reserved_decisions[1].decision", "in_scope: yes"),
        ("reserved-decision-in-scope", "governance.reserved_decisions[2].decision", "in_scope: yes"),
    ],
)
def test_where_two_places_disagree_both_are_pointed_at(rule: str, path: str, second: str) -> None:
    related = found_in_banes()[rule, path].related
    assert related is not None
    lines = BANES.read_text(encoding="utf-8").split("\n")
    assert second in lines[related.span.start.line - 1]


# The numbers that reconcile: no finding may stand at these fields, nor speak of these figures.
@for_each(
    [
        "applicants[0].population.resident",
        "applicants[0].population.registered",
        "applicants[0].budget",
        "applicants[0].running_costs",
        "applicants[0].staff",
        "applicants[0].clusters",
        "applicants[0].commissioning_support",
        "applicants[0].name",
        "applicants[0].code",
        "arrangement.budget",
        "engagement.public",
        "engagement.nhs_england",
        "timescales",
    ]
)
def test_nothing_is_said_of_the_facts_that_reconcile(path: str) -> None:
    assert [found for _, found in found_in_banes() if found.startswith(path)] == []


@for_each(["177,643", "197,040", "220m", "23.1", "4.7m", "28.6", "58%", "42", "34"])
def test_no_finding_speaks_of_a_figure_that_reconciles(figure: str) -> None:
    pattern = re.compile(rf"(?<![\d.,£]){re.escape(figure)}(?![\d.,k])")
    texts = [f"{finding.message} {finding.help}" for finding in findings_of(BANES)]
    assert [text for text in texts if pattern.search(text)] == []


def test_the_six_priorities_are_told_of_nothing_but_their_missing_measures() -> None:
    found = [(rule, path) for rule, path in found_in_banes() if "priorities" in path]
    assert found == [("answer-missing", f"priorities[{index}].measure") for index in range(6)]


def test_the_rows_of_the_scope_that_are_in_order_are_left_alone() -> None:
    rows = {0, 1, 3, 4, 5, 12}
    paths = [path for _, path in found_in_banes()]
    assert [path for path in paths if path.startswith(tuple(f"{ROWS}[{row}]" for row in rows))] == []
    assert {rule for rule, path in found_in_banes() if "functions[2]" in path} == {"same-risk-everywhere"}


@pytest.mark.parametrize("path", [path for path in EXAMPLES if path != BANES], ids=lambda path: path.stem)
def test_minutes_that_tell_little_are_only_told_what_is_missing(path: Path) -> None:
    """The other examples come from minutes: short, and without a contradiction."""
    rules = {finding.rule for finding in findings_of(path)}
    assert rules <= {
        "answer-missing",
        "board-approval-missing",
        "evaluation-incomplete",
        "finance-missing",
        "functions-not-named",
        "healthwatch-not-asked",
        "lmc-view",
        "signatory-missing",
        "stakeholder-view-missing",
        "support-not-dated",
    }
    errors = [finding for finding in findings_of(path) if finding.severity is Severity.ERROR]
    missing = {"answer-missing", "finance-missing", "signatory-missing"}
    assert "answer-missing" in {finding.rule for finding in errors} <= missing
