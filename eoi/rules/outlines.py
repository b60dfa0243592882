"""Outlines of rules: what is known of a rule before its module is loaded.

A wheel holds the outlines of all rules. A single file needs two thirds of the rules, and to load the others
takes time; docs/why/architecture.md has the share. A checkout has no outlines and loads every rule, so a new
rule is one new file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from eoi.findings import Certainty, Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import FindingKind, Rule, RuleProperties

COMPILED = Path(__file__).parent.parent / "compiled" / "rules.json"


class RuleOutline(RuleProperties, FrozenValue):
    """The facts of a rule that decide whether it is asked about a file, and what its findings weigh."""

    module: str
    severity: Severity
    certainty: Certainty
    forms: tuple[str, ...] = ()
    since: date | None = None
    finds: FindingKind | None = None
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def outline_rule(rule: Rule) -> RuleOutline:
    """Return the outline of a rule that is loaded."""
    return RuleOutline(
        rule.module,
        rule.severity,
        rule.certainty,
        rule.forms,
        rule.since,
        rule.finds,
        rule.unless,
        rule.needs,
    )


def read_outlines() -> dict[str, RuleOutline]:
    """Return the outlines in the wheel by the module of the rule, or none in a checkout."""
    if not COMPILED.is_file():
        return {}
    return {row[0]: read_outline(row) for row in json.loads(COMPILED.read_bytes())}


def read_outline(row: list[Any]) -> RuleOutline:
    """Return an outline as it was written."""
    module, severity, certainty, forms, since, finds, unless, needs = row
    return RuleOutline(
        module,
        Severity(severity),
        certainty,
        tuple(forms),
        date.fromisoformat(since) if since else None,
        FindingKind(finds) if finds else None,
        tuple(unless),
        tuple(needs),
    )


def write_outlines(rules: Iterable[Rule]) -> str:
    """Write the outlines of rules for a wheel."""
    return json.dumps(list(map(list_facts, rules)))


def list_facts(rule: Rule) -> list[Any]:
    """Return the facts of an outline as JSON takes them."""
    *facts, since, finds, unless, needs = outline_rule(rule).held.values()
    return [*facts, since and since.isoformat(), finds, unless, needs]
