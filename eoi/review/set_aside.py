"""Missing answers and findings that a CCG sets aside in its file, each with the reason that it gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eoi.examined import ExaminedSubmission
from eoi.plain_words import capital


class PointSetAside(NamedTuple):
    """A missing answer or a finding, the reason for setting it aside, the rule, and a path of the file."""

    says: str
    reason: str
    rule: str
    path: str


def list_set_aside(examined: ExaminedSubmission) -> Iterator[PointSetAside]:
    """Yield each answer left out with a reason, followed by each finding that a comment sets aside."""
    seen = set[tuple[str, str]]()
    for gap in examined.checklist.gaps:
        asks = gap.requirement.asks
        if gap.waived and (asks, gap.waived) not in seen:
            seen.add((asks, gap.waived))
            yield PointSetAside(f"Left out: {asks}.", gap.waived, gap.requirement.rule, gap.spot.path)
    gaps = {(gap.requirement.rule, gap.spot.path) for gap in examined.checklist.gaps if gap.waived}
    for one in examined.set_aside:
        found = one.finding
        if (found.rule, found.path) not in gaps:
            yield PointSetAside(capital(found.message), one.reason, found.rule, found.path)
