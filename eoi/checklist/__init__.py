"""The items of a checklist. Each requirement is met, a gap, not applicable, or waived with a reason.

A submission that was withdrawn or declined can also answer a requirement in part. The gap marks of the
document, the checklist and the findings all come from here, so they use the same words. An answer that a
public source asks for is "to complete". An answer that was only deduced, or seen elsewhere, is something to
"consider adding", and the document does not ask for it.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Requirement, RoundPart
from eoi.source.nodes import Mapping, Path
from eoi.source.paths import find_last_step, number_item, take_item_path, write_path
from eoi.submission.applicant import Applicant
from eoi.submission.assurance import Waiver
from eoi.submission.model import Submission
from eoi.submission.paths import find_item, label_item

if TYPE_CHECKING:
    from eoi.ignore_comments import IgnoreComment

NO_ITEMS = "no such items yet"

SAID_NONE = "the file says that there are none"


class Status(StrEnum):
    """The state of an item, in the words that documents and findings use."""

    MET = "met"
    GAP = "to complete"
    CONSIDER = "consider adding"
    IN_PART = "answered in part"
    WAIVED = "waived"
    NOT_APPLICABLE = "not applicable"

    __hash__ = str.__hash__  # that of an enumeration is slow


CAPITALISED = {status: status.capitalize() for status in Status}


class Spot(NamedTuple):
    """A place in the file.

    `path` leads to the field. `line` is the line to go to, or None, and `item` the list item that contains
    the field. `absent` is the outermost part of the path that is missing in the file. `number` counts the
    item from one, since the path counts from zero.
    """

    path: str
    line: int | None
    item: str = ""
    there: bool = True
    absent: Path = ()
    number: str = ""

    @property
    def begin(self) -> str:
        """Return the beginning of the advice: "Fill in", "Add" or "In group 1, add"."""
        verb = "Fill in" if self.there else "Add"
        return f"In {self.number}, {verb.lower()}" if self.number else verb


class Gap(NamedTuple):
    """An answer that is missing at one place, with the reason if it was left out on purpose."""

    requirement: Requirement
    path: Path
    spot: Spot
    waived: str = ""

    @property
    def status(self) -> Status:
        """Return whether the answer is to be completed or only considered.

        No other code decides it.
        """
        return Status.GAP if self.requirement.is_known_to_be_asked else Status.CONSIDER

    @property
    def is_to_complete(self) -> bool:
        return self.status is Status.GAP

    @property
    def asks(self) -> str:
        return f"{self.requirement.asks} ({self.spot.item})" if self.spot.item else self.requirement.asks

    @property
    def row(self) -> Path:
        """Return the path of the list item with the gap, or an empty path if it is in no list."""
        return take_item_path(self.path)

    @property
    def word(self) -> str:
        """Return the beginning of the sentence about the gap: "To complete" or "Consider adding"."""
        return CAPITALISED[self.status]

    @property
    def help(self) -> str:
        return f"{self.spot.begin} `{self.spot.path}`."


class Item(NamedTuple):
    """A requirement, with the places in the document and in the file that answer it.

    `asked` counts the list items that the requirement asks about.
    """

    section: str
    part: RoundPart
    place: str
    requirement: Requirement
    status: Status
    answered: tuple[Path, ...] = ()
    gaps: tuple[Gap, ...] = ()
    reason: str = ""
    asked: int = 1


class Checklist(FrozenValue):
    """All items, and in `used` the waivers and comments that set a gap aside."""

    items: tuple[Item, ...]
    used: frozenset[Waiver | IgnoreComment]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Return every missing answer, including waived ones, in the order of the document."""
        return tuple([gap for item in self.items for gap in item.gaps])

    @cached_property
    def open_gaps(self) -> tuple[Gap, ...]:
        return tuple([gap for item in self.items for gap in item.gaps if not gap.waived])

    @property
    def to_complete(self) -> int:
        """Count the answers still to complete, for the document, the checklist and `eoi build` alike.

        A question about six priorities can count as six answers.
        """
        return self.count_open(Status.GAP)

    @property
    def to_consider(self) -> int:
        """Count the answers that nobody is known to have asked for, in the same way."""
        return self.count_open(Status.CONSIDER)

    def count_open(self, status: Status, section: str | None = None) -> int:
        return self.open_in_sections[section, status]

    def count(self, status: Status, section: str | None = None) -> int:
        return self.items_in_sections[section, status]

    @cached_property
    def items_in_sections(self) -> Counter[tuple[str | None, Status]]:
        """Count the items by section and status, and those of all sections without a section."""
        found = [(item.section, item.status) for item in self.items]
        return Counter([*found, *[(None, status) for _, status in found]])

    @cached_property
    def open_in_sections(self) -> Counter[tuple[str | None, Status]]:
        """Count the open gaps in the same way."""
        found = [(item.section, gap.status) for item in self.items for gap in item.gaps if not gap.waived]
        return Counter([*found, *[(None, status) for _, status in found]])


def choose_status(gaps: tuple[Gap, ...]) -> Status:
    """Return the status of a requirement with these gaps."""
    for gap in gaps:
        if not gap.waived:
            return gap.status
    return Status.WAIVED


def join_reasons(gaps: tuple[Gap, ...]) -> str:
    """Return the reasons for which gaps were waived, each once."""
    waived = [gap.waived for gap in gaps if gap.waived]
    return "; ".join(dict.fromkeys(waived)) if waived else ""


def find_spot_of_path(submission: Submission, tree: Mapping, path: Path) -> Spot:
    """Return the place in the file that a path leads to, with the first part of it that is missing."""
    depth, _, shown = find_last_step(tree, path)
    line = shown.place[0] + 1 if shown else None
    item, number = "", ""
    if take_item_path(path):
        item, number = name_item_for_readers(submission, path), number_item(path)
    return Spot(write_path(path), line, item, depth == len(path), path[: depth + 1], number)


def name_item_for_readers(submission: Submission, path: Path) -> str:
    """Return the name of an item for readers, with its CCG if several apply.

    An item without a name has its number, and a single applicant has no name.
    """
    item = find_item(submission, path)
    if item is None:
        return ""
    ccg, applicants = "", submission.applicants
    if path[0] == "applicants" and len(applicants) > 1 and isinstance(number := path[1], int):
        ccg = applicants[number].known_as
    label = "" if isinstance(item, Applicant) else label_item(item) or number_item(path)
    return f"{ccg}: {label}" if ccg and label else ccg or label
