"""A body that a long text has against the proposal and the fields have for it, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.likeness import SMALL, key
from eoi.rules.shared.sentences import Sentence
from eoi.source.nodes import Path

AGAINST = re.compile(
    r"\b(?:oppos(?:e|es|ed|ition)|object(?:s|ed|ion)?|(?:is|are|was|were|voted) against|"
    r"(?:do|does|did) not (?:support|agree|favour)|reject(?:s|ed)?|declin(?:es|ed) to support)\b",
    re.IGNORECASE,
)
FOR = re.compile(
    r"\b(?:support(?:s|ed|ive)?|in favour|welcom(?:es|ed)|endors(?:es|ed)|back(?:s|ed)|agree[sd]?)\b",
    re.IGNORECASE,
)
COMMON = SMALL | frozenset(
    ("council", "trust", "nhs", "board", "local", "committee", "group", "city", "county")
)


class View(NamedTuple):
    """A body, what is recorded of its view, and where."""

    body: str
    view: str
    path: Path

    @property
    def is_for(self) -> bool | None:
        return side(self.view)


def check(case: Case) -> Iterator[Problem]:
    known = [
        (view, words) for view in views(case) if view.is_for is not None and (words := telling(view.body))
    ]
    for sentence in case.sentences if known else ():
        lowered = sentence.text.lower()
        for view, words in known:
            if all(word in lowered for word in words) and is_subject(words, sentence.text):
                said = side(sentence.text)
                if said is not None and said != view.is_for:
                    yield problem(sentence, view, said)


def problem(sentence: Sentence, view: View, said: bool) -> Problem:
    return Problem(
        sentence.written.path,
        f"This has {view.body} {'for' if said else 'against'} the proposal. Recorded is: '{view.view}'.",
        help="Correct one of the two.",
        other=(view.path, "the recorded view"),
        words=sentence.words,
    )


def side(text: str) -> bool | None:
    """For or against; nothing where a text says both, or neither."""
    against = AGAINST.search(text) is not None
    supports = FOR.search(AGAINST.sub(" ", text)) is not None
    return supports if against != supports else None


def telling(body: str) -> list[str]:
    return [word for word in key(body).split() if word not in COMMON]


def is_subject(words: list[str], sentence: str) -> bool:
    """Whether the body is named before the verb: "we support the committee" says nothing of its view."""
    verbs = [match.start() for match in (AGAINST.search(sentence), FOR.search(sentence)) if match]
    before = key(sentence[: min(verbs, default=0)]).split()
    return all(word in before for word in words)


def views(case: Case) -> Iterator[View]:
    engagement = case.submission.engagement
    for index, stakeholder in enumerate(engagement.stakeholders if engagement else ()):
        if stakeholder.name and stakeholder.view:
            yield View(stakeholder.name, stakeholder.view, ("engagement", "stakeholders", index, "view"))


RULE = Rule(
    summary="The texts give each body the view that is recorded for it",
    why="A board that has supported a proposal reads that it opposed it, and asks what else is wrong.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
engagement:
  stakeholders:
    - {name: Healthwatch Somewhere, view: Supports the proposal}
  stakeholders_planned: Healthwatch Somewhere opposed the proposal, so we will meet again.
""",
    passes="""
engagement:
  stakeholders:
    - {name: Healthwatch Somewhere, view: Supports the proposal}
  stakeholders_planned: |
    Healthwatch Somewhere supports the proposal. Healthwatch was asked by members who oppose delegation.
""",
)
