"""The abbreviations of a text, each with its full words, from the text itself or from common use in the NHS.

A reader who opens the document in the middle has not seen where an abbreviation was spelt out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.document.subset.elements import unescape_references
from eoi.frozen_value import FrozenValue

TAG = re.compile(r"<[^>]*>")
IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&]{1,6}?)s?\)")
WORD = re.compile(r"[\w&][\w'’&-]*")
SMALL = frozenset({"and", "of", "for", "the", "in", "to", "on", "a", "an", "with", "or"})
FAR, MOST_WORDS = 120, 10  # the most characters and words to search before the brackets
# Abbreviations that a text need not spell out. "NHS" is on every sign, and is in the names of all applicants.
KNOWN = {
    "A&E": "accident and emergency",
    "APMS": "Alternative Provider Medical Services",
    "CCG": "clinical commissioning group",
    "CEO": "chief executive officer",
    "CFO": "chief finance officer",
    "CQC": "Care Quality Commission",
    "CSU": "commissioning support unit",
    "DES": "directed enhanced service",
    "GMS": "General Medical Services",
    "GP": "general practitioner",
    "H&WB": "health and wellbeing board",
    "HWB": "health and wellbeing board",
    "JSNA": "joint strategic needs assessment",
    "LDC": "local dental committee",
    "LES": "local enhanced service",
    "LMC": "local medical committee",
    "LOC": "local optical committee",
    "LPC": "local pharmaceutical committee",
    "NHSE": "NHS England",
    "PCT": "primary care trust",
    "PMS": "Personal Medical Services",
    "PPG": "patient participation group",
    "QIPP": "quality, innovation, productivity and prevention",
    "QOF": "Quality and Outcomes Framework",
    "SLA": "service level agreement",
    "STP": "sustainability and transformation plan",
    "WTE": "whole-time equivalent",
}
# What stands before the first capital is looked at once there is one, which is found sooner.
CAPITALS = re.compile(r"[A-Z](?<![\w&][A-Z])[A-Z&]{1,4}(?=s?(?![\w&]))")


class Abbreviation(FrozenValue):
    """An abbreviation with the words that it stands for."""

    short: str
    meaning: str


def list_abbreviations(page: str) -> list[Abbreviation]:
    """List the abbreviations of a rendered page, in alphabetical order."""
    text = unescape_references(TAG.sub(" ", page))
    found = dict(find_spelt_out(text))
    said = {short.upper() for short in found}
    used = KNOWN.keys() & set(CAPITALS.findall(text))
    found |= {short: KNOWN[short] for short in used if short.upper() not in said}
    return [
        Abbreviation(short, find_usual_meaning(short, found[short]))
        for short in sorted(found, key=str.casefold)
    ]


def find_usual_meaning(short: str, meaning: str) -> str:
    """Return the usual spelling of a known meaning, in the singular; return any other meaning unchanged."""
    known = KNOWN.get(short, "")
    return known if meaning.casefold() in (known.casefold(), f"{known}s".casefold()) else meaning


def find_spelt_out(text: str) -> Iterator[tuple[str, str]]:
    """Yield each abbreviation that the text spells out, with its words where it is first spelt out."""
    seen = set()
    for match in IN_BRACKETS.finditer(text):
        short = match[1]
        before = text[max(match.start() - FAR, 0) : match.start()]
        if short not in seen and (words := find_words_with_initials(before, short)):
            seen.add(short)
            yield short, words


def find_words_with_initials(before: str, short: str) -> str:
    """Return the last words of a text if their first letters form the abbreviation, or an empty text."""
    words = list(WORD.finditer(before))[-MOST_WORDS:]
    wanted = re.sub(r"\W", "", short).upper()
    for start in range(len(words) - 1, -1, -1):
        some = [match[0] for match in words[start:]]
        if some[0].lower() not in SMALL and wanted in (
            take_initials(some, small=False),
            take_initials(some, small=True),
        ):
            return before[words[start].start() :].strip()
    return ""


def take_initials(words: list[str], small: bool) -> str:
    """Return the first letters of words and of the parts of hyphenated words, in capitals.

    `small` says whether small words such as "of" count.
    """
    kept = [word for word in words if small or word.lower() not in SMALL]
    return "".join(part[0] for word in kept for part in word.split("-") if part).upper()


def spell_out_ccg(name: str) -> str:
    """Write CCG in full at the end of a name: `NHS Somewhere Clinical Commissioning Group (CCG)`."""
    return re.sub(r"\bCCG$", "Clinical Commissioning Group (CCG)", name)
