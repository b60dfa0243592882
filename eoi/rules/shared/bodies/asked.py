"""The people and bodies that a file names as asked, and those that it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.rules.rule import Case, Problem
from eoi.rules.shared.prose.explanations import mentions

STAKEHOLDERS = ("engagement", "stakeholders")


def names_stakeholders(case: Case) -> bool:
    """Tell whether the file names any stakeholders."""
    engagement = case.submission.engagement
    return engagement is not None and bool(engagement.stakeholders)


def report_unasked(case: Case, words: Expression, message: str, help: str) -> Iterator[Problem]:
    """Report a body that no text on engagement or support names, if the file names any stakeholders."""
    if names_stakeholders(case) and not mentions(words, case.engagement_texts):
        yield Problem(STAKEHOLDERS, message, help=help)
