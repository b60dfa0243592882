"""Parts of a whole in a sentence: `120 of 420 people`, `four out of five practices`, `of 43 staff, 30`."""

from __future__ import annotations

from collections.abc import Iterable

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.shared.figures import ProseFigure

JOINED = Expression(
    r"\s?(?:[a-z]+ )?(?:out )?of (?:(?:all|every|the|our|those|these) ){0,3}|\s?in (?:every )?"
)
OPENS = Expression(r"\b(?:out )?of (?:(?:all|the|our|those|these) ){0,3}$", words="of ")
BREAKS = Expression(r"[;:]|\b(?:and|but) (?:the|our|we|its)\b")


class Split(FrozenValue):
    """A part of some things, and the whole of them."""

    part: ProseFigure
    whole: ProseFigure


def find_split(figure: ProseFigure, figures: Iterable[ProseFigure]) -> Split | None:
    """Return the part and the whole of words such as `120 of 420`, of which a figure is either, or None."""
    for other in find_beside(figure, figures):
        part, whole = (other, figure) if other.start < figure.start else (figure, other)
        if JOINED.fullmatch(figure.said.flat, part.end, whole.start):
            return Split(part, whole)
    return None


def find_whole(figure: ProseFigure, figures: Iterable[ProseFigure]) -> ProseFigure | None:
    """Return the whole that a figure is a part of, also in `of 43 staff, 30 work here`, or None."""
    known = list(find_beside(figure, figures))
    split = find_split(figure, known)
    if split:
        return split.whole if split.part is figure else None
    flat = figure.said.flat
    opened = (
        one
        for one in known
        if one.start < figure.start
        and OPENS.search(flat, 0, one.start)
        and not BREAKS.search(flat, one.end, figure.start)
    )
    return next(opened, None)


def find_beside(figure: ProseFigure, figures: Iterable[ProseFigure]) -> Iterable[ProseFigure]:
    """Return the other numbers of a figure's sentence."""
    return (
        one
        for one in figures
        if one.said is figure.said and one.start != figure.start and one.unit == figure.unit
    )
