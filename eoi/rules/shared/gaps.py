"""Gaps of the checklist as problems, for the rules about completeness."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.rules.rule import Case, Problem


def gaps(case: Case, rule: str) -> Iterator[Problem]:
    """The open gaps of the requirements that name `rule`, as grave as each requirement is."""
    for gap in case.checklist.open_gaps:
        if gap.requirement.rule == rule:
            yield Problem(
                gap.path, f"To complete: {gap.asks}", help=gap.help, severity=gap.requirement.severity
            )
