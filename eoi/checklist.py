"""What the round asks of a submission, item by item: met, a gap, not applicable, or waived with a reason.

The document's gap marks, the checklist and the findings all come from here, so they use the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from eoi.findings import START, Finding, Severity
from eoi.rounds.model import Requirement, Round, RoundPart
from eoi.source.nodes import Mapping, Path, nearest, path_text
from eoi.submission.model import Submission
from eoi.submission.paths import is_given, label, owner, places


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
    spot: Spot
    waived: str = ""

    @property
    def asks(self) -> str:
        return f"{self.requirement.asks} ({self.spot.item})" if self.spot.item else self.requirement.asks

    def as_finding(self, tree: Mapping, path: Path) -> Finding:
        return Finding(
            "gap",
            self.requirement.severity,
            f"To complete: {self.asks}",
            nearest(tree, path) or START,
            help=f"{'Fill in' if self.spot.line else 'Add'} `{self.spot.path}`.",
            path=self.spot.path,
        )


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement: where the document answers it, and where the file does."""

    section: str
    part: RoundPart
    place: str
    requirement: Requirement
    status: Status
    answered: tuple[Spot, ...] = ()
    gaps: tuple[Gap, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every missing answer, waived ones too, in the order of the document."""
        return tuple(gap for item in self.items for gap in item.gaps)

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if not gap.waived)

    def count(self, status: Status, section: str | None = None) -> int:
        return sum(item.status is status and section in (None, item.section) for item in self.items)


def judge(submission: Submission, round_: Round, tree: Mapping) -> Checklist:
    judge_one = Judge(submission, tree)
    items = tuple(
        judge_one.item(section.label, part, place, requirement)
        for section in round_.sections
        for part, place in section.places
        for requirement in part.requirements
    )
    return Checklist(items, (*judge_one.findings, *judge_one.unused_waivers()))


class Judge:
    """Judges one submission; remembers which waivers were of use, so that stale ones are reported."""

    def __init__(self, submission: Submission, tree: Mapping) -> None:
        self.submission, self.tree = submission, tree
        self.findings: list[Finding] = []
        self.used: set[str] = set()

    def item(self, section: str, part: RoundPart, place: str, requirement: Requirement) -> Item:
        if not requirement.binds(self.submission.form):
            return Item(
                section, part, place, requirement, Status.NOT_APPLICABLE, reason="not asked of this form"
            )
        bound = [
            path for path, _ in places(self.submission, requirement.path) if self.is_bound(path, requirement)
        ]
        if not bound:
            return Item(section, part, place, requirement, Status.NOT_APPLICABLE, reason="no such items yet")
        missing = [path for path in bound if not self.is_answered(path, requirement)]
        gaps = tuple(self.gap(path, requirement) for path in missing)
        return Item(
            section,
            part,
            place,
            requirement,
            status_of(gaps),
            answered=tuple(self.spot(path) for path in self.answers(requirement)),
            gaps=gaps,
            reason="; ".join(dict.fromkeys(gap.waived for gap in gaps if gap.waived)),
        )

    def is_bound(self, path: Path, requirement: Requirement) -> bool:
        only = requirement.only
        if only is None:
            return True
        return getattr(owner(self.submission, path), only.field) in only.is_one_of

    def is_answered(self, path: Path, requirement: Requirement) -> bool:
        """By the field itself, or by one of its alternatives in full."""
        item = tuple(part for part in path if isinstance(part, int))
        for pattern in (requirement.path, *requirement.or_path):
            values = [value for other, value in places(self.submission, pattern) if begins_with(other, item)]
            if values and all(is_given(value) for value in values):
                return True
        return False

    def answers(self, requirement: Requirement) -> Iterator[Path]:
        for pattern in (requirement.path, *requirement.or_path):
            yield from (path for path, value in places(self.submission, pattern) if is_given(value))

    def gap(self, path: Path, requirement: Requirement) -> Gap:
        gap = Gap(requirement, self.spot(path), self.waiver(path, requirement))
        if not gap.waived:
            self.findings.append(gap.as_finding(self.tree, path))
        return gap

    def spot(self, path: Path) -> Spot:
        """Items are named where a list holds several; a lone applicant needs no name."""
        item = owner(self.submission, path)
        alone = item is None or (path[0] == "applicants" and len(self.submission.applicants) == 1)
        place = nearest(self.tree, path)
        return Spot(path_text(path), place.start.line if place else None, "" if alone else label(item))

    def waiver(self, path: Path, requirement: Requirement) -> str:
        for waiver in self.submission.waivers:
            if waiver.path in (path_text(path), requirement.path):
                self.used.add(waiver.path)
                return waiver.reason
        return ""

    def unused_waivers(self) -> Iterator[Finding]:
        for index, waiver in enumerate(self.submission.waivers):
            if waiver.path not in self.used:
                yield Finding(
                    "unused-waiver",
                    Severity.WARNING,
                    f"The waiver of `{waiver.path}` matches no gap.",
                    nearest(self.tree, ("waivers", index, "path")) or START,
                    help="Delete it, or write the path as the checklist names it.",
                    path=f"waivers[{index}].path",
                )


def status_of(gaps: tuple[Gap, ...]) -> Status:
    if not gaps:
        return Status.MET
    return Status.WAIVED if all(gap.waived for gap in gaps) else Status.GAP


def begins_with(path: Path, indexes: tuple[int, ...]) -> bool:
    return tuple(part for part in path if isinstance(part, int))[: len(indexes)] == indexes
