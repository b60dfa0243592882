"""What the checklist has as missing, as problems, for the rules about completeness."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.rules.rule import Case, Problem


def gaps(case: Case, rule: str) -> Iterator[Problem]:
    """The missing answers that `rule` reports, as grave as the gravest of each."""
    for one in case.missing.get(rule, ()):
        first, *others = one.gaps
        yield Problem(
            first.path,
            one.message,
            help=one.help,
            severity=one.severity,
            several=one.several,
            also=tuple([(gap.path, gap.asks) for gap in others]),
        )
