"""CCGs, signatories and posts that are in several submissions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from eoi.review.submissions import ReviewedSubmission
from eoi.review.totals import is_standing


class Overlap(NamedTuple):
    """A CCG, a signatory or a post in several submissions."""

    kind: str
    name: str
    submissions: tuple[ReviewedSubmission, ...]


NAMES: Mapping[str, Callable[[ReviewedSubmission], Iterable[str]]] = {
    "CCG": lambda one: [ccg.name for ccg in one.ccgs],
    "Signatory": lambda one: one.signatories,
    "Post": lambda one: one.posts,
}


def find_overlaps(submissions: Iterable[ReviewedSubmission]) -> list[Overlap]:
    """Find the CCGs, signatories and posts that several submissions share, by kind and name.

    Submissions that were withdrawn or declined are left out.
    """
    standing = list(filter(is_standing, submissions))
    found = list[Overlap]()
    for kind, names_of in NAMES.items():
        by_name: dict[str, list[ReviewedSubmission]] = {}
        for one in standing:
            for name in dict.fromkeys(names_of(one)):
                by_name.setdefault(name, []).append(one)
        several = ((name, those) for name, those in sorted(by_name.items()) if len(those) > 1)
        found += [Overlap(kind, name, tuple(those)) for name, those in several]
    return found
