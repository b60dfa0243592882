"""Functions that a text takes on and the table leaves out, and reserved decisions that a text gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.likeness import ACTIONS, SMALL, key, quoted, singular
from eoi.rules.shared.scope_rows import rows
from eoi.rules.shared.sentences import sentences
from eoi.rules.shared.words import Words
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
    for written in case.texts if left_out or kept else ():
        if not written.is_prose or written.path[0] in ("support", "decision", "waivers", "engagement"):
            continue
        for start, end in sentences(written.text):
            sentence = written.text[start:end]
            if NOT.search(sentence):
                continue
            words = Words(written.text, start, end)
            if TAKES_ON.search(sentence):
                yield from problems(
                    written.path, words, left_out, "The text takes on {}, and the table leaves it out."
                )
            if GIVES_AWAY.search(sentence):
                yield from problems(
                    written.path, words, kept, "The text gives {} away, and a board keeps it."
                )


def problems(path: Path, words: Words, places: list[tuple[Path, str]], message: str) -> Iterator[Problem]:
    said = set(map(singular, key(str(words)).split()))
    for place, name in places:
        telling = [
            singular(word)
            for word in key(name).split()
            if singular(word) not in COMMON and word not in COMMON
        ]
        if telling and all(word in said for word in telling[:3]):
            yield Problem(
                path,
                message.format(quoted(name)),
                help="Correct the text, or the field that it does not agree with.",
                other=(place, "stated here"),
                words=words,
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
