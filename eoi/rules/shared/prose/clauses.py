"""Subjects of clauses: in `it reports to the Board, which meets in public`, two bodies do."""

from __future__ import annotations

from eoi.expressions import Expression

RELATIVE = Expression(r"\b(?:which|who|whose|where|whom)\b", words="who|where|which")
# `The board, to which the group reports, meets` is about the board.
OF_WHICH = Expression(
    r"\b(?:which|whom|whose) (?:the |our )?(?:[\w-]{1,30} ){0,5}$", words="which|whom|whose"
)
# `The group reports to the Board, and the Board meets`.
ANOTHER = Expression(
    r"\b(?:the|our|its|their|each|every|a) (?:[\w-]{1,30} ){0,3}"
    r"(?:board|body|council|ccg|trust|team|committee|group|healthwatch|england|minutes|papers?|agendas?|registers?|"
    r"reports?) (?:will |would |also |is |are |meets? |sits? ){0,3}$",
    words="board|body|council|ccg|trust|team|committee|group|watch|england|minutes|paper|agenda|register|report",
)
# What is written about a group, and may be public where the group is not.
PAPERS = Expression(
    r"\b(?:minutes|papers|agendas?|registers?|annual reports?|summar(?:y|ies)|decisions|notes) (?:and \w+ )?"
    r"(?:of|from|for|are|is|will|would)\b",
    words="minutes|papers|agenda|register|report|summar|decisions|notes",
)


def is_about_another(flat: str, start: int, end: int, at: int) -> bool:
    """Tell whether the verb at an index has another subject than the name from `start` up to `end`."""
    if at < end:
        return False
    if OF_WHICH.search(flat[:start]):
        return True
    between = flat[end:at]
    relative = RELATIVE.search(between)
    if relative and between[: relative.start()].split("(")[0].strip(" ,"):
        return True
    return ANOTHER.search(between) is not None


def is_about_papers(flat: str, at: int) -> bool:
    """Tell whether the words before an index are about minutes or other papers, not about a meeting."""
    return PAPERS.search(flat, 0, at) is not None
