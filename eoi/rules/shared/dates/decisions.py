"""Dates of decisions on the submission, such as `NHS England approved the application on 22 February`."""

from __future__ import annotations

from eoi.expressions import Expression, WordList
from eoi.rules.shared.dates import DatedField, ProseDate

SUBMISSION = r"(?:submission|application|bid|expression of interest|proposal)"
DONE = r"(?:approved|agreed|declined|refused|rejected|turned down|endorsed|ratified|signed off|granted)"
ANY = r"(?!(?:draft|outline|earlier|previous|former|first|original|last|second)\b)\w{1,30}"
DECIDES = Expression(
    rf"\b{DONE} (?:to )?(?:the|this|our|its|their) (?:{ANY} )?{SUBMISSION}\b|"
    rf"\b{SUBMISSION} (?:was|were|is|has been|had been) (?:\w{{1,20}}ly )?{DONE}\b"
    r"(?: by (?:the )?[\w ]{1,20})?",
    words="approved|agreed|declined|refused|rejected|turned down|endorsed|ratified|signed|granted",
)
NHS_ENGLAND = Expression(r"\b(?:nhs england|nhse|(?:area|local|regional) team)\b", words="nhs|team")
CCG = Expression(r"\b(?:ccgs?|clinical commissioning groups?) (?:(?:has|have|had) )?(?:formally )?$")
# Words by which a date is that of another thing: `approved the application that we sent on 2 December`.
OF_ANOTHER_THING = WordList(
    "that|which|who|sent|submit*|made|of|for|to|from|after|before|since|until|till|start*|begin*|began|and|but"
)
# An event so named is no step of the submission itself but a decision.
DECISION = WordList("approv*|agree*|decision|decide*|accept*|declin*|refus*|reject*|endors*|ratif*|outcome")
OF_THE_SUBMISSION = WordList("submission|application|bid|expression of interest|proposal")
SHADOW = WordList("shadow|pilot|informal")


def find_decider(said: ProseDate) -> str:
    """Return who decided on the submission on a date, `NHS England` or `CCG`, or an empty text."""
    flat = said.said.flat
    found = DECIDES.search(flat)
    if found is None:
        return ""
    start, end = found.span()
    if OF_ANOTHER_THING.is_in(flat[said.end : start] if said.end <= start else flat[end : said.start]):
        return ""
    if NHS_ENGLAND.search(flat, max(start - 30, 0), end):
        return "NHS England"
    # A CCG agrees a proposal with its partners before its board approves it.
    return "CCG" if CCG.search(flat[:start]) and not found[0].startswith("agreed") else ""


def drop_other_events(described: list[DatedField], said: ProseDate, clause: str) -> list[DatedField]:
    """Return the events without those that a sentence is not about.

    Who approved an application did not send it, and `Joint committee starts` is no shadow committee.
    """
    if DECIDES.search(said.said.flat):
        described = [
            one for one in described if DECISION.is_in(one.name) or not OF_THE_SUBMISSION.is_in(one.name)
        ]
    if SHADOW.is_in(clause):
        described = [one for one in described if SHADOW.is_in(one.name)]
    return described
