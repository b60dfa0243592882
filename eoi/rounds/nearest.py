"""The round that is probably meant by an unknown name: `2016/17`, `November 2015`, `2015a`."""

from __future__ import annotations

from eoi.nearest import find_nearest_word
from eoi.rounds import known_rounds, load_round
from eoi.submission.dates import When, read_when


def nearest_round(typed: str) -> str | None:
    """Return the name of the round that is nearest to an unknown name, or None.

    A date is compared with the rounds' starts, deadlines and invitations, and any other name with their
    names.
    """
    try:
        return dated(read_when(typed)) or spelt(typed)
    except ValueError:
        return spelt(typed)


def dated(meant: When) -> str | None:
    """Return the name of a round that started, closed or was issued in a period, or None."""
    rounds = [load_round(name) for name in known_rounds()]
    for days in (
        {one.id: one.starts for one in rounds},
        {one.id: one.deadline for one in rounds},
        {one.id: one.issued for one in rounds},
    ):
        found = [name for name, day in days.items() if day and is_in(day, meant)]
        if found:
            return found[0]
    return None


def is_in(day: When, period: When) -> bool:
    """Tell whether a date is wholly within a period."""
    return period.first <= day.first and day.last <= period.last


def spelt(typed: str) -> str | None:
    """Return the name of the round that is spelt most like a word, or None."""
    return find_nearest_word(typed, known_rounds()) or None
