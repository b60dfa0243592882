"""Problems that several rules report alike: a contradiction, a missing answer, a body that was not asked."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Words
from eoi.findings import Severity
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.explanations import mentions
from eoi.source.nodes import Path

HELP = "Correct one of the two."
STAKEHOLDERS = ("engagement", "stakeholders")


def report_contradiction(
    sentence: Sentence,
    message: str,
    field: Path,
    *,
    sure: bool = False,
    at: tuple[int, int] | None = None,
    label: str = "stated here",
    help: str = HELP,
) -> Problem:
    """Report a warning if `sure`, else a suggestion, since prose can be misread.

    `at` is the part of the sentence that contradicts the field, if it is not all of it.
    """
    return Problem(
        sentence.written.path,
        message,
        help=help,
        other=(field, label),
        severity=Severity.WARNING if sure else Severity.ADVICE,
        words=sentence.cut_passage(*at) if at else sentence.words,
    )


def report_gaps(case: Case, rule: str) -> Iterator[Problem]:
    """Report the missing answers of a rule. Each has the severity of its most severe gap."""
    for one in case.missing.get(rule, ()):
        wording = one.wording
        yield Problem(
            one.gaps[0].path,
            wording.message,
            help=wording.help,
            severity=one.severity,
            several=wording.several,
            also=tuple([(gap.path, gap.asks) for gap in one.gaps[1:]]),
        )


def names_stakeholders(case: Case) -> bool:
    """Tell whether the file names any stakeholders."""
    engagement = case.submission.engagement
    return engagement is not None and bool(engagement.stakeholders)


def report_unasked(case: Case, words: Words, message: str, help: str) -> Iterator[Problem]:
    """Report a body that no text on engagement or support names, if the file names any stakeholders."""
    if names_stakeholders(case) and not mentions(words, case.engagement_texts):
        yield Problem(STAKEHOLDERS, message, help=help)
