"""Budgets that are not a CCG's: `the prescribing budget`, and `the Better Care Fund has a budget`."""

from __future__ import annotations

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.figures_against_fields import REACH
from eoi.submission.ccg_names import list_name_words

WHOLE_BUDGET = (
    "a an the our its their this that total whole annual overall yearly full entire commissioning ccg ccg's "
    "current net combined recurrent available health healthcare nhs own in-year opening revenue of with and"
    " programme"
).replace(" ", "|")
PART_OF_BUDGET = Expression(
    rf"\b(?:(?!(?:{WHOLE_BUDGET})\b)[a-z][\w-]{{1,30}}|"
    r"(?:mental|public|community|primary|social|continuing|acute) health(?:care)?) "
    r"(?:budgets?|allocations?)\b",
    words="budget|allocation",
)
# `The fund has a budget of`: the last word before the verb says whose it is.
HAS_BUDGET = Expression(
    r"\b(?P<owner>[a-z][\w'-]{1,40}) (?:now |also )?(?:has|have|had|holds?|gets?|receives?|runs?) "
    r"(?:an?|its own|their own) (?:[\w-]{1,30} ){0,3}(?:budgets?|allocations?)\b",
    words="budget|allocation",
)
OF_CCGS = (
    "we ccg ccgs it they which who that organisation organisations group groups applicant applicants "
    "partners consortium area city county borough commissioner commissioners care people patients and"
)
OURS = frozenset(OF_CCGS.split())
OF_OTHERS = Expression(
    r"\b(?:budget|allocation)s? (?:of|for) (?:the |our |its |this )?(?:[\w-]{1,30} ){0,4}?"
    r"(?:funds?|services?|schemes?|programmes?|projects?|pools?|grants?|teams?|units?|prescribing|drugs|medicines|"
    r"(?:community|social|acute|urgent|emergency|secondary|continuing|hospital|intermediate|planned|mental|public)"
    r" (?:health|care|healthcare))\b",
    words="budget|allocation",
)


def names_another_budget(case: Case, figure: ProseFigure) -> bool:
    """Tell whether the words near an amount speak of another budget than that of a CCG."""
    near = figure.said.flat[max(figure.start - REACH, 0) : figure.end + REACH]
    if PART_OF_BUDGET.search(near) or OF_OTHERS.search(near):
        return True
    # `The council has a budget, and we have one of £220m`: the nearest owner before an amount counts.
    start = max(figure.start - REACH, 0)
    owners = [match["owner"] for match in HAS_BUDGET.finditer(figure.said.flat, start, figure.start)]
    return bool(owners) and owners[-1] not in OURS | list_words_of_applicants(case)


def list_words_of_applicants(case: Case) -> set[str]:
    """Return the words of the names of all applicants."""
    return {word for one in case.submission.applicants for name in list_name_words(one) for word in name}
