"""Sentences in which a submission says outright which form of co-commissioning it applies for.

Prose mentions other forms for many good reasons, such as options not chosen, the future or history. So a
sentence counts only if the applicant itself applies for, asks for or proposes a form now, and if it mentions
no other form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from eoi.expressions import Expression, WordList
from eoi.frozen_value import FrozenValue
from eoi.rules.shared.dates import DATE, read_date
from eoi.rules.shared.forms import ALONE, CLAIMED, NAMED, ROOTS, US, find_forms_mentioned
from eoi.rules.shared.prose import Prose, Sentence
from eoi.rules.shared.prose.mood import holds

WHO = WordList(
    "we|our|this|the ccg|the ccgs|the application|the bid|the proposal|the submission|the expression|"
    "both ccgs|all ccgs|two ccgs|three ccgs|four ccgs|five ccgs|six ccgs|seven ccgs|eight ccgs|"
    "these ccgs|us"
)
WISHES = WordList(
    "apply|applies|applying|application|bid|bids|bidding|ask|asks|asking|seek|seeks|seeking|request|"
    "requests|propose|proposes|proposing|proposal|wish|wishes|want|wants|would like|choice|choos*|"
    "opt for|opts for|put itself forward|put ourselves forward|puts itself forward|"
    "puts ourselves forward|content to|prefer|prefers|intend|intends|express|expresses|expressing|"
    "expression of interest|chosen|opted|submission is|submission asks|is for"
)
# Several CCGs that apply together say so with the same word as the form.
APPLY_TOGETHER = Expression(
    r"\bjointly (?=appl|ask|bid|propos|seek|request|prefer|express)"
    r"|\bjoint (?=appl|bid|expression|submission|propos)",
    re.IGNORECASE,
    words="joint",
)
# To want more influence is no application for it; to want no more than that is.
OUTRIGHT = WordList("appl*|bid|bids|bidding|ask*|seek*|request*|propos*|express*|only|no more|nothing")
UNCLEAR = Expression(
    r"\b(?:not|never|nor|neither|rather than|instead|unlike|other than|if|whether|unless|until|before|after|"
    r"once|may|might|could|later|future|eventually|ultimately|in (?:time|due course)|long(?:er)?[- ]term|"
    r"failing|otherwise|last resort|settle|second choice|"
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


# `We do not want delegated functions`, and `joint commissioning rather than delegated commissioning`.
FORM = (
    r"(?P<form>delegat|joint|greater influence)(?:(?:ed|ion)?(?: (?:co-?)?commissioning| functions| powers| "
    r"responsibilit(?:y|ies)| authority| arrangements?)?"
    r"(?: of (?:primary (?:medical )?care|general practice))?)"
    r"(?=\s*(?:[.,;:)]|but\b|$))"
)
REJECTED = Expression(
    r"(?:\b(?:we|the ccgs?) (?:do|does|would|will) not "
    r"(?:want|wish|seek|ask for|apply for|propose|intend|request)"
    r"(?: to (?:take on|have|hold|apply for|ask for|seek|move to|adopt|pursue))?|"
    r"\b(?:we|the ccgs?) (?:(?:want|seek|ask for|request) no|reject|(?:have |has )?decided against)|"
    rf"\b(?:rather than|instead of|not(?: for)?)) (?:full |fully )?{FORM}",
    words="not|rather than|instead of| no| reject|decided against",
)
FOR_A_TIME = ("first", "year", "initial")
WANTS = Expression(r"we |the ccg")
REJECTING = ("not", " no ", " reject ", "decided against", "rather than", "instead of")


class Statement(FrozenValue):
    """A sentence that says which form is applied for, and that form, or which form is not wanted."""

    form: str
    said: Sentence
    is_rejected: bool = False


class Application(FrozenValue):
    """The form applied for, the applicants' names, the days between which it begins, and planned forms.

    A form that the phases plan for later is an aim, whatever its date.
    """

    form: str
    applicants: Sequence[str]
    begins: tuple[date, date]
    planned: frozenset[str]


def find_statements(prose: Prose, asked: Application) -> Iterator[Statement]:
    """Yield the sentences that name another form than the one applied for."""
    form = asked.form
    wished = (
        "appl",
        "bid",
        "ask",
        "seek",
        "request",
        "propos",
        "wish",
        "want",
        "like",
        "prefer",
        "intend",
        "express",
        "cho",
        "puts",
        "content",
        "opt",
        "submission",
    )
    others = {other: claim for other, claim in CLAIMED.items() if other != form}
    seen: set[Sentence] = set()
    for sentence in prose.find_sentences(*wished, also={root for other in others for root in ROOTS[other]}):
        named = any(pattern.search(sentence.flat) for pattern in others.values())
        if named and (claimed := read_form(sentence.flat, asked)) not in ("", form):
            seen.add(sentence)
            yield Statement(claimed, sentence)
    for sentence in prose.find_sentences(*wished, "reject", "decided", also=NAMED.get(form, ())):
        if (
            sentence not in seen
            and holds(REJECTING, sentence.flat)
            and is_form_rejected(sentence.flat, asked)
        ):
            seen.add(sentence)
            yield Statement(form, sentence, is_rejected=True)
    for sentence in prose.find_sentences(
        *DECIDED_ROOTS, also=("nhs england", "nhse", "ourselves", "on our own")
    ):
        if sentence not in seen and (claimed := read_who_decides(sentence.flat, form)):
            yield Statement(claimed, sentence)


def is_form_rejected(flat: str, asked: Application) -> bool:
    """Tell whether a sentence says outright that the form applied for is not wanted."""
    found = REJECTED.search(flat)
    if found is None or not asked.form.startswith(found["form"].removeprefix("greater ")):
        return False
    rest = f"{flat[: found.start()]} {flat[found.end() :]}"
    if WANTS.match(found[0]) is None and not (WISHES.is_in(rest) and WHO.is_in(rest)):
        return False
    return not holds(FOR_A_TIME, rest) and not UNCLEAR.search(remove_dates(rest, asked.begins))


def read_form(flat: str, asked: Application) -> str:
    """Return the form that a sentence applies for, or an empty text if it names none or several."""
    text = APPLY_TOGETHER.sub("", HEARD_BEFORE.sub("heard ", flat.replace("*", "")))
    for name in asked.applicants:
        text = text.replace(name.lower(), "the ccg")
    text = text.replace("option ", "level ")
    undated = remove_dates(text, asked.begins)
    if not (WISHES.is_in(text) and WHO.is_in(text)) or UNCLEAR.search(undated):
        return ""
    forms = {form for form, claim in CLAIMED.items() if claim.search(text)} | find_forms_mentioned(text)
    named = forms.pop() if len(forms) == 1 else ""
    if named == "influence" and not OUTRIGHT.is_in(text):
        return ""
    if undated != text and named in asked.planned:
        return ""
    return named if named and CLAIMED[named].search(text) else ""


def remove_dates(flat: str, begins: tuple[date, date]) -> str:
    """Remove the dates on which the round's arrangements can begin.

    Dates that remain are in the past, or of a later aim.
    """
    if "20" not in flat:
        return flat
    earliest, latest = begins
    kept = flat
    for match in reversed([one for one in DATE.finditer(flat) if "20" in one[0]]):
        day = read_date(match)
        if day and earliest <= day.first <= latest:
            kept = kept[: match.start()] + kept[match.end() :]
    return kept


def read_who_decides(flat: str, form: str) -> str:
    """Return another form that a sentence plainly states, or an empty text if it states none or several."""
    text = HEARD_BEFORE.sub("heard ", flat)
    said = [other for other, stated in STATED.items() if stated.search(text)]
    if len(said) != 1 or UNCLEAR.search(text):
        return ""
    named = find_forms_mentioned(text) - set(said)
    return said[0] if said[0] != form and not named else ""
