"""The outcome of a submission by its round's conditions, and the decision that its file records.

The outcome is ready, ready with caveats, or not ready.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from eoi.checklist import Gap
from eoi.examined import ExaminedSubmission
from eoi.findings import Finding, Severity
from eoi.missing import ask_of_named_items
from eoi.plain_words import join_items
from eoi.rounds.assessment import Effect, OutcomeCondition
from eoi.submission.assurance import Decision
from eoi.submission.dates import DateRange

OUTCOMES = {
    "approved": "approved",
    "approved_with_conditions": "approved with conditions",
    "declined": "declined",
    "withdrawn": "withdrawn",
}


class Readiness(StrEnum):
    """The possible outcomes of a submission."""

    READY = "ready"
    CAVEATS = "ready with caveats"
    NOT_READY = "not ready"
    NOT_JUDGED = "not judged"


class Reason(NamedTuple):
    """A condition that a submission meets: advice, and the rule and the source for it."""

    makes: Effect
    says: str
    rule: str
    path: str
    certainty: str
    source: str


class OpenPoint(NamedTuple):
    """An answer to complete or a finding to settle, at a path of the file.

    A finding has no section. `is_asked` says that a public source asks for the answer, or that the finding is
    an error.
    """

    section: str
    asks: str
    path: str
    is_asked: bool
    rule: str = ""


class Outcome(NamedTuple):
    """The outcome of a submission, with its reasons.

    `how` says how certain it is that the round was judged in this way.
    """

    readiness: Readiness
    reasons: tuple[Reason, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    how: str = ""
    source: str = ""
    ended: str = ""

    def that_make(self, effect: str) -> list[Reason]:
        """Return the reasons with one effect."""
        return [one for one in self.reasons if one.makes == effect]


def judge_outcome(examined: ExaminedSubmission, for_letter: bool = True) -> Outcome:
    """Judge a submission by the conditions of its round.

    It is not judged if it was withdrawn or declined, or if its round has no conditions. What the file sets
    aside counts all the same: no CCG makes its own submission ready. The outcome has the open points only if
    it is for a letter.
    """
    assessment = examined.round.assessment
    points = tuple(list_open_points(examined)) if for_letter else ()
    if examined.submission.ended:
        return Outcome(Readiness.NOT_JUDGED, ended=examined.submission.ended)
    if assessment is None:
        return Outcome(Readiness.NOT_JUDGED, (), points)
    reasons = tuple(list_reasons(examined, assessment.conditions))
    return Outcome(weigh_reasons(reasons), reasons, points, assessment.how, assessment.source)


def weigh_reasons(reasons: tuple[Reason, ...]) -> Readiness:
    """Return the worst outcome that the reasons have."""
    effects = {one.makes for one in reasons}
    if "not ready" in effects:
        return Readiness.NOT_READY
    return Readiness.CAVEATS if "ready with caveats" in effects else Readiness.READY


def list_reasons(examined: ExaminedSubmission, conditions: tuple[OutcomeCondition, ...]) -> Iterator[Reason]:
    """Yield a reason for each condition that the submission meets, only once for each."""
    several = len(examined.submission.applicants) > 1
    for one in conditions:
        if not one.binds(examined.submission.form):
            continue
        found = find_missing_at(examined, one) if one.path else find_first_finding(examined, one)
        if found:
            rule, path = found
            yield Reason(one.makes, one.say(several), rule, path, one.certainty, one.source)


def find_missing_at(examined: ExaminedSubmission, condition: OutcomeCondition) -> tuple[str, str] | None:
    """Return the rule and the path of the first missing answer at a condition's path, or None."""
    gaps = (gap for gap in examined.checklist.gaps if gap.requirement.path == condition.path)
    first = next((gap for gap in gaps if counts_for_condition(gap, condition)), None)
    return (first.requirement.rule, first.spot.path) if first else None


def counts_for_condition(gap: Gap, condition: OutcomeCondition) -> bool:
    """Tell whether a gap can have the effect of a condition.

    An answer that no public source asks for can only be suggested.
    """
    return gap.is_to_complete or condition.makes == "suggestion"


def find_first_finding(examined: ExaminedSubmission, condition: OutcomeCondition) -> tuple[str, str] | None:
    """Return the rule and the path of the first finding of a condition's rule, or None."""
    every = (*examined.findings, *(one.finding for one in examined.set_aside))
    found = (one for one in every if one.rule == condition.rule)
    first = next((one for one in found if is_heavy_enough(one, condition)), None)
    return (first.rule, first.path) if first else None


def is_heavy_enough(finding: Finding, condition: OutcomeCondition) -> bool:
    """Tell whether a finding can have the effect of a condition.

    Only an error can make a submission not ready.
    """
    return finding.severity is Severity.ERROR or condition.makes != "not ready"


def list_open_points(examined: ExaminedSubmission) -> Iterator[OpenPoint]:
    """Yield the answers to complete or to consider, followed by the errors and the warnings in the file."""
    for item in examined.checklist.items:
        gaps = [gap for gap in item.gaps if not gap.waived]
        for asked in (True, False):
            those = [gap for gap in gaps if gap.is_to_complete is asked]
            if those:
                asks = ask_of_named_items(those, item.asked)
                yield OpenPoint(item.section, asks, those[0].spot.path, asked, those[0].requirement.rule)
    for finding in examined.other_findings:
        if finding.severity >= Severity.WARNING:
            is_error = finding.severity is Severity.ERROR
            yield OpenPoint("", finding.message, finding.path, is_error, finding.rule)


class StatedDecision(NamedTuple):
    """An outcome in words, who decided and when, the reason in Markdown, and the conditions."""

    outcome: str
    by: str
    date: DateRange | None
    reason: str
    conditions: tuple[str, ...]

    @property
    def briefly(self) -> str:
        """Return the decision in a few words for a row."""
        by = f" by {self.by}" if self.by else ""
        when = f" {self.date.dated}" if self.date else ""
        on = f"; conditions: {join_items(self.conditions)}" if self.conditions else ""
        return f"{self.outcome or 'decided'}{by}{when}{on}"


def take_decision(decision: Decision | None) -> StatedDecision | None:
    """Return the decision that a file records, or None if it records none."""
    if decision is None or not (decision.outcome or decision.reason or decision.conditions):
        return None
    return StatedDecision(
        OUTCOMES.get(decision.outcome or "", ""),
        decision.by or "",
        decision.date,
        decision.reason or "",
        tuple(decision.conditions),
    )
