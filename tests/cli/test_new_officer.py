"""A new officer's first file: from `eoi new`, filled in plainly, with a dozen slips; and two runs of `check`.

The facts are those of Bath and North East Somerset, as the example has them. The first run tells every slip
at its line. When each of those lines is corrected, the second run finds no error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Severity
from eoi.pipeline import examine
from eoi.source import load
from eoi.source.nodes import convert_to_plain
from eoi.source.outline import make_outline
from tests.cli.calls import process
from tests.samples import example

Slip = tuple[str, Callable[[str], str]]

FILLED = (
    *("applicants.short_name", "applicants.population.resident", "applicants.budget"),
    *("applicants.running_costs", "applicants.staff.headcount", "applicants.staff.wte"),
    *("applicants.commissioning_support.provider", "applicants.strategy.title"),
    *("applicants.strategy.published", "summary", "background.vision", "background.structure"),
    *("benefits.vision", "benefits.five_year_plan", "benefits.integration", "benefits.quality"),
    *("benefits.involvement", "benefits.inequalities", "scope.introduction"),
    *("scope.functions.in_scope", "scope.functions.forum", "resources.introduction", "resources.posts.role"),
    *("resources.posts.band", "resources.posts.cost", "arrangement.overview", "timescales.milestone"),
    *("timescales.date", "governance.groups.name", "governance.groups.meets", "governance.existing"),
    "governance.conflicts_of_interest.arrangements",
)
# What is typed wrongly: the field, and how its line comes out.
SLIPS: tuple[Slip, ...] = (
    ("form", lambda line: line.replace(": ", "：")),
    ("applicants.short_name", lambda line: f" {line}"),
    ("applicants.population.resident", lambda line: line.replace(":", "")),
    ("applicants.budget", lambda line: line.replace(": ", ":\u00a0")),
    ("applicants.staff.wte", lambda line: line.replace("      ", "\t")),
    ("applicants.commissioning_support.provider", lambda line: line.replace(": ", ": @")),
    ("applicants.strategy.title", lambda line: line.replace(": ", ': "')),
    ("summary", lambda line: line.replace(": ", ":")),
    ("benefits.quality", lambda line: line[1:]),
    ("scope.functions.function", lambda line: line.replace("- ", "– ")),
    ("resources.posts.cost", lambda line: line.replace(": ", " = ")),
    ("timescales.milestone", lambda line: line.replace("- ", "  ")),
    ("governance.groups.meets", lambda line: line.replace("      ", "    ")),
    ("governance.existing", lambda line: f"- {line.strip()}"),
)


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of the file as it was meant."""
    file = tmp_path_factory.mktemp("new") / "ccg.yaml"
    made = process("-m", "eoi", "new", str(file), "--form", "joint", "--code", "11E", cwd=file.parent)
    assert made.code == 0, made.err
    lines = file.read_text(encoding="utf-8").split("\n")
    tree = load(example("bath-and-north-east-somerset"), "ccg.yaml").tree
    assert tree is not None
    facts = convert_to_plain(tree)
    numbers = {path: number for number, path in reversed(list(paths(lines)))}
    for path in FILLED:
        number = numbers[path]
        fact = fact_at(facts, path)
        is_long = lines[number - 1].endswith("|")
        filled = f"\n{' ' * (column(lines[number - 1]) + 2)}" if is_long else " "
        lines[number - 1] += filled + fact.strip().split("\n")[0]
    return "\n".join(lines).split("\n")


def paths(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Each field's line and the names that lead to it."""
    around: list[tuple[int, str]] = []
    for line in make_outline(enumerate(lines, 1)):
        if line.name is None:
            continue
        while around and around[-1][0] >= line.key_column:
            around.pop()
        around.append((line.key_column, line.name))
        yield line.number, ".".join(name for _, name in around)


def column(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def fact_at(facts: Any, path: str) -> str:
    """What the example says there, in the first item of each list."""
    for name in path.split("."):
        facts = facts[name]
        facts = facts[0] if isinstance(facts, list) else facts
    assert isinstance(facts, str)
    return facts


def errors(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def with_slips(right: list[str], slips: tuple[Slip, ...] = SLIPS) -> tuple[list[str], list[int]]:
    numbers = {path: number for number, path in reversed(list(paths(right)))}
    wrong = list(right)
    for path, slip in slips:
        wrong[numbers[path] - 1] = slip(wrong[numbers[path] - 1])
    return wrong, sorted(numbers[path] for path, _ in slips)


def test_the_file_as_it_was_meant_has_no_error(right: list[str]) -> None:
    outcome = examine("\n".join(right).encode(), "ccg.yaml")
    assert isinstance(outcome, ExaminedSubmission)
    assert errors(outcome.findings) == []


def test_a_dozen_slips_are_all_told_in_the_first_run_each_at_its_line(right: list[str]) -> None:
    wrong, made = with_slips(right)
    assert len(made) >= 12
    outcome = examine("\n".join(wrong).encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    assert [finding.span.start.line for finding in errors(outcome.every_finding)] == made
    assert outcome.source.lost == ()


def test_when_the_lines_that_were_told_are_corrected_the_second_run_has_no_error(right: list[str]) -> None:
    wrong, _ = with_slips(right)
    first = examine("\n".join(wrong).encode(), "ccg.yaml")
    for finding in errors(first.every_finding):
        number = finding.span.start.line
        wrong[number - 1] = right[number - 1]
    second = examine("\n".join(wrong).encode(), "ccg.yaml")
    assert isinstance(second, ExaminedSubmission)
    assert errors(second.findings) == []


@pytest.mark.long
def test_the_first_run_already_tells_what_the_second_would(right: list[str]) -> None:
    """Where all is slips of YAML: without its dash, the milestone is a group in the place of a list."""
    wrong, _ = with_slips(right, tuple(one for one in SLIPS if one[0] != "timescales.milestone"))
    first = examine("\n".join(wrong).encode(), "ccg.yaml")
    second = examine("\n".join(right).encode(), "ccg.yaml")
    told = {(finding.rule, finding.message) for finding in first.every_finding}
    assert {(finding.rule, finding.message) for finding in second.every_finding} <= told


@pytest.mark.slow
@pytest.mark.parametrize("slip", SLIPS, ids=[path for path, _ in SLIPS])
def test_each_of_the_slips_is_told_when_it_is_the_only_one(right: list[str], slip: Slip) -> None:
    wrong, made = with_slips(right, (slip,))
    outcome = examine("\n".join(wrong).encode(), "ccg.yaml")
    assert [finding.span.start.line for finding in errors(outcome.every_finding)] == made
