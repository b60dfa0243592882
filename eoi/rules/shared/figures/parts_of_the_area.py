"""Figures of a part of the area, such as `in the north` or `in Market Drayton`, which no field states."""

from __future__ import annotations

from collections.abc import Iterable

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.figures_against_fields import find_whole
from eoi.submission.ccg_names import list_name_words, may_mean, name_words

QUARTER = r"(?:north|south|east|west|central|middle)(?:[- ]?(?:east|west))?(?:ern)?"
# `In the north`, `in our rural practices` and `in the south locality`, but not `in the North Norfolk CCG`.
PART = Expression(
    rf"\b(?:in|of|from|across) (?:the |our |its )?(?:far |rural |more )?(?:"
    rf"{QUARTER}(?: of (?:the |our )?(?:county|area|city|borough|district))?"
    r"(?=[ ]?[,.;:)]|$| that| who| which| where| (?:localit|neighbourhood|cluster|part|half|practices|all|"
    r"voted|were|the|our|only|turnout|support|we|it|there|about|some|\d))|"
    r"(?:city|town|village|valley|coast|hills?) practices|"
    r"(?:\w{1,20} )?(?:towns|villages)\b|rural areas?\b|"
    r"(?:[\w&'-]{1,30} ){1,3}(?:locality|neighbourhood|cluster|federation|district|patch|alliance)\b)",
    words="north|south|east|west|central|middle|practices|town|village|rural|locality|neighbourhood|cluster|"
    "federation|district|patch|alliance",
)
# The place of some practices: `15 practices in Shrewsbury & Atcham`.
CAPITAL = r"[A-Z][\w'’-]{0,40}"
PLACE = Expression(
    rf" ?(?:[a-z]+ ){{0,2}}(?:practices|surgeries|members|GPs) (?:in|of|from|around|near) (?:the )?"
    rf"(?P<place>{CAPITAL}(?:(?: and | & | )(?:the |of )?{CAPITAL}){{0,4}})",
    words="practices|surgeries|members|gps",
)


def is_of_a_part_of_the_area(case: Case, figure: ProseFigure) -> bool:
    """Tell whether a figure is of the practices of one place or of one part of the area."""
    flat = figure.said.flat
    end = flat.find(",", figure.end)
    start = max(flat.rfind(mark, 0, figure.start) for mark in (";", ":", ". "))
    if PART.search(flat, max(start, 0), end if end > 0 else len(flat)):
        return True
    return is_in_a_place(case, figure)


def is_in_a_place(case: Case, figure: ProseFigure) -> bool:
    """Tell whether the practices of a place are counted that is not the area of an applicant."""
    found = PLACE.match(figure.said.text, figure.end)
    if found is None or " CCG" in figure.said.text[found.end() : found.end() + 4]:
        return False
    names = [name for one in case.submission.applicants for name in list_name_words(one)]
    words = name_words(found["place"])
    return bool(words) and not may_mean(names, words)


def has_a_part_before(case: Case, figure: ProseFigure, figures: Iterable[ProseFigure]) -> bool:
    """Tell whether a figure is a part of a whole in one place, as in `of the 13 in the south, nine`."""
    whole = find_whole(figure, figures)
    return whole is not None and is_of_a_part_of_the_area(case, whole)
