"""The level of a change, by the field that it is in, and by the figures of a text."""

from __future__ import annotations

from eoi.changes.figures_in_texts import list_text_figures
from eoi.changes.version_change import Level
from eoi.submission import MARKDOWN
from eoi.submission.approvals import approves
from eoi.submission.assurance import Support
from eoi.submission.part import Field
from eoi.submission.quantities import MONEY

# Fields on which a board or NHS England has decided, and lists whose items they decided on.
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
# Any change below these fields is a change of a decision.
DECIDED_BELOW = ("governance.reserved_decisions", "scope.functions", "scope.tables.functions")
# One-line fields that only explain.
PROSE = frozenset(
    {
        "answer", "case", "changes", "comment", "covers", "description", "how", "note", "point",
        "reason", "risk",
    }
)  # fmt: skip


def weigh(pattern: str, field: Field, is_item: bool) -> Level:
    """Return the level of a change, by its path without indexes, such as `scope.functions.in_scope`.

    `is_item` says that a whole item of a list was added, removed or moved.
    """
    name = pattern.rpartition(".")[2]
    if field.kind is MONEY or pattern in DECIDED:
        return Level.MAJOR
    if field.kind is MARKDOWN or (name in PROSE and not is_item):
        return Level.WORDING
    below = any(pattern == above or pattern.startswith(f"{above}.") for above in DECIDED_BELOW)
    return Level.MAJOR if below else Level.MINOR


def weigh_words(was: str, now: str) -> Level:
    """Return the level of a change to a text that only explains: with other figures it is no mere wording."""
    return Level.WORDING if list_text_figures(was) == list_text_figures(now) else Level.MINOR


def weigh_support(*versions: Support | None) -> Level:
    """Return the level of a change to a body's response.

    It is major if the body approved before or approves now.
    """
    is_approval = any(version is not None and approves(version) for version in versions)
    return Level.MAJOR if is_approval else Level.MINOR
