"""Bodies and roles in texts, recognised by any words for them: `the acute trust`, `our governing body`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from eoi.expressions import Expression


def compile_names(words: str, pattern: str) -> Expression:
    """Return the expression for the names of a body. Each match contains one of `words`."""
    return Expression(rf"\b(?:{pattern})\b", words=words)


# The longer names come first: a health and wellbeing board is no CCG Board.
EACH = {
    "nhs_england": compile_names(
        "nhs england|nhse|area team|primary care team|regional team",
        r"nhs england|nhse\b|area (?:primary care )?team|regional team|"
        r"(?:nhs england )?primary care team",
    ),
    "wellbeing": compile_names(
        "wellbeing|hwb", r"health (?:and|&) wellbeing boards?|wellbeing boards?|hwbs?\b"
    ),
    "lmc": compile_names("local medical|lmc", r"local medical committees?|lmcs?\b"),
    "healthwatch": compile_names("health", r"health ?watch"),
    "mental": compile_names("mental", r"mental health (?:services )?(?:trust|provider|partnership)s?"),
    "community": compile_names(
        "community",
        r"community (?:health |and |social |care |services ){0,5}(?:provider|trust|interest company)s?",
    ),
    "acute": compile_names(
        "acute|hospital",
        r"(?:acute|hospital|hospitals) (?:provider|trust)s?|(?:local |district |acute |"
        r"royal )?hospitals?",
    ),
    "council": compile_names(
        "council|authorit|borough|director of people",
        r"councils?(?:lors?)?|local authorit(?:y|ies)|boroughs?|director of people",
    ),
    "lay": compile_names(
        "lay |executive|independent|audit",
        r"lay (?:member|chair|person|people|vice|representative|appointee)\w*|non-executives?|"
        r"independent (?:chair|member|person)|audit (?:committee )?chair",
    ),
    "finance": compile_names(
        "finance|cfo", r"(?:chief )?finance (?:officer|director)|director of finance|cfo\b"
    ),
    "officer": compile_names(
        "accountable|chief|managing",
        r"accountable officers?|chief (?:officers?|executives?)|managing directors?|"
        r"chief operating officers?",
    ),
    "nurse": compile_names("nurs", r"nurses?|director of nursing"),
    "consultant": compile_names(
        "secondary care|consultant",
        r"secondary care (?:doctors?|clinicians?|consultants?)|hospital consultants?",
    ),
    "medical": compile_names("medical director", r"medical directors?"),
    "gp": compile_names(
        "gp|practitioner|clinic|doctor",
        r"gps?|general practitioners?|clinical (?:chair|leads?|directors?)|clinicians?|family doctors?",
    ),
    "public_health": compile_names("public health", r"(?:director of )?public health"),
    "patients": compile_names("patient", r"patients?|patient (?:group|participation group)s?"),
    "voluntary": compile_names("voluntary|charit", r"voluntary sector|charit(?:y|ies)"),
    "audit": compile_names("audit", r"audit committees?"),
    "board": compile_names("board|governing bod", r"governing bod(?:y|ies)|(?:ccg |ccgs' )?boards?"),
    "directors": compile_names("director", r"directors?"),
    "managers": compile_names(
        "manager|officer|lead", r"managers?|officers?|(?:commissioning|finance|primary care) leads?"
    ),
}
# General names: "the Lay Member of the CCG Board" means the lay member.
WEAK = frozenset(("board", "patients", "directors", "managers"))


@lru_cache(maxsize=1024)
def find_bodies(text: str) -> frozenset[str]:
    """Return the kinds of bodies that a text names, whatever its capitals."""
    return frozenset(kind for kind, _, _ in locate_bodies(text.lower()))


def locate_bodies(flat: str) -> Iterator[tuple[str, int, int]]:
    """Yield each body that a text names, with the start and end of its name."""
    ahead = {kind: match for kind, names in EACH.items() if (match := names.search(flat))}
    while ahead:
        first = min(ahead, key=lambda kind: ahead[kind].start())
        start, end = ahead[first].span()
        yield first, start, end
        passed = {kind: EACH[kind].search(flat, end) for kind, match in ahead.items() if match.start() < end}
        ahead = {kind: match for kind in ahead if (match := passed.get(kind, ahead[kind]))}


def find_roles(text: str) -> frozenset[str]:
    """Return the bodies that a text names, without the general ones if it names others."""
    found = find_bodies(text)
    return found - WEAK or found
