"""The report of a sentence that does not agree with a field."""

from __future__ import annotations

from eoi.findings import Severity
from eoi.rules.rule import Problem
from eoi.rules.shared.prose.sentences import Sentence
from eoi.source.nodes import Path

HELP = "Correct one of the two."


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
