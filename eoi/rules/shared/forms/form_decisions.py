"""Sentences that say plainly who decides, and so imply a form without naming a wish."""

from __future__ import annotations

import re

from eoi.expressions import Expression
from eoi.rules.shared.forms.words_for_forms import ALONE, US, find_forms_mentioned

UNCLEAR = Expression(
    r"\b(?:not|never|nor|neither|rather than|instead|unlike|other than|if|whether|unless|until|before|after|"
    r"once|may|might|could|later|future|eventually|ultimately|in (?:time|due course)|long(?:er)?[- ]term|"
    r"steps?|stages?|phases?|towards?|mov(?:e|ing)|ready|options?|alternative\w*|fall ?back|consider\w*|"
    r"explor\w*|previous(?:ly)?|earlier|was|were|had|20\d\d|neighbour\w*|(?:other|some|most) CCGs|"
    r"already|existing|as (?:now|today|at present)|(?:as|since|because) (?:our|we)|council\w*|"
    r"social care)\b|n't\b",
    re.IGNORECASE,
)
# To say outright who decides implies a form, even without a word on what the applicant wishes.
WILL = r"(?:will|would|shall|should|are to|is to)"
# To decide on one thing implies no form of co-commissioning.
OF_ALL = (
    r"(?! (?:on|about|whether|how|which|what|where|when) "
    r"(?!(?:all )?(?:primary (?:medical )?care|general practice)\b))"
)
DECIDED = {
    "influence": (
        rf"^(?:all |the )*decisions? {WILL} (?:continue to )?(?:be (?:made|taken) by|stay with|remain "
        rf"with|rest with) nhs england"
        r"(?! and\b)",
        rf"\bit (?:is|would be|will be|remains) (?:for|up to) nhs england to decide\b{OF_ALL}",
        rf"\b(?:we|the ccgs?) {WILL} (?:only|merely|just|no more than|simply) (?:be )?(?:heard|consulted|"
        rf"asked|advise)\b",
    ),
    "joint": (
        rf"\bdecisions? {WILL} be (?:made|taken|shared) (?:jointly |together )?by (?:nhs england and {US}|"
        rf"{US} and nhs england)\b{OF_ALL}",
        rf"\b(?:we|the ccgs?) {WILL} (?:decide|take (?:all |the |its )?decisions) (?:[\w ]{{0,30}} "
        rf")?(?:together|jointly|"
        rf"side by side) with nhs england\b{OF_ALL}",
        rf"\bnhs england and {US} {WILL} (?:decide|take (?:all |the )?decisions) (?:[\w ]{{0,30}} "
        rf")?(?:together|jointly)\b{OF_ALL}",
    ),
    "delegated": (
        rf"\b(?:we|the ccgs?) {WILL} (?:decide|take (?:all |the )?decisions) (?:alone|"
        rf"{ALONE}|without nhs england)\b",
        rf"\bnhs england (?:{WILL} )?(?:pass|hand|give|transfer)(?:e?s)? (?:over )?(?:all|the whole|its "
        rf"full|all its|everything)\b"
        rf"[\w ]{{0,50}}\bto {US}\b",
    ),
}
DECIDED_ROOTS = ("decision", "decide", "heard", "consulted", "hands", "hand ", "pass", "transfer")
HEARD_BEFORE = Expression(
    r"\bheard before (?=nhs england)|\bbefore nhs england (?=decides)", words="heard before|before nhs"
)


STATED = {
    "influence": Expression(
        "|".join(DECIDED["influence"]),
        words="decision|nhs england to decide| heard| consulted| asked| advise",
    ),
    "joint": Expression(
        "|".join(DECIDED["joint"]),
        words="decision|nhs england and |together with nhs|jointly with nhs|side by side with nhs",
    ),
    "delegated": Expression(
        "|".join(DECIDED["delegated"]), words="alone|our own|ourselves|without nhs|pass|hand|give|transfer"
    ),
}


def read_who_decides(flat: str, form: str) -> str:
    """Return another form that a sentence plainly states, or an empty text if it states none or several."""
    text = HEARD_BEFORE.sub("heard ", flat)
    said = [other for other, stated in STATED.items() if stated.search(text)]
    if len(said) != 1 or UNCLEAR.search(text):
        return ""
    named = find_forms_mentioned(text) - set(said)
    return said[0] if said[0] != form and not named else ""
