"""Gaps of the checklist as problems of the rules about completeness."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.rules.case import Case
from eoi.rules.rule import Problem


def report_gaps(case: Case, rule: str) -> Iterator[Problem]:
    """Report the missing answers of a rule. Each has the severity of its most severe gap."""
    for one in case.missing.get(rule, ()):
        wording = one.wording
        yield Problem(
            one.gaps[0].path,
            wording.message,
            help=wording.help,
            severity=one.severity,
            several=wording.several,
            also=tuple([(gap.path, gap.asks) for gap in one.gaps[1:]]),
        )
