"""The first thing to do in a file, as the report for a person ends."""

from __future__ import annotations

from typing import NamedTuple

from eoi.expressions import Expression
from eoi.findings import Finding, Severity
from eoi.plain_words import join_items, lower_ordinary, lower_start
from eoi.rule_facts import Rank, rank

# A mark within a quotation, such as the colon in `': '`, ends no sentence.
SENTENCE = Expression(r"((?>`[^`]*`|(?<!\w)'[^']*'(?!\w)|[^`])+?)[.:](?=\s|$)")
MEANT = Expression(r"Did you mean (.+)\?$", words="did you mean")
EXAMPLE = "For example"  # the help only shows a value then, and gives no advice
MOST = 4  # lines


Weight = tuple[int, Rank]
"""The order of steps: an error comes before all else, even before a contradiction that only warns."""


class NextStep(NamedTuple):
    """The step to take first, with its weight, so that the steps of several files can be compared."""

    weight: Weight
    path: str
    step: str


def find_next_step(path: str, findings: tuple[Finding, ...]) -> NextStep | None:
    """Return the first thing to do in one file, or None if it has no findings."""
    if not findings:
        return None
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    worst = min(errors or findings, key=rank)
    return NextStep((0 if errors else 1, rank(worst)), path, write_step(worst))


def write_step(finding: Finding) -> str:
    """Write a step, such as `add `governance``, or the disagreement of two values, with their lines."""
    lines = list_lines(finding)
    sentence = SENTENCE.match(MEANT.sub(r"Change it to \1.", finding.help))
    where = f" (line{'s' if len(lines) > 1 else ''} {join_items(lines, MOST)})" if lines else ""
    if finding.help.startswith(EXAMPLE):
        return f"correct this{where}: {lower_ordinary(finding.message.removesuffix('.'))}"
    if sentence is None:
        return f"{finding.message.removesuffix('.')}{where}"
    why = f": {lower_ordinary(finding.message.removesuffix('.'))}" if finding.related else ""
    return f"{lower_start(sentence[1])}{where}{why}"


def list_lines(finding: Finding) -> tuple[int, ...]:
    """List the lines of a finding, and the lines of the place that disagrees with it."""
    related = (finding.related.span.start.line,) if finding.related else ()
    return tuple(dict.fromkeys((*finding.lines, *related)))
