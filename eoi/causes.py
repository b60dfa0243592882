"""One cause, one finding: what another rule has said of the same item is not said again.

What a comment sets aside has been said too, so what it stands for does not come back in other words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from eoi.findings import Finding
from eoi.rules import catalogue


def drop_echoes(findings: list[Finding], aside: Iterable[Finding]) -> list[Finding]:
    if not any(one.rule in list_better_rules() for one in findings):
        return findings
    said = {(one.rule, item) for one in (*findings, *aside) for item in list_items(one)}
    return [one for one in findings if said.isdisjoint(list_better_findings(one))]


def list_better_findings(finding: Finding) -> set[tuple[str, str]]:
    """Return what would say it better, of its own item or of the one it disagrees with."""
    return {
        (rule, item) for rule in list_better_rules().get(finding.rule, ()) for item in list_items(finding)
    }


def list_items(finding: Finding) -> set[str]:
    """Its own, and that of the place which disagrees with it: two figures that changed places are two."""
    related = [finding.related.path] if finding.related and finding.related.path else []
    return {find_item(path) for path in (finding.path, *related)}


def find_item(path: str) -> str:
    """Return the item of a list that a path leads into, or the field itself."""
    item, bracket, _ = path.rpartition("]")
    return item + bracket if bracket else path


@cache
def list_better_rules() -> dict[str, tuple[str, ...]]:
    """List for each rule those that say the same better, where there are any."""
    return {rule.name: rule.unless for rule in catalogue() if rule.unless}
