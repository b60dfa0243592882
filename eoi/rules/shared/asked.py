"""Who was asked, wherever a file says so: with the stakeholders, the members, the meetings or the support."""

from __future__ import annotations

from eoi.rules.rule import Case
from eoi.rules.shared.texts import wording

STAKEHOLDERS = ("engagement", "stakeholders")


def names_stakeholders(case: Case) -> bool:
    engagement = case.submission.engagement
    return engagement is not None and bool(engagement.stakeholders)


def all_who_were_asked(case: Case) -> str:
    """Everything that is said about engagement and support, to look for a body's name in."""
    return "\n".join([wording(case.submission.engagement), *map(wording, case.submission.support)])
