"""Statements that nobody asked the practices or NHS England, whom other fields record."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.shared.bodies.ballots import list_ballots
from eoi.rules.shared.bodies.views import NOT_ASKED
from eoi.source.nodes import Path

PRACTICES, NHS_ENGLAND = "practices", "nhs england"
ROOTS = (PRACTICES, "members", NHS_ENGLAND, "area team")
WHO = rf"(?P<who>{PRACTICES}|members|{NHS_ENGLAND}(?:'s (?:area |local )?team)?|area team)"
# `Not all practices`, and practices that were not asked about something else, leave it open.
ENDS = (
    r"(?: (?:yet|so far|at all))?(?: (?:on|about) (?:this|it|the (?:proposal|bid|application)))?"
    r"(?=\s*(?:[.,;:)]|and\b|but\b|so\b|$))"
)
AFTER = Expression(rf"(?: (?:to|with|from))?(?: (?:the|our|any of (?:the|our)|any))?(?: member)? {WHO}{ENDS}")
BEFORE = Expression(rf"\b{WHO} (?:has |have |was |were )?$")
END = Expression(ENDS)
THEN = Expression(r"\b(?:had|when|until|before|then|some|other|few|not all|new)\b")


class RecordedTalks(FrozenValue):
    """The field that records that the practices or NHS England were asked, and words for it."""

    path: Path
    who: str
    what: str


def list_recorded_talks(case: Case) -> Iterator[RecordedTalks]:
    """Yield the fields that say that the practices, or NHS England, were asked."""
    engagement = case.submission.engagement
    members = engagement.members if engagement else None
    if members and members.practices_consulted and members.practices_consulted.amount:
        path: Path = ("engagement", "members", "practices_consulted")
        yield RecordedTalks(path, PRACTICES, f"{members.practices_consulted} were")
    elif held := next((path for path, ballot in list_ballots(case) if ballot.has_result), None):
        yield RecordedTalks(held, PRACTICES, "they voted")
    if engagement and engagement.nhs_england:
        yield RecordedTalks(("engagement", "nhs_england", 0), NHS_ENGLAND, "a meeting is listed")


def find_unasked(flat: str) -> tuple[str, tuple[int, int]] | None:
    """Return who was not asked by a sentence, and where it says so, or None."""
    asks = NOT_ASKED.search(flat)
    if asks is None or THEN.search(flat):
        return None
    after, before = AFTER.match(flat, asks.end()), BEFORE.search(flat, 0, asks.start())
    found = after or (before if END.match(flat, asks.end()) else None)
    if found is None:
        return None
    who = PRACTICES if found["who"] in (PRACTICES, "members") else NHS_ENGLAND
    return who, (min(asks.start(), found.start()), max(asks.end(), found.end()))
