"""The people and bodies that a file names as asked."""

from __future__ import annotations

from eoi.rules.case import Case

STAKEHOLDERS = ("engagement", "stakeholders")


def names_stakeholders(case: Case) -> bool:
    """Tell whether the file names any stakeholders."""
    engagement = case.submission.engagement
    return engagement is not None and bool(engagement.stakeholders)
