"""Questions that NHS England will ask: the gravest findings, each worded as a question to a chair."""

from __future__ import annotations

from eoi.checklist.items import Status
from eoi.document.remarks import AS_CODE
from eoi.document.wording import begin_in_words, ended
from eoi.examined import Examined
from eoi.findings import Finding, Severity
from eoi.frozen_value import FrozenValue

MOST = 5


class Question(FrozenValue):
    """A question, its reason, and the path of its field."""

    question: str
    reason: str
    path: str = ""


def questions_to_expect(examined: Examined) -> tuple[Question, ...]:
    """List the gravest findings as questions, at most five, the gravest first."""
    missing = set(examined.missing_answers)
    asked = [
        question_of(finding, examined)
        for finding in examined.rules.sort_by_weight(examined.findings)
        if finding not in missing or finding.severity is Severity.ERROR
    ]
    return tuple([one for one in asked if one.question][:MOST])


def decisions_to_make(examined: Examined) -> tuple[tuple[Finding, Question], ...]:
    """List the findings that somebody has to decide on, each with its question on the first page."""
    weighed = examined.rules.sort_by_weight(examined.other_findings)
    asked = ((finding, question_of(finding, examined)) for finding in weighed)
    return tuple([(finding, one) for finding, one in asked if one.question])


def question_of(finding: Finding, examined: Examined) -> Question:
    """Return the question that a finding raises. A missing required answer is one still to answer."""
    reason = AS_CODE.sub(r"'\1'", finding.message)
    words, colon, missing = reason.partition(": ")
    if colon and words == Status.GAP.capitalize():
        return Question("Still to answer:", ended(missing))
    return Question(examined.rules.question(finding), ended(begin_in_words(reason)), finding.path)
