"""The risks of the proposal, for CCGs that keep more than a phrase about each."""

from __future__ import annotations

from eoi.submission.kinds import TEXT
from eoi.submission.part import Part, ask
from eoi.submission.quantities import count_of
from eoi.submission.scope import LEVEL

HIGHEST = 5
# In registers a rating can have the word "points" behind it.
RATING = count_of("point", "points")


class Risk(Part):
    """A risk, with its details for a register."""

    shorthand = "risk"
    by_line = True

    risk = ask(TEXT, "What could go wrong")
    cause = ask(TEXT, "What would bring it about")
    effect = ask(TEXT, "What would follow from it")
    likelihood = ask(RATING, "How likely it is, from 1, which is rare, to 5, which is almost certain")
    impact = ask(RATING, "How bad it would be, from 1, which is negligible, to 5, which is catastrophic")
    level = ask(LEVEL, "Or how much it weighs: high, medium or low")
    owner = ask(TEXT, "Who watches it, by role")
    mitigation = ask(TEXT, "What is done about it")
