"""The roles of signatories: the accountable officer, the chair, and those who sign for several CCGs."""

from __future__ import annotations

import re

from eoi.expressions import Expression, WordList

ACCOUNTABLE = Expression(
    r"\baccountable\b|\bchief (?:clinical )?officer\b|\bchief executive\b|\bmanaging director\b|\bC?AO\b",
    re.IGNORECASE,
)
CHAIR = WordList("chair|chairman|chairwoman|chairperson")
OF_SOMETHING_ELSE = WordList(
    "vice|deputy|audit|committee|locality|cluster|council|wellbeing|well-being|lmc|nhs england"
)
SIGNS_FOR_SEVERAL = Expression(
    r"\b(?:CCGs|Groups|all|both|each|every|joint|alliance|federation|collaborative|partnership|consortium)\b",
    re.I,
)


def is_accountable_officer(role: str) -> bool:
    """Tell whether a role is that of the officer who answers for a CCG."""
    return ACCOUNTABLE.search(role) is not None


def is_chair(role: str) -> bool:
    """Tell whether a role is the chair of a CCG's board. A vice-chair or the chair of a committee is not."""
    return CHAIR.is_in(role) and not OF_SOMETHING_ELSE.is_in(role)


def signs_for_several(organisation: str) -> bool:
    """Tell whether somebody signs for several organisations at once."""
    return SIGNS_FOR_SEVERAL.search(organisation) is not None
