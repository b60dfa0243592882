"""A boundary shared with a council, in long texts and in the field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose.mood import is_certain, is_denied

BORDER = WordList(
    "boundar*|border|borders|area|patch|cotermin*|co-termin*|council area|council areas|territor*|"
    "footprint|local authorit*"
)
WHOSE = WordList("we|our|ccg|ccgs|the local")
OTHER = Expression(
    r"\bnot co-?termin\w+|\bnot (?:match|share|coincide|follow|fit|the same|align)|\bdiffers?\b|"
    r"\bdifferent (?:boundar|from)|"
    r"\b(?:straddles?|cross(?:es)?|spans?|across|several|more than one|two|three|four|another|a second|"
    r"other)\b[\w ]{0,30}"
    r"\b(?:councils?|local authorit\w+|boroughs?|council areas?|count(?:y|ies))\b|\bbelongs? to another\b|"
    r"\bno single council\b|"
    r"\b(?:larger|smaller|wider) than\b[\w ]{0,20}\bcouncil"
)
IS = r"(?:is|are|follows?|match(?:es)?)(?: exactly)?"
# `That of the council and two wards beyond` is another boundary.
NO_MORE = r"(?:'s)?(?:\s?[.;:)]|$|, (?:which|so|and (?:we|the|our))\b)"
SAME = Expression(
    r"(?<!not )\bco-?termin\w+|\bsame (?:boundar\w+|area|borders?)|\bshares? (?:a|its|our|the same|"
    r"one) (?:boundar\w+|border)|\bidentical boundar\w+"
    rf"|\b(?:boundar(?:y|ies)|borders?)(?: of (?:the|our) ccg)? {IS} (?:that|those) of (?:the|our|one) "
    rf"(?:[\w-]{{1,30}} ){{0,4}}(?:council|borough|local authority){NO_MORE}"
    rf"|\b(?:boundar(?:y|ies)|borders?)(?: of (?:the|our) ccg)? {IS} (?:the|our) (?:[\w-]{{1,30}} ){{0,3}}"
    rf"(?:council|borough|local authority)'s{NO_MORE}"
)
# `Not coterminous with any other CCG` leaves open the boundary of the council.
NO_COUNCIL = Expression(
    r"\s?(?:with|from|than|as|of|that of)? ?(?:\w{1,30} ){0,3}(?:ccgs?|trusts?|hospitals?|police|"
    r"constituenc\w+|providers?|nhs england|area team|lmc|regions?)\b"
)
PARTNERS = WordList("neighbour*|region|nationally|other ccgs")


def check(case: Case) -> Iterator[Problem]:
    for index, applicant in enumerate(case.submission.applicants):
        if applicant.coterminous is None or (len(case.submission.applicants) > 1):
            continue
        field = ("applicants", index, "coterminous")
        for sentence in case.prose.find_sentences(
            "boundar", "border", "cotermin", "co-termin", "council", "local authorit", "patch", "our area"
        ):
            flat = sentence.flat
            is_ours = WHOSE.is_in(flat) or flat.lstrip().startswith("the boundary ")
            if is_ours and BORDER.is_in(flat) and not PARTNERS.is_in(flat):
                told = find_other_boundary(flat, applicant.coterminous)
                if told and is_certain(sentence):
                    says = f"The field says that the CCG has {told}."
                    yield report_contradiction(sentence, says, field)


def find_other_boundary(flat: str, stated: bool) -> str:
    """Return the boundary of the field if a sentence gives another, or an empty text."""
    other = find_said(OTHER, flat)
    if stated:
        return "the council's boundary" if other else ""
    return "another boundary than the council" if not other and find_said(SAME, flat) else ""


def find_said(words: Expression, flat: str) -> re.Match[str] | None:
    """Return the words on the boundary, unless they are denied or about no council."""
    found = words.search(flat)
    if found is None or is_denied(flat, *found.span()) or NO_COUNCIL.match(flat, found.end()):
        return None
    return found


RULE = Rule(
    summary="Texts and fields agree on the CCG's boundary",
    why="A CCG that shares the council's boundary can plan with it alone, and an assessor looks for that.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, coterminous: yes}
benefits:
  vision: Unlike most CCGs, our boundary runs across two council areas.
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, coterminous: yes}
benefits:
  vision: We have the same boundary as the council. Two councils in the region work with us.
""",
)
