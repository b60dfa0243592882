"""Sentences in which a submission says outright which form of co-commissioning it applies for.

Prose speaks of other forms for many good reasons: options not chosen, the future, history, what NHS England
offers. So a sentence counts only where the applicant itself applies for, asks for or proposes a form, now,
and where no other form is mentioned in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.rules.shared.words import Words

NAMES = {
    "influence": "greater influence",
    "joint": "joint commissioning",
    "delegated": "delegated commissioning",
}
BREAK = Expression(r"(?<=[.!?])\s+|\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s+|\Z")
WHO = (
    r"\b(?:we|(?:the|our|this) CCG|(?:the|our|both|all|two|three|four|five|six|seven|eight) CCGs"
    r"|(?:this|our|the) (?:expression of interest|proposal|application|submission|bid))"
    r"(?: (?:now|therefore|hereby|together|formally|all|both|also)){0,2}"
    r"(?: (?:wish(?:es)?|want|wants|would like|intends?) to)?"
)
APPLIES = (
    rf"(?:{WHO} (?:appl(?:y|ies) for|(?:is|are) applying for|bids? for|(?:is|are) bidding for|(?:is|are) for|"
    r"(?:express(?:es)?|(?:is|are) expressing) (?:an |our |its )?interest (?:in|to|on))"
    r"|\b(?:our|this) (?:expression of interest in|application for|bid for))"
)
WISHES = rf"{WHO} (?:asks?|seeks?|requests?|proposes?|prefers?|(?:has|have) chosen|(?:has|have) opted for)"
FEW = r"(?: [\w'’,-]+){0,6}?"
OUR_CARE = r"(?:\w+ ){0,3}(?:primary care|general practice)"
CLAIMS = {
    "influence": (rf"{APPLIES}{FEW} greater (?:influence|involvement)",),
    "joint": (
        rf"{APPLIES}{FEW} joint (?:co-?)?commissioning",
        rf"{WISHES}{FEW} joint (?:co-?)?commissioning (?:with NHS England|of {OUR_CARE})",
        rf"{WISHES} to commission {OUR_CARE} jointly with NHS England",
    ),
    "delegated": (
        rf"(?:{APPLIES}|{WISHES}){FEW} (?:fully )?(?:delegated (?:co-?)?commissioning|full delegation)",
        rf"(?:{APPLIES}|{WISHES}){FEW} delegated responsibility for {OUR_CARE}",
        rf"{WISHES} NHS England to delegate (?:\w+ ){{0,4}}(?:commissioning|primary care|general practice)",
    ),
}
ROOTS = {"influence": ("influence", "involvement"), "joint": ("joint",), "delegated": ("delegat",)}
# Several CCGs that apply together say so with the same word as the form.
APPLY_TOGETHER = Expression(
    r"\bjointly (?=appl|ask|bid|propos|seek|request|prefer|express)"
    r"|\bjoint (?=appl|bid|expression|submission|propos)",
    re.IGNORECASE,
)
UNCLEAR = Expression(
    r"\b(?:not|never|nor|neither|rather than|instead|unlike|other than|if|whether|unless|until|before|after|"
    r"once|may|might|could|later|future|eventually|ultimately|in (?:time|due course)|long(?:er)?[- ]term|"
    r"steps?|stages?|phases?|towards?|mov(?:e|ing)|ready|options?|alternative\w*|fall ?back|consider\w*|"
    r"explor\w*|previous(?:ly)?|earlier|was|were|had|20\d\d|neighbour\w*|(?:other|some|most) CCGs|"
    r"council\w*|social care)\b|n't\b",
    re.IGNORECASE,
)


@cache
def claim(form: str) -> re.Pattern[str]:
    """Compiled when a sentence speaks of the form: few do, and compiling these takes longer than all else."""
    return re.compile("|".join(CLAIMS[form]), re.IGNORECASE)


class Statement(NamedTuple):
    form: str
    words: Words


def statements(text: str, form: str, applicants: Sequence[str]) -> Iterator[Statement]:
    """The sentences that name another form than `form`; `applicants` are the names the CCGs go by."""
    if not mentioned(text) - {form}:
        return
    start = 0
    for match in BREAK.finditer(text):
        words, start = Words(text, start, match.start()), match.end()
        if (named := stated(str(words), applicants)) not in ("", form):
            yield Statement(named, words)


def stated(sentence: str, applicants: Sequence[str]) -> str:
    if not mentioned(sentence):
        return ""
    flat = APPLY_TOGETHER.sub("", " ".join(sentence.replace("*", "").split()))
    for name in applicants:
        flat = flat.replace(name, "the CCG")
    forms = mentioned(flat)
    named = forms.pop() if len(forms) == 1 else ""
    return named if named and claim(named).search(flat) and not UNCLEAR.search(flat) else ""


def mentioned(text: str) -> set[str]:
    folded = text.casefold()
    return {form for form, roots in ROOTS.items() if any(root in folded for root in roots)}
