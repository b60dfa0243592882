"""The removal of findings that only repeat what a better rule reports about the same item.

A finding that a comment sets aside counts too, so the findings that repeat it are also removed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from eoi.findings import Finding
from eoi.rules import list_outlines


def drop_echoes(findings: list[Finding], aside: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that repeat another on the same item, shown or set aside."""
    if not any(one.rule in list_better_rules() for one in findings):
        return findings
    said = {(one.rule, item) for one in (*findings, *aside) for item in list_finding_items(one)}
    return [one for one in findings if said.isdisjoint(list_better_findings(one))]


def list_better_findings(finding: Finding) -> set[tuple[str, str]]:
    """Return the rule and item of each finding that would make this one unnecessary."""
    return {
        (rule, item)
        for rule in list_better_rules().get(finding.rule, ())
        for item in list_finding_items(finding)
    }


def list_finding_items(finding: Finding) -> set[str]:
    """Return the items of a finding: its own, and that of the place that disagrees with it."""
    related = [finding.related.path] if finding.related and finding.related.path else []
    return {item_of_path(path) for path in (finding.path, *related)}


def item_of_path(path: str) -> str:
    """Return the path of the list item that a path leads into, or the path itself."""
    item, bracket, _ = path.rpartition("]")
    return item + bracket if bracket else path


@cache
def list_better_rules() -> dict[str, tuple[str, ...]]:
    """Return, for each rule, the rules that report the same cause better."""
    return {rule.name: rule.unless for rule in list_outlines() if rule.unless}
