"""The preferences of an organisation: which rules it looks at. Errors of reading are told all the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eoi.findings import Finding
from eoi.rules import find_families


@dataclass(frozen=True, slots=True)
class Preferences:
    """Names of rules and of families; what names a rule itself weighs more than what names its family."""

    ignore: tuple[str, ...] = ()

    def wants(self, rule: str, family: str) -> bool:
        """Tell whether a rule is looked at."""
        return rule not in self.ignore and family not in self.ignore

    def choose(self, findings: Iterable[Finding]) -> list[Finding]:
        """Keep the findings of rules that are looked at."""
        families = find_families()
        return [one for one in findings if self.wants(one.rule, families.get(one.rule, "reading"))]
