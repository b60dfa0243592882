"""Functions that a text takes on and the table leaves out, and reserved decisions that a text gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.likeness import ACTIONS, SMALL, key, quoted, singular
from eoi.rules.shared.scope_rows import rows
from eoi.rules.shared.sentences import Sentence
from eoi.source.nodes import Path

TAKES_ON = re.compile(
    r"\b(?:we|the CCGs?)\s+(?:will|would|intend to|propose to|want to|expect to)\s+(?:also\s+|then\s+)?"
    r"(?:tak(?:e|ing) on|take over|be responsible for|assume|lead(?: on)?|carry out|decide(?: on)?|manage|"
    r"approve|apply|hold|run)\b",
    re.IGNORECASE,
)
GIVES_AWAY = re.compile(
    r"\b(?:delegated? to|decided by|taken by|approved by|passed to|left to)\b[^.;]{0,40}"
    r"\b(?:group|committee|manager|officer|team)s?\b",
    re.IGNORECASE,
)
NOT = re.compile(
    r"\b(?:not|never|no longer|rather than|except|unless|could|might|may|later|future|eventually)\b", re.I
)
COMMON = (
    SMALL
    | ACTIONS
    | frozenset(
        ("contract", "service", "practice", "primary", "care", "commissioning", "local", "new", "plan")
    )
)


def check(case: Case) -> Iterator[Problem]:
    left_out = [(row.at("in_scope"), row.name) for row in rows(case) if row.function.in_scope == "no"]
    governance = case.submission.governance
    kept: list[tuple[Path, str]] = [
        (("governance", "reserved_decisions", index, "decision"), decision.decision)
        for index, decision in enumerate(governance.reserved_decisions if governance else ())
        if decision.decision and not decision.threshold
    ]
    for sentence in case.sentences if left_out or kept else ():
        if sentence.written.path[0] != "engagement":
            if TAKES_ON.search(sentence.text) and not NOT.search(sentence.text):
                yield from problems(sentence, left_out, "The text takes on {}, and the table leaves it out.")
            if GIVES_AWAY.search(sentence.text) and not NOT.search(sentence.text):
                yield from problems(sentence, kept, "The text gives {} away, and a board keeps it.")


def problems(sentence: Sentence, places: list[tuple[Path, str]], message: str) -> Iterator[Problem]:
    said = set(map(singular, key(sentence.text).split()))
    for place, name in places:
        telling = [word for word in map(singular, key(name).split()) if word not in COMMON]
        if telling and said.issuperset(telling[:3]):
            yield Problem(
                sentence.written.path,
                message.format(quoted(name)),
                help="Correct the text, or the field that it does not agree with.",
                other=(place, "stated here"),
                words=sentence.words,
            )


RULE = Rule(
    summary="The texts take on what the table takes on, and keep what a board keeps",
    why="An assessor asks who decides. The overview and the table have to name the same functions.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="BaNES: quality is to be absorbed into the CCG's work, and quality assurance is out of scope",
    fails="""
scope:
  functions:
    - {function: Rent reviews, in_scope: no}
arrangement:
  overview: We would take on rent reviews from the first year.
""",
    passes="""
scope:
  functions:
    - {function: Rent reviews, in_scope: no}
arrangement:
  overview: We would not take on rent reviews. We would take on the training of nurses.
""",
)
