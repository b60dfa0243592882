"""Dates in long texts against the fields: the board's approval, the start, commissioning support."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dating import starts
from eoi.rules.shared.sentences import Sentence
from eoi.rules.shared.words import Words
from eoi.source.nodes import Path
from eoi.submission.dates import MONTHS, When, when

DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{'|'.join(MONTHS)})\s+\d{{4}}|\b20\d\d/\d\d\b"
LINK = r"[^.;:]{0,80}?"
BOARD = r"\b(?:board|governing\s+body)\b"
APPROVED = r"\b(?:approved|agreed|signed\s+off|ratified|endorsed)\b"
WORK = r"\b(?:co-?commissioning|joint\s+(?:commissioning|committee)|delegat\w+|arrangements?|model)\b"
BEGIN = r"\b(?:starts?|begins?|begin|live|operational|effect|commences?|in\s+force)\b"
AGREEMENT = r"\b(?:commissioning\s+support|CSU|service\s+level\s+agreement|SLA)\b"
YEAR = re.compile(r"\b20\d\d\b")
SHADOW = re.compile(
    r"\b(?:shadow|pilot|prepar\w+|plan\w*|develop\w*|first|infrastructure|phase|stage|step)\b", re.I
)


class Event(NamedTuple):
    """Something that texts and fields date, by the sentences that do and the fields that do."""

    sentence: re.Pattern[str]
    fields: Callable[[Case], list[tuple[Path, When]]]
    name: str
    unless: re.Pattern[str] | None = None


def pattern(*orders: str) -> re.Pattern[str]:
    return re.compile("|".join(orders), re.IGNORECASE)


EVENTS = (
    Event(
        pattern(
            rf"{BOARD}{LINK}{APPROVED}{LINK}\b(?:on|in)\s+({DATE})",
            rf"{APPROVED}{LINK}\b(?:on|in)\s+({DATE}){LINK}{BOARD}",
        ),
        lambda case: list(case.given("applicants[].board_approved")),
        "the board's approval",
    ),
    Event(
        pattern(
            rf"{WORK}{LINK}{BEGIN}{LINK}\b(?:on|in|from|by)\s+({DATE})",
            rf"\bfrom\s+({DATE}){LINK}{WORK}{LINK}{BEGIN}",
        ),
        lambda case: [(path, start) for path, start, _ in starts(case.submission)],
        "the start",
        unless=SHADOW,
    ),
    Event(
        pattern(rf"{AGREEMENT}{LINK}\b(?:from|until|to|ends?\s+(?:in|on))\s+({DATE})"),
        lambda case: [
            found
            for end in ("start", "end")
            for found in case.given(f"applicants[].commissioning_support.{end}")
        ],
        "the agreement for commissioning support",
    ),
)


def check(case: Case) -> Iterator[Problem]:
    known = [(event, fields) for event in EVENTS if (fields := event.fields(case))]
    for sentence in case.sentences if known else ():
        if YEAR.search(sentence.text):
            for event, fields in known:
                yield from judge(sentence, event, fields)


def judge(sentence: Sentence, event: Event, fields: list[tuple[Path, When]]) -> Iterator[Problem]:
    match = event.sentence.search(sentence.text)
    if match is None or (event.unless and event.unless.search(sentence.text)):
        return
    group = match.lastindex or 0
    typed = " ".join(match[group].split())
    said = when(typed)
    if all(said.last < stated.first or stated.last < said.first for _, stated in fields):
        path, stated = fields[0]
        first = sentence.start + match.start(group)
        yield Problem(
            sentence.written.path,
            f"This says {typed}; {event.name} is dated {stated}.",
            help="Correct one of the two dates.",
            other=(path, f"{stated} here"),
            words=Words(sentence.written.text, first, first + len(match[group])),
        )


RULE = Rule(
    summary="Dates in the texts are those of the fields",
    why="A text keeps the date of an earlier draft. A board that reads two dates for its own approval asks "
    "which is right.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 17 June 2014}
ccgs_involved:
  reasons: Our Board approved this proposal on 12 June 2014.
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 17 June 2014}
timescales:
  - {milestone: Joint commissioning starts, date: 1 April 2015}
ccgs_involved:
  reasons: |
    Our Board approved this proposal in June 2014. Joint commissioning starts in 2015/16. In shadow form the
    arrangements begin in September 2014.
""",
)
