"""Questions that NHS England will ask: the gravest findings, each worded as a question to a chair."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eoi.checklist import Status
from eoi.document.notes.remarks import quote_code
from eoi.document.words.wording import begin_in_words, ended
from eoi.examined import ExaminedSubmission, is_on_redactions
from eoi.findings import Finding, Severity
from eoi.frozen_value import FrozenValue

MOST = 5
# A board has the document before it, and not the file: "This says £310m" is a sentence of its own text.
IN_A_TEXT = re.compile(r"^This (?=(?:says|names|leaves|puts)\b)")
# These texts can stand before the numbered paragraphs, so that no number leads to them.
TEXTS = {"summary": "summary", "background": "text on the background"}
THE_FIELD = re.compile(r"\b[Tt]he field(?= (?:says|calls|names|holds|includes|excludes)\b|:)")
QUOTED = re.compile(r"'[^']*'")
OF_THE_FILE = re.compile(r"`|\b(?:here|fields?|file|lines? \d+)\b|[a-z]_[a-z]")


class Question(FrozenValue):
    """A question, its reason, and the path of its field."""

    question: str
    reason: str
    path: str = ""


def list_questions_to_expect(examined: ExaminedSubmission) -> tuple[Question, ...]:
    """List the gravest findings as questions, at most five: first what keeps a file from being final.

    A finding that can only be worded with a place or a field of the file is no question for a board.
    """
    asked = [
        word_question_of_finding(finding, examined)
        for finding in sort_errors_first(examined, examined.findings)
        if (finding.severity is Severity.ERROR or not examined.is_missing_answer(finding))
        and is_for_a_board(finding)
        and not is_on_redactions(finding)
    ]
    return tuple([one for one in asked if one.question][:MOST])


def sort_errors_first(examined: ExaminedSubmission, findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by weight, with every error before all else: an error keeps a file from being final."""
    weighed = examined.rules.sort_by_weight(findings)
    return sorted(weighed, key=lambda finding: finding.severity is not Severity.ERROR)


def is_for_a_board(finding: Finding) -> bool:
    """Tell whether a finding can be said without a word of the file, apart from what it quotes."""
    return not OF_THE_FILE.search(QUOTED.sub("", say_to_a_board(finding.message, finding.path)))


def say_to_a_board(message: str, path: str = "") -> str:
    """Word a finding for readers of the document, who see a text and a table but no fields."""
    text = TEXTS.get(path.partition(".")[0], "text")
    return THE_FIELD.sub(name_another_part, IN_A_TEXT.sub(f"The {text} ", message))


def name_another_part(field: re.Match[str]) -> str:
    """Return the words for a field, with the capital that it had."""
    return f"{'A' if field[0][0] == 'T' else 'a'}nother part of the document"


def list_decisions_to_make(examined: ExaminedSubmission) -> tuple[tuple[Finding, Question], ...]:
    """List the findings that somebody has to decide on, each with its question on the first page."""
    weighed = sort_errors_first(examined, examined.other_findings)
    asked = ((finding, word_question_of_finding(finding, examined)) for finding in weighed)
    return tuple([(finding, one) for finding, one in asked if one.question])


def word_question_of_finding(finding: Finding, examined: ExaminedSubmission) -> Question:
    """Return the question that a finding raises. A missing required answer is one still to answer."""
    reason = quote_code(say_to_a_board(finding.message, finding.path))
    words, colon, missing = reason.partition(": ")
    if colon and words == Status.GAP.capitalize():
        return Question("Still to answer:", ended(missing))
    return Question(examined.rules.question(finding), ended(begin_in_words(reason)), finding.path)
