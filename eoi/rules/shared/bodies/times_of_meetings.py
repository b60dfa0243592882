"""The time for which a sentence or a field says how often a group meets: at first, until then, after it."""

from __future__ import annotations

import re

from eoi.expressions import Expression

FOR_A_TIME = Expression(
    r"\b(?:before|until|in the run-up to|towards) (?:the )?(?:(?:end|start|close) of the (?:\w{1,20} )?"
    r"(?:year|month|quarter|period)|year[- ]end|go-?live|transition)\b"
)
AT_FIRST = Expression(
    r"\b(?:first|initially|at first|until|to begin with|to start with|shadow)\b", re.IGNORECASE
)
AFTERWARDS = Expression(
    r"\b(?:after|afterwards|thereafter|from (?:then|the second)|second year|later|then|once)\b"
)
NEXT = Expression(r"[,;:.]")


def is_for_another_time(flat: str, words: tuple[int, int], field: str) -> bool:
    """Tell whether words on how often a group meets are for a time, or for the time after that of its field.

    A group can meet each month `in the first year`, as its field says, and six times a year after that.
    """
    if FOR_A_TIME.search(flat):
        return True
    after = NEXT.search(flat, words[1])
    near = flat[: after.start() if after else len(flat)]
    return (
        AT_FIRST.search(field) is not None
        and AT_FIRST.search(near) is None
        and AFTERWARDS.search(near) is not None
    )
