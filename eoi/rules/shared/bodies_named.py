"""Which bodies and roles a text names, whatever it calls them: `the acute trust`, `our governing body`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# The longer names come first: a health and wellbeing board is no CCG Board.
BODY = re.compile(
    r"\b(?:(?P<nhs_england>nhs england|nhse\b|area (?:primary care )?team|regional team|"
    r"(?:nhs england )?primary care team)"
    r"|(?P<wellbeing>health (?:and|&) wellbeing boards?|wellbeing boards?|hwbs?\b)"
    r"|(?P<lmc>local medical committees?|lmcs?\b)"
    r"|(?P<healthwatch>health ?watch)"
    r"|(?P<mental>mental health (?:services )?(?:trust|provider|partnership)s?)"
    r"|(?P<community>community (?:health |and |social |care |services ){0,5}(?:provider|trust|"
    r"interest company)s?)"
    r"|(?P<acute>(?:acute|hospital|hospitals) (?:provider|trust)s?|(?:local |district |acute |"
    r"royal )?hospitals?)"
    r"|(?P<council>councils?(?:lors?)?|local authorit(?:y|ies)|boroughs?|director of people)"
    r"|(?P<lay>lay (?:member|chair|person|people|vice|representative|appointee)\w*|non-executives?|"
    r"independent (?:chair|member|person)|audit (?:committee )?chair)"
    r"|(?P<finance>(?:chief )?finance (?:officer|director)|director of finance|cfo\b)"
    r"|(?P<officer>accountable officers?|chief (?:officers?|executives?)|managing directors?|"
    r"chief operating officers?)"
    r"|(?P<nurse>nurses?|director of nursing)"
    r"|(?P<consultant>secondary care (?:doctors?|clinicians?|consultants?)|hospital consultants?)"
    r"|(?P<medical>medical directors?)"
    r"|(?P<gp>gps?|general practitioners?|clinical (?:chair|leads?|directors?)|clinicians?|family doctors?)"
    r"|(?P<public_health>(?:director of )?public health)"
    r"|(?P<patients>patients?|patient (?:group|participation group)s?)"
    r"|(?P<voluntary>voluntary sector|charit(?:y|ies))"
    r"|(?P<audit>audit committees?)"
    r"|(?P<board>governing bod(?:y|ies)|(?:ccg |ccgs' )?boards?)"
    r"|(?P<directors>directors?)"
    r"|(?P<managers>managers?|officers?|(?:commissioning|finance|primary care) leads?))\b"
)
# Whoever says "the Lay Member of the CCG Board" speaks of the lay member.
WEAK = frozenset(("board", "patients", "directors", "managers"))


@lru_cache(maxsize=1024)
def bodies_in(text: str) -> frozenset[str]:
    """In small letters or as typed."""
    return frozenset(kind for kind, _, _ in bodies_at(text.lower()))


def bodies_at(flat: str) -> Iterator[tuple[str, int, int]]:
    for match in BODY.finditer(flat):
        if match.lastgroup:
            yield match.lastgroup, match.start(), match.end()


def roles_in(text: str) -> frozenset[str]:
    """The bodies without the more general ones, where others are named as well."""
    found = bodies_in(text)
    return found - WEAK or found
