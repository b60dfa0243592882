"""The questions of a round as rows of the checklist, with the answer to each and where it is in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from eoi.checklist import Gap, Item, Spot, Status, find_spot_of_path
from eoi.document.words.wording import sentence
from eoi.examined import ExaminedSubmission
from eoi.findings import CERTAINTIES
from eoi.plain_words import capital
from eoi.rounds.model import Requirement
from eoi.source.nodes import Path

SHOWN = 3  # places of one answer
OPEN = (Status.GAP, Status.CONSIDER, Status.WAIVED)


class Place(NamedTuple):
    """A path of the file with the words before and after it."""

    before: str
    path: str
    after: str


class AskedQuestion(NamedTuple):
    """A question, whether it is answered and why it is asked, with the places of the answer.

    `more` counts the places that are not listed.
    """

    question: str
    status: str
    reason: str
    why: str
    places: tuple[Place, ...]
    more: int


def group_questions(examined: ExaminedSubmission) -> Mapping[str, list[AskedQuestion]]:
    """Return the questions of each section by its label."""
    rows: dict[str, list[AskedQuestion]] = {}
    for item in examined.checklist.items:
        rows.setdefault(item.section, []).append(describe_question(item, examined))
    return rows


def describe_question(item: Item, examined: ExaminedSubmission) -> AskedQuestion:
    """Return the row of one question."""
    if item.status in OPEN:
        places, more = tuple(map(write_place_of_gap, item.gaps)), 0
    else:
        places = tuple(list_places_of_answer(item.answered[:SHOWN], examined))
        more = max(len(item.answered) - SHOWN, 0)
    return AskedQuestion(
        word_question(item.requirement, item.place),
        capital(item.status.value),
        sentence(item.reason),
        explain_requirement(item.requirement),
        places,
        more,
    )


def word_question(requirement: Requirement, place: str) -> str:
    """Return what is asked, with the place of the answer in the document."""
    return f"{capital(requirement.asks)} ({place})"


def explain_requirement(requirement: Requirement) -> str:
    """Return how much a requirement weighs, how sure it is, and its source if it has one."""
    sure = CERTAINTIES[requirement.certainty].in_documents
    source = f": {requirement.source}" if requirement.source else ""
    return f"{requirement.severity.words.request}. {sure}{source}."


def write_place_of_gap(gap: Gap) -> Place:
    """Return where a missing answer belongs, with the name of its list item if it has one."""
    spot = gap.spot
    line = f", {'line' if spot.there else 'below line'} {spot.line}" if spot.line else ""
    item = f" ({spot.item})" if spot.item and spot.item != spot.number else ""
    return Place(f"{spot.begin} ", spot.path, line + item)


def list_places_of_answer(paths: tuple[Path, ...], examined: ExaminedSubmission) -> Iterator[Place]:
    """Yield where the parts of an answer are in the file."""
    tree = examined.source.tree
    assert tree is not None, "what was examined has a tree"
    for path in paths:
        spot: Spot = find_spot_of_path(examined.submission, tree, path)
        before = f"{capital(spot.number)}: " if spot.number else ""
        yield Place(before, spot.path, f", line {spot.line}" if spot.line else "")
