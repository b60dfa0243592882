"""Percentages in long texts against the fields that state them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures_against_fields import Field, differs, first_of_each, problem
from eoi.rules.shared.prose_figures import Figure, is_of_here
from eoi.source.nodes import Path

FEW = r"(?:[\w'’-]+\s+){0,5}?"
# The path of each share, what it is called, and the words that stand just before or after it in a text.
SHARES = (
    (
        "engagement.public.response_rate",
        "the response rate",
        r"respon(?:se|ded|ses|dents)|repl(?:y|ies|ied)|return\w*",
    ),
    (
        "engagement.public.views.in_favour",
        "the share in favour",
        r"in favour|support\w*|(?:were|was|are) for|agreed?|welcom\w+",
    ),
    ("engagement.public.views.against", "the share against", r"against|oppos\w+|disagree\w*|object\w*"),
    (
        "engagement.public.views.unsure",
        "the share who do not know",
        r"unsure|un(?:decided|certain)|not know|not sure",
    ),
    ("applicants[].running_costs_reduction.share", "the cut in running costs", r"running[\s-]costs?"),
)
SURVEY = re.compile(r"^engagement\b|public|patients?|survey|questionnaire|respon", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    known = [
        (Field(as_typed(path), value, name), words)
        for pattern, name, words in SHARES
        for path, value in case.given(pattern)
    ]
    every = [field for field, _ in known]
    for figure in case.figures if known else ():
        if figure.unit == "per cent" and is_of_here(figure) and differs(figure, every):
            yield from first_of_each(found for field, words in known for found in judge(figure, field, words))


def as_typed(path: Path) -> Path:
    """The field is `for` in the file, which is no name in Python."""
    return tuple("for" if part == "in_favour" else part for part in path)


def judge(figure: Figure, field: Field, words: str) -> Iterator[Problem]:
    about_the_survey = field.path[0] != "engagement" or figure.written.path[0] == "engagement"
    if is_called(figure, words) and (about_the_survey or SURVEY.search(figure.sentence)):
        yield problem(figure, field, sure=about_the_survey)


def is_called(figure: Figure, words: str) -> bool:
    clause_before, clause_after = last_clause(figure.before), first_clause(figure.after)
    before = rf"\b(?:{words})\b\s+(?:rate\s+)?(?:of|was|is|at|by)?\s*{FEW}$"
    after = rf"\s*{FEW}(?:{words})\b"
    return bool(
        re.search(before, f"{clause_before} ", re.IGNORECASE) or re.match(after, clause_after, re.IGNORECASE)
    )


def last_clause(text: str) -> str:
    return re.split(r"[,;:(]|\band\b|%", text)[-1]


def first_clause(text: str) -> str:
    return re.split(r"[,;:)]|\band\b|\d", text)[0]


RULE = Rule(
    summary="Percentages in the texts are those of the fields",
    why="The document prints the survey's result from the fields. Another percentage in a text makes one of "
    "the two wrong.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
engagement:
  public:
    views: {for: 58%, against: 17%, unsure: 25%}
  members: {view: "Of the public, 68% were in favour."}
""",
    passes="""
engagement:
  public:
    views: {for: 58%, against: 17%, unsure: 25%}
  members: {view: "Of the public, 58% were in favour and 17% against. Of GPs, 40% want full-time work."}
""",
)
