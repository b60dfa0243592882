"""Texts that say alone where several CCGs apply, or together with a CCG that is no applicant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.sentences import Sentence
from eoi.submission.ccg_names import names_another, names_of

PARTS = ("summary", "ccgs_involved", "background", "arrangement")
ALONE = re.compile(
    r"\b(?:appl(?:y|ies|ying)|application|bid|expression of interest|go(?:es|ing)? forward|proceed\w*)\b"
    r"[^.;]{0,40}\b(?:alone|on (?:our|its) own|only for (?:our|one) CCG|as a single CCG|from one CCG)\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:appl(?:y|ies|ying)|bid\w*|submit\w*)\b[^.;]{0,30}\b(?:together|jointly) with\b"
    r"|\bjoint (?:bid|application|submission|expression of interest) (?:by|of|with|from)\b",
    re.IGNORECASE,
)
NHS_ENGLAND = re.compile(r"\bwith NHS England\b", re.IGNORECASE)
UNLIKELY = re.compile(
    r"\b(?:not|rather than|instead|considered|could|might|may|if|later|future|was|were)\b", re.I
)


def check(case: Case) -> Iterator[Problem]:
    several = len(case.submission.applicants) > 1
    names = [name for applicant in case.submission.applicants for name in names_of(applicant)]
    for sentence in case.sentences:
        if sentence.written.path[0] not in PARTS or UNLIKELY.search(sentence.text):
            continue
        if several and ALONE.search(sentence.text):
            yield problem(sentence, "says that one CCG applies alone, and several are applicants")
        elif names_others(sentence.text, several, names):
            yield problem(sentence, "names CCGs as applying together that are not all applicants")


def names_others(sentence: str, several: bool, names: list[frozenset[str]]) -> bool:
    match = TOGETHER.search(sentence)
    if match is None or NHS_ENGLAND.search(sentence):
        return False
    return names_another(sentence, names) or (not several and "CCGs" in sentence)


def problem(sentence: Sentence, what: str) -> Problem:
    return Problem(
        sentence.written.path,
        f"This {what}.",
        help="Correct the text, or the list of `applicants`.",
        other=(("applicants", 0, "name"), "the applicants"),
        words=sentence.words,
    )


RULE = Rule(
    summary="The texts name the same applicants as the list",
    why="Whether a CCG applies alone or with others decides whose approval and whose signature is needed.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
ccgs_involved:
  reasons: It is logical to apply alone.
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
ccgs_involved:
  reasons: |
    It is logical to apply alone. We considered a joint bid with NHS Elsewhere CCG. We apply jointly with NHS
    England.
""",
)
