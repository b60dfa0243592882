"""The preferences of an organisation: which rules run, and the severity of their findings.

Errors in reading are always reported, since nothing can be judged before they are fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eoi.findings import Finding, Severity
from eoi.rules import find_families

READING = "reading"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Names of rules and families. The name of a rule has precedence over that of its family."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    ignore_here: tuple[str, ...] = ()

    def wants(self, rule: str, family: str) -> bool:
        """Tell whether a rule is to be applied."""
        if rule in self.ignore_here or family in self.ignore_here or rule in self.ignore:
            return False
        if rule in self.select:
            return True
        return family not in self.ignore and (not self.select or family in self.select)

    def weight(self, rule: str, family: str) -> Severity | None:
        """Return the severity of the rule's findings, or None to leave it to the round."""
        by_name = dict(self.severity)
        return by_name.get(rule, by_name.get(family))

    def choose(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings of rules that are to be applied, each with its severity."""
        return list(self.list_chosen(findings))

    def list_chosen(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        families = find_families()
        for one in findings:
            family = families.get(one.rule, READING)
            if not self.wants(one.rule, family):
                continue
            weight = self.weight(one.rule, family)
            yield one if weight in (None, one.severity) else reweigh(one, weight)


def reweigh(finding: Finding, weight: Severity | None) -> Finding:
    """Return a finding with another severity, and with its usual one kept."""
    assert weight, "a weight that is left to the round changes nothing"
    return finding._replace(severity=weight, usual=finding.severity)
