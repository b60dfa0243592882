"""The level of a change, by the field that it touches."""

from __future__ import annotations

from eoi.changes.version_change import Level
from eoi.submission.approvals import approves
from eoi.submission.assurance import Support
from eoi.submission.kinds import MARKDOWN
from eoi.submission.part import Field
from eoi.submission.quantities import MONEY

# The fields that a board or NHS England has agreed to, and the lists whose items it has.
DECIDED = frozenset(
    {
        "round", "form", "status", "applicants", "applicants.name", "applicants.code",
        "applicants.board_approved", "arrangement.fallback", "arrangement.phases.form",
        "arrangement.options.preferred", "arrangement.carve_outs", "decision.outcome", "decision.conditions",
        "governance.groups", "governance.groups.quorum", "governance.groups.quorum_minimum",
        "governance.groups.members.voting", "support.conditions", "resources.posts",
        "arrangement.budget.lines",
    }
)  # fmt: skip
# A change below these is a change of a decision.
DECIDED_BELOW = ("governance.reserved_decisions", "scope.functions", "scope.tables.functions")
# One-line fields that explain and decide nothing.
PROSE = frozenset(
    {
        "answer", "case", "changes", "comment", "covers", "description", "how", "note", "point",
        "reason", "risk",
    }
)  # fmt: skip


def weigh(pattern: str, field: Field, is_item: bool) -> Level:
    """Return the level of a change at `scope.functions.in_scope`, a path without the numbers of items.

    `is_item` tells that a whole item of the list came, went or moved.
    """
    name = pattern.rpartition(".")[2]
    if field.kind is MONEY or pattern in DECIDED:
        return Level.MAJOR
    if field.kind is MARKDOWN or (name in PROSE and not is_item):
        return Level.WORDING
    below = any(pattern == above or pattern.startswith(f"{above}.") for above in DECIDED_BELOW)
    return Level.MAJOR if below else Level.MINOR


def weigh_support(*versions: Support | None) -> Level:
    """Return the level of a change to the response of a body: major if it approved before or approves now."""
    is_approval = any(version is not None and approves(version) for version in versions)
    return Level.MAJOR if is_approval else Level.MINOR
