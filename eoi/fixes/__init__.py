"""Fixes that need no answer from anybody: a module for each rule, named as the rule is.

Its `propose` gives the changes for one finding, or nothing. A fix is safe where it can only be meant so; any
other is suggested, and made on request: those of a rule in `on_request` always are. No fix states a fact, a
vote, a date or a signature.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from eoi.examined import Examined, Unreadable
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.modules import list_modules

if TYPE_CHECKING:
    from eoi.change import Change

Safety = Literal["safe", "suggested"]
HELPERS = frozenset({"fix_file", "instead", "on_request", "pasted_bullets", "places"})


class Fix(FrozenValue):
    """The changes that resolve a finding; `label` describes them, like the label of a button."""

    label: str
    safety: Safety
    changes: tuple[Change, ...]


Propose = Callable[[Finding, Examined | Unreadable], Fix | None]


@cache
def list_fixes() -> dict[str, str]:
    """Return the module with the fixes for each rule, without importing any."""
    here = ((f"{__name__}.", path) for path in __path__)
    below = ((f"{__name__}.on_request.", f"{path}/on_request") for path in __path__)
    return {
        name.replace("_", "-"): f"{prefix}{name}"
        for prefix, path in (*below, *here)
        for name in list_modules([path])
        if name not in HELPERS
    }


@cache
def load_proposer(module: str) -> Propose:
    """Import the function that proposes the fixes for a rule."""
    propose: Propose = import_module(module).propose
    return propose


def find_fix(finding: Finding, examined: Examined | Unreadable, suggested: bool = False) -> Fix | None:
    """Return the fix for a finding, if there is one; with `suggested`, also one that is only likely."""
    module = list_fixes().get(finding.rule)
    if module is None or (not suggested and ".on_request." in module):
        return None
    fix = load_proposer(module)(finding, examined)
    return fix if fix and (suggested or fix.safety == "safe") else None


class FixesOfFile:
    """The fixes for the findings of one file, each looked for once and only when somebody asks."""

    def __init__(self, examined: Examined | Unreadable) -> None:
        self.examined = examined
        self.found: dict[tuple[int, bool], Fix | None] = {}

    def __call__(self, finding: Finding, suggested: bool = False) -> Fix | None:
        if finding.rule not in list_fixes():
            return None
        key = (id(finding), suggested)
        if key not in self.found:
            self.found[key] = find_fix(finding, self.examined, suggested)
        return self.found[key]
