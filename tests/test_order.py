"""The worst first: what contradicts itself before what is only missing, and the last line says what to do."""

from __future__ import annotations

import re

import pytest

from eoi.cli.check_options import CheckOptions
from eoi.cli.report_files import choose_order
from eoi.findings import Finding, Position, Severity, Span
from eoi.pipeline import examine
from eoi.reports import CheckedFile, Style, list_report_formats, write_report
from eoi.reports.next_step import find_next_step
from eoi.rule_facts import sort_by_weight
from eoi.rules import load_catalogue
from eoi.rules.rule import FindingKind
from tests.samples import ROOT, examined, skeleton

BANES = ROOT / "examples" / "bath-and-north-east-somerset.yaml"
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

# The five contradictions of the published document, as `eoi check` says them.
CONTRADICTIONS = {
    "sanctions are the Board's, and out of scope": "'Applying contractual sanctions', but it is out of scope",
    "mergers are the Board's, and in scope": "'Confirming practice mergers', but it is in scope",
    "discretionary payments are the Board's above no value": "'Discretionary payments' in cases that are not",
    "dentistry is in scope, and led by NHS England": "would lead it. [someone-else-leads]",
    "dentistry and dispensing have one comment": "for the same comment. [opposite-flags]",
}


def at(line: int, rule: str, severity: Severity = WARNING) -> Finding:
    return Finding(rule, severity, "Wrong.", Span(Position(line, 1), Position(line, 2)))


def order(*findings: Finding) -> list[str]:
    return [finding.rule for finding in sort_by_weight(findings)]


def test_a_reader_is_told_of_contradictions_then_sums_then_unfinished_text_then_answers() -> None:
    found = [
        at(1, "long-sentence", ADVICE),
        at(2, "evaluation-incomplete"),
        at(3, "answer-missing", ERROR),
        at(4, "placeholder-text", ERROR),
        at(5, "resources-total", ERROR),
        at(6, "opposite-flags"),
        at(7, "wrong-value", ERROR),
    ]
    assert order(*found) == [finding.rule for finding in reversed(found)]


def test_what_could_be_meant_comes_after_what_is_wrong_and_before_the_blanks() -> None:
    doubted, sure = at(1, "reserved-decision-in-scope", ADVICE), at(2, "reserved-decision-in-scope")
    blank, total = at(1, "answer-missing"), at(3, "resources-total", ADVICE)
    assert sort_by_weight([total, blank, doubted, sure]) == (sure, doubted, blank, total)


def test_what_weighs_the_same_stands_in_the_order_of_the_file() -> None:
    assert order(at(9, "opposite-flags"), at(2, "form-disagrees"), at(5, "opposite-flags")) == [
        "form-disagrees",
        "opposite-flags",
        "opposite-flags",
    ]


def test_every_rule_has_a_kind_and_every_kind_has_rules() -> None:
    kinds = [rule.kind for rule in load_catalogue()]
    assert set(kinds) == set(FindingKind)
    assert kinds.count(FindingKind.CONTRADICTION) > 20


def wanted(format_: str | None = None, order_: str | None = None) -> CheckOptions:
    return CheckOptions(format_, (), "error", None, None, "never", None, order=order_)


@pytest.mark.parametrize("name", list_report_formats())
def test_reports_for_people_begin_with_the_worst_and_the_others_keep_the_file_order(name: str) -> None:
    assert choose_order(name, wanted()) == ("weight" if name in ("full", "markdown") else "file")
    assert {choose_order(name, wanted(order_=one)) for one in ("file", "weight")} == {"file", "weight"}


def report(source: str | bytes, width: int = 100, name: str = "ccg.yaml") -> list[str]:
    judged = examined(source, name)
    checked = CheckedFile(name, judged.source, sort_by_weight(judged.findings))
    return write_report("full", [checked], Style(width, order="weight")).split("\n")


