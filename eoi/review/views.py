"""The views that an assessor asks after: the LMC's, Healthwatch's and the health and wellbeing board's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from eoi.expressions import Expression
from eoi.rules.shared.roles import is_lay

Body = Literal["lmc", "healthwatch", "board"]
BODIES: Mapping[Body, Expression] = {
    "lmc": Expression(r"\bLMCs?\b|\blocal medical committees?\b", re.IGNORECASE),
    "healthwatch": Expression(r"\bhealthwatch\b", re.IGNORECASE),
    "board": Expression(r"\bhealth (?:and|&) well-?being board\b|\bHWBB?\b", re.IGNORECASE),
}
NO_VIEW = "no view stated"
LONGEST = 90  # characters of a view in a row; the file has the rest


def say_view(views: Iterable[tuple[str, str]], body: Body) -> str:
    """Return the view of a body, briefly; empty if the submission does not name the body."""
    said = [view for name, view in views if BODIES[body].search(name)]
    if not said:
        return ""
    return shorten_to_row(next(filter(None, said), "") or NO_VIEW)


def shorten_to_row(text: str) -> str:
    """Cut a text after the last word that a row has room for."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0]}…"


def say_lay_chair(chairs: Iterable[str]) -> str:
    """Say whether a lay person chairs one of the groups; nothing if no chair is stated."""
    known = list(chairs)
    return ("yes" if any(map(is_lay, known)) else "no") if known else ""


def say_ballots(outcomes: Iterable[str]) -> str:
    """Describe the results of the votes: each outcome once and, if there are several, the votes with each."""
    return "; ".join(
        f"{outcome} ({number})" if number > 1 else outcome for outcome, number in Counter(outcomes).items()
    )
