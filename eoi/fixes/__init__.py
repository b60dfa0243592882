"""What can be done about a finding without asking anybody: a module for each rule, named as the rule is.

Its `propose` gives the changes for one finding, or nothing. A fix is safe where it can only be meant so; any
other is suggested, and made on request. No fix states a fact, a vote, a date or a signature.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

from eoi.changes.proposal import Proposal
from eoi.examined import Examined, Unreadable
from eoi.findings import Finding

Safety = Literal["safe", "suggested"]
HELPERS = frozenset({"instead", "making", "places"})


@dataclass(frozen=True, slots=True)
class Fix:
    """The changes that settle a finding; `label` says what they do, as a button would."""

    label: str
    safety: Safety
    changes: tuple[Proposal, ...]


Propose = Callable[[Finding, Examined | Unreadable], Fix | None]


@cache
def list_fixable_rules() -> frozenset[str]:
    """Return the rules that have fixes, without importing any."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return frozenset(name.replace("_", "-") for name in names if name not in HELPERS)


@cache
def load_proposer(rule: str) -> Propose:
    """Import what proposes the fixes for a rule."""
    propose: Propose = import_module(f"{__name__}.{rule.replace('-', '_')}").propose
    return propose


def find_fix(finding: Finding, examined: Examined | Unreadable) -> Fix | None:
    """Return the fix for a finding, if there is one."""
    return load_proposer(finding.rule)(finding, examined) if finding.rule in list_fixable_rules() else None
