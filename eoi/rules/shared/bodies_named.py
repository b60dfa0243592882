"""Find the bodies and roles that a text names in any words: `the acute trust`, `our governing body`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from eoi.expressions import Expression

# The longer names come first: a health and wellbeing board is no CCG Board.
BODIES = {
    "nhs_england": (
        r"nhs england|nhse\b|area (?:primary care )?team|regional team|"
        r"(?:nhs england )?primary care team"
    ),
    "wellbeing": r"health (?:and|&) wellbeing boards?|wellbeing boards?|hwbs?\b",
    "lmc": r"local medical committees?|lmcs?\b",
    "healthwatch": r"health ?watch",
    "mental": r"mental health (?:services )?(?:trust|provider|partnership)s?",
    "community": (
        r"community (?:health |and |social |care |services ){0,5}(?:provider|trust|interest company)s?"
    ),
    "acute": (
        r"(?:acute|hospital|hospitals) (?:provider|trust)s?|(?:local |district |acute |"
        r"royal )?hospitals?"
    ),
    "council": r"councils?(?:lors?)?|local authorit(?:y|ies)|boroughs?|director of people",
    "lay": (
        r"lay (?:member|chair|person|people|vice|representative|appointee)\w*|non-executives?|"
        r"independent (?:chair|member|person)|audit (?:committee )?chair"
    ),
    "finance": r"(?:chief )?finance (?:officer|director)|director of finance|cfo\b",
    "officer": (
        r"accountable officers?|chief (?:officers?|executives?)|managing directors?|"
        r"chief operating officers?"
    ),
    "nurse": r"nurses?|director of nursing",
    "consultant": r"secondary care (?:doctors?|clinicians?|consultants?)|hospital consultants?",
    "medical": r"medical directors?",
    "gp": r"gps?|general practitioners?|clinical (?:chair|leads?|directors?)|clinicians?|family doctors?",
    "public_health": r"(?:director of )?public health",
    "patients": r"patients?|patient (?:group|participation group)s?",
    "voluntary": r"voluntary sector|charit(?:y|ies)",
    "audit": r"audit committees?",
    "board": r"governing bod(?:y|ies)|(?:ccg |ccgs' )?boards?",
    "directors": r"directors?",
    "managers": r"managers?|officers?|(?:commissioning|finance|primary care) leads?",
}
BODY = Expression(r"\b(?:" + "|".join(f"(?P<{kind}>{names})" for kind, names in BODIES.items()) + r")\b")
# Kept apart, since one of them is found ten times faster than all.
EACH = {kind: Expression(rf"\b(?:{names})\b") for kind, names in BODIES.items()}
# "The Lay Member of the CCG Board" means the lay member.
WEAK = frozenset(("board", "patients", "directors", "managers"))


@lru_cache(maxsize=1024)
def find_bodies(text: str) -> frozenset[str]:
    """Return the bodies that a text names, in small letters or as typed."""
    return frozenset(kind for kind, _, _ in locate_bodies(text.lower()))


def locate_bodies(flat: str) -> Iterator[tuple[str, int, int]]:
    """Yield each body that a text names, with where its name begins and ends."""
    for match in BODY.finditer(flat):
        if match.lastgroup:
            yield match.lastgroup, match.start(), match.end()


def find_roles(text: str) -> frozenset[str]:
    """Return the bodies without the more general ones, where others are named as well."""
    found = find_bodies(text)
    return found - WEAK or found
