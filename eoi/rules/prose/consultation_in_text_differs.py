"""A body that a long text has not asked, or not heard from, and whose answer the fields record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots
from eoi.rules.shared.bodies.stakeholders_in_sentences import (
    KnownStakeholder,
    list_known_stakeholders,
    list_roots,
    locate_name,
)
from eoi.rules.shared.bodies.views import ASKED_ROOTS, NO_REPLY, NOT_ASKED
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import are_in_other_clauses, is_certain, is_denied
from eoi.source.nodes import Path

ASKED = Expression(
    r"\b(?:(?:was|were|has been|have been) (?:asked|consulted|approached|involved)|told us|we (?:asked|"
    r"consulted|met|spoke to)|gave us its view)\b",
    words="asked|consulted|approached|involved|told us|met|spoke to|gave us",
)
# Things that are still to come from those who have answered: details, an agreement, another meeting.
ABOUT_ELSE = WordList(
    "detail|details|terms of reference|again|further|more|next|another|workshop|contract|money|"
    "funding|draft|drafts|version|versions"
)
# What a body was asked about, or asked for.
ON = Expression(
    r" (?:on|about|for|to)\b(?! (?:its|their|an?) (?:views?|opinions?|advice|comments?|answers?))"
)
REACH = 60
NEXT = 12
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
THEN = WordList("had|when|until|before|then|some|other|few|not all|new")


def check(case: Case) -> Iterator[Problem]:
    yield from judge_recorded_talks(case)
    known = list_known_stakeholders(case)
    for sentence in case.prose.find_sentences(*ASKED_ROOTS, also=list_roots(known)) if known else ():
        flat = sentence.flat
        found = NOT_ASKED.search(flat) or NO_REPLY.search(flat) or ASKED.search(flat)
        if found and is_certain(sentence) and not ABOUT_ELSE.is_in(flat):
            for one in known:
                named = locate_name(one, sentence)
                if (
                    named
                    and not are_in_other_clauses(flat, named, found.span())
                    and not is_no_lack_of_asking(flat, found, named)
                    and min(abs(named[0] - found.end()), abs(found.start() - named[1])) <= REACH
                ):
                    yield from judge(sentence, one)


def judge_recorded_talks(case: Case) -> Iterator[Problem]:
    """Report a text by which nobody asked the practices, or NHS England, where other fields say who did."""
    talks = list(list_recorded_talks(case))
    for sentence in case.prose.find_sentences(*ASKED_ROOTS, also=ROOTS) if talks else ():
        unasked = find_unasked(sentence.flat) if is_certain(sentence) else None
        for one in talks:
            if unasked and unasked[0] == one.who:
                who = "the practices were" if one.who == PRACTICES else "NHS England was"
                yield report_contradiction(
                    sentence,
                    f"This says that {who} not asked. By the field {one.what}.",
                    one.path,
                    at=unasked[1],
                )


def is_no_lack_of_asking(flat: str, found: re.Match[str], named: tuple[int, int]) -> bool:
    """Tell whether a body was not asked about another thing than the proposal, or whether that is denied."""
    from eoi.rules.shared.prose.other_matters import has_another_object  # late: few sentences need it

    end = max(found.end(), named[1]) if named[0] - found.end() < NEXT else found.end()
    if is_denied(flat, *found.span()):
        return True
    return ON.match(flat, end) is not None and has_another_object(flat, found.start(), end)


def judge(sentence: Sentence, one: KnownStakeholder) -> Iterator[Problem]:
    asked, answered = one.stakeholder.consulted, one.stakeholder.has_answered
    if NOT_ASKED.search(sentence.flat):
        if asked in ("yes", True) or answered:
            yield report(
                sentence, one, f"This says that {one.name} was not asked. The field says that it was."
            )
    elif NO_REPLY.search(sentence.flat):
        if answered:
            yield report(
                sentence, one, f"This says that {one.name} has not answered. The field holds its answer."
            )
    elif asked in ("no", False):
        yield report(sentence, one, f"This says that {one.name} was asked. The field says that it was not.")


def report(sentence: Sentence, one: KnownStakeholder, message: str) -> Problem:
    field = "view" if one.stakeholder.view else "consulted"
    return report_contradiction(sentence, message, (*one.path, field))


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
    if asks is None or THEN.is_in(flat):
        return None
    after, before = AFTER.match(flat, asks.end()), BEFORE.search(flat, 0, asks.start())
    found = after or (before if END.match(flat, asks.end()) else None)
    if found is None:
        return None
    who = PRACTICES if found["who"] in (PRACTICES, "members") else NHS_ENGLAND
    return who, (min(asks.start(), found.start()), max(asks.end(), found.end()))


RULE = Rule(
    summary="Texts and fields agree on who was asked and who has answered",
    why="A body that has given its view reads that it was never asked.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
engagement:
  stakeholders:
    - {name: Local Medical Committee, consulted: yes, view: Supports the proposal}
  stakeholders_planned: We have not yet spoken to the LMC.
""",
    passes="""
engagement:
  stakeholders:
    - {name: Local Medical Committee, consulted: yes, view: Supports the proposal}
    - {name: Acute provider, consulted: yes}
  stakeholders_planned: |
    The LMC was asked in May. The acute trust has not yet replied. We have not yet met the LMC again.
""",
)
