"""The views that assessors look for: of the LMC, Healthwatch and the health and wellbeing board."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from eoi.expressions import Expression
from eoi.rules.shared.bodies.roles import is_lay

Body = Literal["lmc", "healthwatch", "board"]
BODIES: Mapping[Body, Expression] = {
    "lmc": Expression(r"\bLMCs?\b|\blocal medical committees?\b", re.IGNORECASE),
    "healthwatch": Expression(r"\bhealthwatch\b", re.IGNORECASE),
    "board": Expression(r"\bhealth (?:and|&) well-?being board\b|\bHWBB?\b", re.IGNORECASE),
}
NO_VIEW = "no view stated"
LONGEST = 90  # characters of a view in a row; the file has the rest of it


def say_view(views: Iterable[tuple[str, str]], body: Body) -> str:
    """Return the view of a body in brief, or an empty text if the submission does not name the body."""
    said = [view for name, view in views if BODIES[body].search(name)]
    if not said:
        return ""
    return shorten_to_row(next(filter(None, said), "") or NO_VIEW)


def shorten_to_row(text: str) -> str:
    """Return a text that fits into a row, cut after a word."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0]}…"


def say_lay_chair(chairs: Iterable[str]) -> str:
    """Return "yes" or "no" for a lay person who chairs a group, or an empty text if no chair is stated."""
    known = list(chairs)
    return ("yes" if any(map(is_lay, known)) else "no") if known else ""


def say_ballots(outcomes: Iterable[str]) -> str:
    """Return the results of votes, each once, with the number of votes if there are several."""
    return "; ".join(
        f"{outcome} ({number})" if number > 1 else outcome for outcome, number in Counter(outcomes).items()
    )
