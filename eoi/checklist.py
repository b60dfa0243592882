"""What the round asks of a submission, item by item: met, a gap, not applicable, or waived with a reason.

The document's gap marks, the checklist and the findings all come from here, so they use the same words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from eoi.findings import START
from eoi.rounds.model import Requirement, Round, RoundPart
from eoi.source.nodes import Mapping, Path, nearest, path_text, value_span
from eoi.submission.assurance import Waiver
from eoi.submission.model import Submission
from eoi.submission.paths import is_given, label, owner, places
from eoi.suppressions import Suppression, by_rule, covering_line


class Status(StrEnum):
    MET = "met"
    GAP = "gap"
    WAIVED = "waived"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the file: the field's path, the line to go to (none where the file has no such part
    yet), and the item of a list that it belongs to."""

    path: str
    line: int | None
    item: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """One answer that is missing at one place, and the reason where it was left out on purpose."""

    requirement: Requirement
    path: Path
    spot: Spot
    waived: str = ""

    @property
    def asks(self) -> str:
        return f"{self.requirement.asks} ({self.spot.item})" if self.spot.item else self.requirement.asks

    @property
    def help(self) -> str:
        return f"{'Fill in' if self.spot.line else 'Add'} `{self.spot.path}`."


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement: where the document answers it, and where the file does."""

    section: str
    part: RoundPart
    place: str
    requirement: Requirement
    status: Status
    answered: tuple[Path, ...] = ()
    gaps: tuple[Gap, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """`used` are the waivers and comments that set a gap aside; the others are of no use."""

    items: tuple[Item, ...]
    used: frozenset[Waiver | Suppression]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every missing answer, waived ones too, in the order of the document."""
        return tuple(gap for item in self.items for gap in item.gaps)

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if not gap.waived)

    def count(self, status: Status, section: str | None = None) -> int:
        return sum(item.status is status and section in (None, item.section) for item in self.items)


def judge(
    submission: Submission, round_: Round, tree: Mapping, comments: tuple[Suppression, ...] = ()
) -> Checklist:
    judge_one = Judge(submission, tree, comments)
    items = tuple(
        judge_one.item(section.label, part, place, requirement)
        for section in round_.sections
        for part, place in section.places
        for requirement in part.requirements
    )
    return Checklist(items, frozenset(judge_one.used))


class Answer(NamedTuple):
    """One place that a requirement asks about, and whether anything is written there."""

    path: Path
    given: bool


class Judge:
    """Judges one submission; remembers which waivers were of use, so that stale ones are reported."""

    def __init__(self, submission: Submission, tree: Mapping, comments: tuple[Suppression, ...]) -> None:
        self.submission, self.tree, self.comments = submission, tree, by_rule(comments)
        self.used: set[Waiver | Suppression] = set()

    def item(self, section: str, part: RoundPart, place: str, requirement: Requirement) -> Item:
        if not requirement.binds(self.submission.form):
            return Item(
                section, part, place, requirement, Status.NOT_APPLICABLE, reason="not asked of this form"
            )
        answers = [self.answers(pattern) for pattern in (requirement.path, *requirement.or_path)]
        bound = [answer for answer in answers[0] if self.is_bound(answer.path, requirement)]
        if not bound:
            return Item(section, part, place, requirement, Status.NOT_APPLICABLE, reason="no such items yet")
        gaps = tuple(
            self.gap(answer.path, requirement)
            for answer in bound
            if not answer.given and not answered_otherwise(answer, answers[1:])
        )
        return Item(
            section,
            part,
            place,
            requirement,
            status_of(gaps),
            answered=tuple(answer.path for rows in answers for answer in rows if answer.given),
            gaps=gaps,
            reason="; ".join(dict.fromkeys(gap.waived for gap in gaps if gap.waived)),
        )

    def answers(self, pattern: str) -> list[Answer]:
        return [Answer(path, is_given(value)) for path, value in places(self.submission, pattern)]

    def is_bound(self, path: Path, requirement: Requirement) -> bool:
        only = requirement.only
        if only is None:
            return True
        return getattr(owner(self.submission, path), only.field) in only.is_one_of

    def gap(self, path: Path, requirement: Requirement) -> Gap:
        spot = spot_of(self.submission, self.tree, path)
        return Gap(requirement, path, spot, self.waiver(path, requirement) or self.comment(path, requirement))

    def waiver(self, path: Path, requirement: Requirement) -> str:
        for waiver in self.submission.waivers:
            if waiver.path in (path_text(path), requirement.path):
                self.used.add(waiver)
                return waiver.reason
        return ""

    def comment(self, path: Path, requirement: Requirement) -> str:
        """Judged by the line that `eoi check` shows the gap at."""
        if requirement.rule not in self.comments:
            return ""
        place = value_span(self.tree, path) or START
        covering = covering_line(self.comments, requirement.rule, place.start.line)
        self.used.update(covering)
        return covering[0].reason if covering else ""


def status_of(gaps: tuple[Gap, ...]) -> Status:
    if not gaps:
        return Status.MET
    return Status.WAIVED if all(gap.waived for gap in gaps) else Status.GAP


def answered_otherwise(answer: Answer, others: list[list[Answer]]) -> bool:
    """By one of the alternatives in full: for the same item, or for all items below it."""
    item = indexes(answer.path)
    for rows in others:
        given = [row.given for row in rows if indexes(row.path)[: len(item)] == item]
        if given and all(given):
            return True
    return False


def indexes(path: Path) -> tuple[int, ...]:
    return tuple(part for part in path if isinstance(part, int))


def spot_of(submission: Submission, tree: Mapping, path: Path) -> Spot:
    """Items are named where a list holds several; a lone applicant needs no name."""
    item = owner(submission, path)
    alone = item is None or (path[0] == "applicants" and len(submission.applicants) == 1)
    place = nearest(tree, path)
    return Spot(path_text(path), place.start.line if place else None, "" if alone else label(item))
