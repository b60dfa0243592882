"""Waivers without effect."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.plain_words import find_nearest_word
from eoi.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    for index, waiver in enumerate(case.submission.waivers):
        if waiver not in case.checklist.used:
            near = find_nearest_word(waiver.path, list_open_paths(case))
            yield Problem(
                ("waivers", index, "path"),
                f"The waiver of `{waiver.path}` matches no gap.",
                help=f"Did you mean `{near}`?"
                if near
                else "Delete it, or write the path as the checklist names it.",
                instead=near if near else "",
            )


def list_open_paths(case: Case) -> list[str]:
    """Return the paths of all gaps, as the file and as the round names them."""
    gaps = case.checklist.open_gaps
    return [path for gap in gaps for path in (gap.spot.path, gap.requirement.path)]


RULE = Rule(
    summary="Each waiver matches a gap",
    why="A waiver that matches nothing has a slip in its path, or outlived the gap it was for.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("waivers[]",),
    fails="""
summary: We apply.
waivers:
  - {path: summary, reason: Agreed with the area team}
""",
    passes="""
waivers:
  - {path: summary, reason: Agreed with the area team}
""",
)
