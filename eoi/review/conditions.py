"""The conditions that submissions meet, each once and numbered, with the submissions that meet it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from eoi.review.outcome import Readiness, Reason
from eoi.review.submissions import ReviewedSubmission
from eoi.rounds.assessment import Effect

EFFECTS: Mapping[Effect, str] = {
    "not ready": "Not ready",
    "ready with caveats": "Caveat",
    "suggestion": "Suggestion",
}


class MetCondition(NamedTuple):
    """A condition of a round, and the submissions that meet it."""

    round: str
    reason: Reason
    submissions: tuple[ReviewedSubmission, ...]


class OutcomeLine(NamedTuple):
    """The numbers of the conditions with one effect that a submission meets."""

    effect: str
    numbers: tuple[int, ...]


def list_conditions(submissions: Iterable[ReviewedSubmission]) -> list[MetCondition]:
    """Return the conditions that submissions meet, the gravest and most frequent first."""
    found: dict[tuple[str, Reason], list[ReviewedSubmission]] = {}
    for one in submissions:
        for reason in one.outcome.reasons:
            found.setdefault((one.round, remove_place(reason)), []).append(one)
    grave = list(EFFECTS)
    return sorted(
        (MetCondition(round_, reason, tuple(those)) for (round_, reason), those in found.items()),
        key=lambda one: (grave.index(one.reason.makes), -len(one.submissions), one.round, one.reason.says),
    )


def remove_place(reason: Reason) -> Reason:
    """Return a reason without its place in one file, so that it is equal for all files."""
    return reason._replace(path="")


def list_outcome_lines(conditions: Sequence[MetCondition]) -> Mapping[str, list[OutcomeLine]]:
    """Return the conditions of each submission by number, under the name of its file."""
    numbers: dict[str, dict[Effect, list[int]]] = {}
    for number, condition in enumerate(conditions, 1):
        for one in condition.submissions:
            numbers.setdefault(one.file, {}).setdefault(condition.reason.makes, []).append(number)
    return {
        file: [OutcomeLine(EFFECTS[effect], tuple(found)) for effect, found in lines.items()]
        for file, lines in numbers.items()
    }


def group_by_outcome(submissions: Iterable[ReviewedSubmission]) -> dict[Readiness, list[ReviewedSubmission]]:
    """Return the submissions of each outcome, in the order of the outcomes."""
    found: dict[Readiness, list[ReviewedSubmission]] = {readiness: [] for readiness in Readiness}
    for one in submissions:
        found[one.outcome.readiness].append(one)
    return found