@pytest.mark.parametrize(("width", "room"), [(100, 45), (60, 60)])
@pytest.mark.parametrize("words", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_the_five_contradictions_of_the_real_document_stand_in_the_first_screen(
    width: int, room: int, words: str
) -> None:
    lines = report(BANES.read_bytes(), width, "examples/bath-and-north-east-somerset.yaml")
    screen = " ".join(" ".join(lines[:room]).split())
    assert words in screen
    assert screen.count(" help: ") == 5


def test_the_last_line_says_what_to_do_first_and_where() -> None:
    *_, last, end = report(skeleton())
    assert end == ""
    text = " ".join(" ".join(report(BANES.read_bytes())).split())
    assert re.search(r"First: say who leads it \(lines \d+ and \d+\): 'Dentistry .+ would lead it\.$", text)
    assert last.startswith(("First: ", "  "))


def test_what_to_do_first_is_what_the_first_finding_says_to_do() -> None:
    text = skeleton(more="resources:\n  posts: [{role: Manager, cost: £40k}]\n  total: £50k\n")
    first = sort_by_weight(examined(text).findings)[0]
    last = " ".join(report(text)[-3:])
    assert first.rule == "resources-total"
    assert first.help.startswith("Check each cost and the total")
    assert "First: check each cost and the total (lines 7 and 6): the posts add up to £40k, not £50k" in last


def test_of_several_files_the_last_line_names_the_one_to_begin_with() -> None:
    files = []
    for name, more in (("a.yaml", ""), ("b.yaml", "resources:\n  posts: [{cost: £1k}]\n  total: £9k\n")):
        judged = examined(skeleton(more=more), name)
        files.append(CheckedFile(name, judged.source, judged.findings))
    assert "\nFirst: b.yaml: check each cost" in write_report("full", files, Style(100))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            "summary: Urgent care: same day\nsumary: y\n",
            "First: put a value that holds ': ' in quotes, and every field on a line of its own (line 5)",
        ),
        ("sumary: A bid.\nbudgt: 1\n", "First: change it to `summary` (line 5)"),
        ("qqq: A bid.\nqqqq: 1\n", "First: use one of the other fields here (line 5)"),
        ("start: 2015-04\nstarts: 2015-04\n", "First: "),
        (
            "submitted: soon\nsummary: x\nsumary: y\n",
            "First: correct this (line 5): `submitted` cannot be read",
        ),
        (
            "governance: {reserved_decisions: [{decision: a, threshold: above £50,000}]}\nsumary: x\n",
            "First: put the value in quotes (line 5)",
        ),
        (
            "governance: {groups: [{name: A group, kind: Board, or a committee}]}\nsumary: x\n",
            "First: put the value in quotes (line 5)",
        ),
    ],
)
def test_what_to_do_first_about_a_wrong_name_is_an_action(more: str, told: str) -> None:
    outcome = examine(skeleton(more=more).encode(), "ccg.yaml")
    checked = CheckedFile("ccg.yaml", outcome.source, outcome.findings)
    text = " ".join(write_report("full", [checked], Style(100)).split())
    assert told in text
    assert not re.search(r"First: (?:did|the|`|it|inside) ", text)


def test_where_nothing_or_one_thing_was_found_nothing_comes_first() -> None:
    judged = examined(skeleton())
    for findings in ((), judged.findings[:1]):
        assert "First: " not in write_report("full", [CheckedFile("a.yaml", judged.source, findings)])


def test_the_first_thing_to_do_is_about_an_error_although_contradictions_are_told_first() -> None:
    more = "governance: {groups: [{name: Joint Committee, quorum: Four, quorum_minimum: 5}]}\n"
    text = " ".join(report(skeleton(more=f"{more}resources: {{posts: [{{cost: £90k}}], total: £40k}}\n")))
    assert text.index("[quorum-minimum-differs]") < text.index("[resources-total]")
    assert "First: check each cost and the total" in text


def test_the_first_thing_to_do_keeps_the_capital_of_a_name() -> None:
    more = "engagement: {members: {ballot: {ccg: Leeds, for: 20}}}\n"
    found = [one for one in examined(skeleton(more=more)).findings if one.rule == "ballot-of-no-applicant"]
    first = find_next_step("ccg.yaml", tuple(found))
    assert first
    assert first.step.endswith(": Leeds has a vote of its members, but no applicant has that name")
