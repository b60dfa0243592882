"""The CCGs in the list of 2014 by how they applied: alone, jointly, several times, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from eoi.reference import Ccg, load_ccgs
from eoi.review.submissions import ReviewedSubmission
from eoi.review.totals import is_standing


class Coverage(StrEnum):
    """The ways in which a CCG can take part in a round."""

    ALONE = "alone"
    JOINTLY = "jointly"
    TWICE = "in several submissions"
    ENDED = "withdrawn or declined"
    NOT = "not at all"


class CoveredCcg(NamedTuple):
    """A CCG in the list of 2014, with the files in which it applies."""

    ccg: Ccg
    coverage: Coverage
    files: tuple[str, ...]


def list_covered_ccgs(submissions: Sequence[ReviewedSubmission]) -> list[CoveredCcg]:
    """Return every CCG in the list, sorted by area team and name, with the files in which it applies."""
    files: dict[str, list[ReviewedSubmission]] = {}
    for one in submissions:
        for ccg in one.ccgs:
            files.setdefault(ccg.code, []).append(one)
    found = [cover_ccg(ccg, files.get(ccg.code, ())) for ccg in load_ccgs().values()]
    return sorted(found, key=lambda one: (one.ccg.area_team, one.ccg.name))


def cover_ccg(ccg: Ccg, found: Sequence[ReviewedSubmission]) -> CoveredCcg:
    """Return a CCG with the submissions that name it."""
    return CoveredCcg(ccg, judge_coverage(found), tuple(one.file for one in found))


def judge_coverage(found: Sequence[ReviewedSubmission]) -> Coverage:
    """Return how a CCG takes part, from the submissions that name it. Those that ended do not count."""
    standing = list(filter(is_standing, found))
    if not standing:
        return Coverage.ENDED if found else Coverage.NOT
    if len(standing) > 1:
        return Coverage.TWICE
    return Coverage.JOINTLY if len(standing[0].ccgs) > 1 else Coverage.ALONE


def group_by_area_team(covered: Sequence[CoveredCcg]) -> Mapping[str, list[CoveredCcg]]:
    """Return the CCGs by area team."""
    found: dict[str, list[CoveredCcg]] = {}
    for one in covered:
        found.setdefault(one.ccg.area_team, []).append(one)
    return found
