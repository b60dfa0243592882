"""Fixes that need no answer from anybody: a module for each rule, with the name of the rule.

Its `propose` returns the fix for a finding, or None. A fix is safe if nothing else can be meant. Any other
fix is suggested, and made only on request, as is every fix in `on_request` and `instead`. No fix states a
fact, a vote, a date or a signature.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.modules import list_modules

if TYPE_CHECKING:
    from eoi.change import Change

Safety = Literal["safe", "suggested"]
# Findings of these rules know the right value, such as the sum of the figures. It is written on request.
WITH_THE_RIGHT_VALUE = ("budget-lines-total", "ccg-name-differs", "posts-wte-total", "resources-total")
HELPERS = frozenset({"fix_file", "instead", "on_request", "pasted_bullets", "places"})


class Fix(FrozenValue):
    """The changes that resolve a finding. `label` describes them, like the label of a button."""

    label: str
    safety: Safety
    changes: tuple[Change, ...]


Propose = Callable[[Finding, ExaminedSubmission | UnreadableFile], Fix | None]


@cache
def list_fixes() -> dict[str, str]:
    """Return the name of the module with the fixes for each rule, without importing any."""
    here = ((f"{__name__}.", path) for path in __path__)
    below = ((f"{__name__}.on_request.", f"{path}/on_request") for path in __path__)
    return dict.fromkeys(WITH_THE_RIGHT_VALUE, f"{__name__}.instead") | {
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


def find_fix(
    finding: Finding, examined: ExaminedSubmission | UnreadableFile, suggested: bool = False
) -> Fix | None:
    """Return the fix for a finding, or None. With `suggested`, it may also be one that is only likely."""
    module = list_fixes().get(finding.rule)
    if module is None or (not suggested and (".on_request." in module or module.endswith(".instead"))):
        return None
    fix = load_proposer(module)(finding, examined)
    if fix is None or (fix.safety != "safe" and not suggested):
        return None
    from eoi.change import can_apply  # late: few findings have a fix

    return fix if can_apply(examined.source, fix.changes) else None


class FixesOfFile:
    """The fixes for the findings of one file. Each is looked for once, and only when needed."""

    def __init__(self, examined: ExaminedSubmission | UnreadableFile) -> None:
        self.examined = examined
        self.found: dict[tuple[int, bool], Fix | None] = {}

    def __call__(self, finding: Finding, suggested: bool = False) -> Fix | None:
        if finding.rule not in list_fixes():
            return None
        key = (id(finding), suggested)
        if key not in self.found:
            self.found[key] = find_fix(finding, self.examined, suggested)
        return self.found[key]
