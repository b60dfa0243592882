"""Sentences about the area of a CCG that does not apply, by its name alone: `in Herefordshire, ...`."""

from __future__ import annotations

from eoi.expressions import Expression
from eoi.reference import load_ccgs
from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.submission.ccg_names import CAPITAL, list_name_words, may_mean, name_words

NAME = rf"{CAPITAL}(?:(?: and | & | )(?:of |the |upon )?{CAPITAL}){{0,4}}"
# `In Herefordshire, 24 practices serve` and `Telford and Wrekin's proposal`.
AREA = Expression(
    rf"(?:^|[.;:,]\s)\s?In (?:the )?(?P<place>{NAME}),|\b(?P<owner>{NAME}?)['’]s? (?:own )?"
    r"(?:proposal|application|bid|submission|expression|scope|practices|plans?|members|patients)\b"
)


def is_of_another_area(case: Case, figure: ProseFigure) -> bool:
    """Tell whether a sentence speaks of the area or the proposal of another CCG of the published list."""
    text = figure.said.text.replace("\n", " ")
    names = [name for one in case.submission.applicants for name in list_name_words(one)]
    for found in AREA.finditer(text):
        words = name_words(found["place"] or found["owner"] or "")
        if words and not may_mean(names, words) and is_in_the_list_of_ccgs(words):
            return True
    return False


def is_in_the_list_of_ccgs(words: frozenset[str]) -> bool:
    """Tell whether some words are the name of a CCG of the published list."""
    return any(words == name_words(ccg.name) for ccg in load_ccgs().values())
