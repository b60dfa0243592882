"""Sentences in which a submission says outright which form of co-commissioning it applies for.

Prose speaks of other forms for many good reasons: options not chosen, the future, history, what NHS England
offers. So a sentence counts only where the applicant itself applies for, asks for or proposes a form, now,
and where no other form is mentioned in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from eoi.rules.shared.prose_dates import DATE, read_date
from eoi.rules.shared.sentences import Prose, Sentence

US = r"(?:us|we|the ccgs?|our ccgs?|ourselves)"
NAMES = {
    "influence": "greater influence",
    "joint": "joint commissioning",
    "delegated": "delegated commissioning",
}
# What names a form without its name. A form is only taken to be meant where no other is named beside it.
CLAIMS = {
    "influence": (
        r"\b(?:greater|more|stronger|only|some|further)(?: \w+){0,2} (?:influence|involvement|say|"
        r"voice)\b(?! (?:of|for|from|by)\b)",
        r"\binfluence (?:over|on|in|nhs england)\b",
        r"\bfinal (?:word|say)\b|\bconsultees?\b",
        r"\bbe (?:consulted|informed|heard)\b",
        r"\bdecisions? (?:\w+ )?(?:would|will|should) (?:remain|stay|rest) (?:entirely )?with nhs england\b",
        r"\bnhs england (?:would|will|should|is to) (?:still |go on |continue to |keep on )?decid\w+",
        r"\b(?:we|ccgs?) (?:would|will) (?:only )?(?:advise|comment|influence)\b",
        r"\blevel (?:one|1)\b|\boption (?:one|1)\b|\bmodel a\b",
    ),
    "joint": (
        r"\bjoint (?:co-?)?commissioning\b(?! of (?!(?:\w+ ){0,2}(?:primary|general practice)))",
        r"\b(?:jointly|together|shared?|sharing)\b[\w ]{0,40}\bwith nhs england\b",
        r"\bjoint (?:decision|decisions|decision-making|committee|responsibility|arrangement)\b",
        r"\bcommission \w+ ?\w* ?\w* ?jointly\b",
        r"\b(?:commission\w*|decid\w+|decisions?) (?:\w+ ){0,5}side by side with nhs england\b",
        rf"\bnhs england and {US} (?:(?:to|will|would|shall|should) )?(?:decide|take|share|commission|"
        rf"make)\b",
        r"\blevel (?:two|2)\b|\boption (?:two|2)\b|\bmodel b\b",
    ),
    "delegated": (
        r"\bdelegated (?:co-?commissioning|commissioning|responsibilit\w+|authority|powers|form|model|"
        r"arrangement|functions)\b",
        r"\b(?:full|fully|complete|total) delegat\w+\b|\bdelegation\b|"
        r"\bdelegate (?:\w+ ){0,4}(?:commissioning|primary care|general practice|to us)\b",
        r"\b(?:sole|full|complete|entire) (?:charge|responsibility|control)\b"
        r"(?! (?:for|of) (?!(?:the )?(?:\w+ )?(?:commissioning|primary|general practice|gp|these|it)))",
        r"\b(?:decisions?|decide|commission) (?:[\w ]{0,30} )?(?:on our own|by ourselves|for ourselves|"
        r"without nhs england)\b",
        rf"\bnhs england (?:to )?(?:pass|hand|give|transfer)(?:e?s)? (?:over )?(?:all|the whole|its|full|"
        rf"everything|the)\b[\w ]{{0,50}}\bto {US}\b",
        r"\bhand (?:over|us)\b|\btake over (?:\w+ ){0,3}(?:commissioning|powers|responsibilit\w+)\b|"
        r"\bpowers in full\b|\bpass(?:es)? (?:its|the|all) powers\b|\bact alone in commissioning\b",
        r"\blevel (?:three|3)\b|\boption (?:three|3)\b|\bmodel c\b",
    ),
}
ROOTS = {
    "influence": (
        "influence",
        "involvement",
        "consulted",
        "decid",
        "decision",
        "advise",
        " say",
        "voice",
        "level",
        "option",
        "model",
    ),
    "joint": ("joint", "together", "share", "sharing", "level", "option", "model"),
    "delegated": (
        "delegat",
        "sole ",
        "full ",
        "complete ",
        "hand over",
        "hand us",
        "take over",
        "powers",
        "level",
        "option",
        "model",
    ),
}
NAMED = {"influence": ("influence", "involvement"), "joint": ("joint",), "delegated": ("delegat",)}
WHO = re.compile(
    r"\b(?:we|our|this|the (?:ccgs?|application|bid|proposal|submission|expression)|(?:both|all|two|three|"
    r"four|five|six|seven|eight|these) ccgs|us)\b"
)
WISHES = re.compile(
    r"\b(?:appl(?:y|ies|ying)|application|bids?|bidding|ask(?:s|ing)?|seeks?|seeking|requests?|propos(?:e|"
    r"es|ing|al)|wish(?:es)?|wants?|would like|choice|choos\w+|opts? for|puts? (?:itself|"
    r"ourselves) forward|content to|"
    r"prefers?|intends?|express(?:es|ing)?|expression of interest|chosen|opted|submission (?:is|asks)|"
    r"is for)\b"
)
# Several CCGs that apply together say so with the same word as the form.
APPLY_TOGETHER = re.compile(
    r"\bjointly (?=appl|ask|bid|propos|seek|request|prefer|express)"
    r"|\bjoint (?=appl|bid|expression|submission|propos)",
    re.IGNORECASE,
)
UNCLEAR = re.compile(
    r"\b(?:not|never|nor|neither|rather than|instead|unlike|other than|if|whether|unless|until|before|after|"
    r"once|may|might|could|later|future|eventually|ultimately|in (?:time|due course)|long(?:er)?[- ]term|"
    r"steps?|stages?|phases?|towards?|mov(?:e|ing)|ready|options?|alternative\w*|fall ?back|consider\w*|"
    r"explor\w*|previous(?:ly)?|earlier|was|were|had|20\d\d|neighbour\w*|(?:other|some|most) CCGs|"
    r"already|existing|(?:as|since|because) (?:our|we)|council\w*|social care)\b|n't\b",
    re.IGNORECASE,
)


# To want more influence is no application for it; to want no more than that is.
OUTRIGHT = re.compile(
    r"\b(?:appl\w+|application|bids?|bidding|ask\w*|seek\w*|request\w*|propos\w+|express\w*|only|no more|"
    r"nothing)\b"
)


# Who decides, said outright, is a form without a word of what the applicant wishes.
WILL = r"(?:will|would|shall|should|are to|is to)"
# To decide on one thing is no form.
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
        rf"\b(?:we|the ccgs?) {WILL} (?:decide|take (?:all |the )?decisions) (?:alone|on our own|by "
        rf"ourselves|for ourselves|"
        r"without nhs england)\b",
        rf"\bnhs england (?:{WILL} )?(?:pass|hand|give|transfer)(?:e?s)? (?:over )?(?:all|the whole|its "
        rf"full|all its|everything)\b"
        rf"[\w ]{{0,50}}\bto {US}\b",
    ),
}
DECIDED_ROOTS = ("decision", "decide", "heard", "consulted", "hands", "hand ", "pass", "transfer")
HEARD_BEFORE = re.compile(r"\bheard before (?=nhs england)|\bbefore nhs england (?=decides)")


@cache
def compile_decisions(form: str) -> re.Pattern[str]:
    return re.compile("|".join(DECIDED[form]))


def read_who_decides(flat: str, form: str) -> str:
    """Return the form that a sentence states outright; nothing where it states several, or none for sure."""
    text = HEARD_BEFORE.sub("heard ", flat)
    if UNCLEAR.search(text):
        return ""
    said = [other for other in DECIDED if compile_decisions(other).search(text)]
    named = find_forms_mentioned(text) - set(said)
    return said[0] if len(said) == 1 and said[0] != form and not named else ""


@cache
def compile_claim(form: str) -> re.Pattern[str]:
    """Compile the expressions of a form when a sentence speaks of it.

    Few sentences do, and compiling these takes longer than all else.
    """
    return re.compile("|".join(CLAIMS[form]))


class Statement(NamedTuple):
    form: str
    said: Sentence


class Application(NamedTuple):
    """What is applied for: the form, by the CCGs of these names, to begin in the time that the round is for.

    A form that the phases plan for later is an aim, whatever its date.
    """

    form: str
    applicants: Sequence[str]
    begins: tuple[date, date]
    planned: frozenset[str]


def find_statements(prose: Prose, asked: Application) -> Iterator[Statement]:
    """Find the sentences that name another form than the one applied for."""
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
    others = {other: compile_claim(other) for other in CLAIMS if other != form}
    seen = set[Sentence]()
    for sentence in prose.holding(*wished, also={root for other in others for root in ROOTS[other]}):
        named = any(pattern.search(sentence.flat) for pattern in others.values())
        if named and (claimed := read_form(sentence.flat, asked)) not in ("", form):
            seen.add(sentence)
            yield Statement(claimed, sentence)
    for sentence in prose.holding(*DECIDED_ROOTS, also=("nhs england", "nhse", "ourselves", "on our own")):
        if sentence not in seen and (claimed := read_who_decides(sentence.flat, form)):
            yield Statement(claimed, sentence)


def read_form(flat: str, asked: Application) -> str:
    text = APPLY_TOGETHER.sub("", HEARD_BEFORE.sub("heard ", flat.replace("*", "")))
    for name in asked.applicants:
        text = text.replace(name.lower(), "the ccg")
    text = text.replace("option ", "level ")
    undated = remove_dates(text, asked.begins)
    if not (WISHES.search(text) and WHO.search(text)) or UNCLEAR.search(undated):
        return ""
    forms = {form for form in CLAIMS if compile_claim(form).search(text)} | find_forms_mentioned(text)
    named = forms.pop() if len(forms) == 1 else ""
    if named == "influence" and not OUTRIGHT.search(text):
        return ""
    if undated != text and named in asked.planned:
        return ""
    return named if named and compile_claim(named).search(text) else ""


def remove_dates(flat: str, begins: tuple[date, date]) -> str:
    """Remove the dates on which what the round offers can begin; any other is of the past, or a later aim."""
    if "20" not in flat:
        return flat
    earliest, latest = begins
    kept = flat
    for match in reversed([one for one in DATE.finditer(flat) if "20" in one[0]]):
        day = read_date(match)
        if day and earliest <= day.first <= latest:
            kept = kept[: match.start()] + kept[match.end() :]
    return kept


def find_forms_mentioned(text: str) -> set[str]:
    return {form for form, roots in NAMED.items() if any(root in text for root in roots)}
