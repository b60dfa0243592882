"""The votes of members, wherever a file holds them: one by itself, or one for each CCG."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.rules.rule import Case
from eoi.source.nodes import Path
from eoi.submission.engagement import Ballot
from eoi.submission.paths import places

PATTERNS = ("engagement.members.ballot", "engagement.members.ballots[]")


def ballots(case: Case) -> Iterator[tuple[Path, Ballot]]:
    for pattern in PATTERNS:
        yield from ((path, ballot) for path, ballot in places(case.submission, pattern) if ballot)


def of_ccg(ballot: Ballot) -> str:
    return f" ({ballot.ccg})" if ballot.ccg else ""
