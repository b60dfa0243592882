"""The first step to take, as a sentence: the help of the most severe finding."""

from __future__ import annotations

from typing import NamedTuple

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.lists import join_items, lower_start
from eoi.order import Rank, rank

SENTENCE = Expression(r"((?:`[^`]*`|[^`])+?)[.:](?=\s|$)")
MEANT = Expression(r"Did you mean (.+)\?$", words="did you mean")
EXAMPLE = "For example"  # the help only shows a value then, and gives no advice
MOST = 4  # lines


class NextStep(NamedTuple):
    """The step to take first, with its rank, so that the steps of several files can be compared."""

    rank: Rank
    path: str
    step: str


def find_next_step(path: str, findings: tuple[Finding, ...]) -> NextStep | None:
    """Return the first thing to do in one file, or None if it has no findings."""
    if not findings:
        return None
    worst = min(findings, key=rank)
    return NextStep(rank(worst), path, write_step(worst))


def write_step(finding: Finding) -> str:
    """Write a step, such as `add `governance``, or the disagreement of two values, with their lines."""
    lines = list_lines(finding)
    sentence = SENTENCE.match(MEANT.sub(r"Change it to \1.", finding.help))
    where = f" (line{'s' if len(lines) > 1 else ''} {join_items(lines, MOST)})" if lines else ""
    if finding.help.startswith(EXAMPLE):
        return f"correct this{where}: {lower_start(finding.message.removesuffix('.'))}"
    if sentence is None:
        return f"{finding.message.removesuffix('.')}{where}"
    why = f": {lower_start(finding.message.removesuffix('.'))}" if finding.related else ""
    return f"{lower_start(sentence[1])}{where}{why}"


def list_lines(finding: Finding) -> tuple[int, ...]:
    """List the lines of a finding, and the lines of the place that disagrees with it."""
    related = (finding.related.span.start.line,) if finding.related else ()
    return tuple(dict.fromkeys((*finding.lines, *related)))
