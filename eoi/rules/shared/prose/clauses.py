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


# Where one statement of a sentence ends and the next begins.
BREAK = Expression(
    r"[;:]|, (?:and|but|yet|while|whereas|although|though|which|who|as|so)\b|"
    r" (?:but|while|whereas|although) ",
    words=";|:|, and|, but|, yet|, wh|, although|, though|, as|, so| but | while | whereas | although ",
)
# Verbs of which the name before them is the subject. `The LMC, and Healthwatch, were asked` has none between.
FINITE = Expression(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|do|does|did|said|says|sent|gave|wrote|met|spoke|"
    r"told|knows?|wants?|asks?|\w{3,30}ed|(?:support|oppose|welcome|agree|back|favour|endorse|object|reject|prefer)s)\b"
)

# `The LMC supports us, but it was not asked` still speaks of the LMC.
SAME_SUBJECT = Expression(r"\s*(?:(?:it|they|is|are|has|have|had|was|were) )*$")
# `While the LMC supports us, Healthwatch does not`: a comma alone ends such a clause.
OPENED = Expression(
    r"\W*(?:while|whereas|although|though|since|because|when|after)\b",
    words="while|whereas|though|since|because|when|after",
)
COMMA = Expression(r",")


def are_in_other_clauses(flat: str, name: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Tell whether a name has a verb of its own, so that the verb of another clause is not about it.

    In `the LMC supports us, and Healthwatch was not asked`, only Healthwatch was not.
    """
    if name[1] <= verb[0]:
        mark = (COMMA if OPENED.match(flat) else BREAK).search(flat, name[1], verb[0])
        if mark is None or SAME_SUBJECT.match(flat[mark.end() : verb[0]]):
            return False
        return FINITE.search(flat, name[1], mark.start()) is not None
    mark = BREAK.search(flat, verb[1], name[0])
    return mark is not None and FINITE.search(flat, name[1]) is not None
