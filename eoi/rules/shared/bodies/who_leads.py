"""Statements in a row or a text that NHS England leads, under any name of its local team.

Only plain statements count: a sentence that shares the lead, or is about the present, is unclear.
"""

from __future__ import annotations

import re
from typing import Literal

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.submission.scope import Function, names_nhs_england

TEAM = r"(?:area (?:primary care )?team|NHS England|NHSE)"
LEADS = Expression(
    rf"\b{TEAM}(?:'s (?:\w+ ){{1,4}})?(?:\s+(?:to|will|would|should|must|still|also|continues?)){{0,3}}"
    rf"\s+(?:lead|leads|leading)\b"
    rf"|\b(?:led|co-?ordinated)\s+(?:\w+\s+)?by\s+(?:the\s+|our\s+)?(?:local\s+)?{TEAM}\b"
    rf"|\blead:\s*(?:the\s+)?{TEAM}\b",
    re.IGNORECASE,
    words="lead|led|ordinated",
)
SHARED = Expression(
    r"\b(?:not|no longer|rather than|instead|until|current(?:ly)?|at present|initially|today|now|if|unless|"
    r"together|joint(?:ly)?|(?:with|and) (?:us|our|ourselves|the CCGs?|CCGs?))\b|n't\b",
    re.IGNORECASE,
)
WE_LEAD = Expression(
    r"\b(?:we|CCGs?|group|committee)\s+(?:(?:will|would|to|should|also)\s+){0,2}"
    r"(?:leads?|decides?|approves?|manages?|co-?ordinates?|takes?)\b",
    re.IGNORECASE,
    words="we|ccg|group|committee",
)
WE_DECIDE = Expression(
    r"\b(?:we|(?:the|our|each) (?:CCGs?|committee|board|governing body)|CCGs?)\s+"
    r"(?:(?:will|would|shall|to|should|then|also)\s+){0,2}"
    r"(?:decides?|approves?|determines?|awards?|signs?|holds? (?:the |these |all )?(?:\w+ )?contracts?|"
    r"(?:takes?|makes?) (?:the |all |these |final ){0,2}decisions?)\b",
    re.IGNORECASE,
)
ASKED = Expression(
    r"\b(?:not|no|never|if|could|might|may|asked|advis\w+|recommend\w*|before|help\w*|influenc\w+|"
    r"already|now|today|current(?:ly)?|later|future)\b|n't\b",
    re.IGNORECASE,
)
LeadField = Literal["lead", "forum", "comment"]
SENTENCES = Expression(r"(?<=[.;!?])\s+")


def says_nhs_england_leads(text: str | None) -> bool:
    """Tell whether a text says plainly that NHS England leads."""
    if not text or WE_LEAD.search(text):
        return False
    return any(LEADS.search(said) and not SHARED.search(said) for said in SENTENCES.split(text))


def says_we_decide(text: str | None) -> bool:
    """Tell whether a text says that the CCG decides.

    To be asked first, or perhaps to decide, does not count.
    """
    return bool(text) and any(
        WE_DECIDE.search(said) and not ASKED.search(said) for said in SENTENCES.split(text or "")
    )


class LeftFunction(FrozenValue):
    """A row that leaves a function to NHS England, to lead it or to co-ordinate it."""

    field: LeadField
    does: str


def find_what_is_left(function: Function) -> LeftFunction | None:
    """Return the field that leaves a function to NHS England, with a verb for it, or None.

    If `lead` is empty, the co-ordinators count as leading.
    """
    if function.lead:
        return LeftFunction("lead", "leads") if function.led_by == "nhse" else None
    if names_nhs_england(function.forum):
        return LeftFunction("forum", "co-ordinates")
    return LeftFunction("comment", "leads") if says_nhs_england_leads(function.comment) else None
