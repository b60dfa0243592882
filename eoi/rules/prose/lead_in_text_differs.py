"""The lead on a function, in long texts and in the scope table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import Row, list_rows
from eoi.rules.shared.functions.functions_in_sentences import (
    AMOUNT,
    list_stems,
    list_ways_to_name,
    names_function,
)
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import holds, is_certain

NHS_ENGLAND = r"nhs england|nhse|area (?:primary care )?team"
WHO = rf"(?P<who>{NHS_ENGLAND}|we|the ccgs?|our ccgs?)"
WILL = r"(?:will|would|shall|should|is to|are to)"
LEADS = Expression(
    rf"\b{WHO}\b(?: {WILL})?(?: alone)? (?:leads?|(?:tak|keep|hav|hold)(?:es?|s) the lead|ha(?:s|ve) the "
    rf"lead|"
    r"be in the lead|(?:is|are|be) in (?:charge|the lead)|heads?)\b",
    words="lead|in charge|head",
)
# Other things that leaders do, in a sentence about the future or about one of them alone.
DOES = (
    r"(?:runs?|administers?|handles?|manages?|maintains?|carr(?:y|ies) out|looks? after|designs?|negotiates?|"
    r"deals? with|oversees?|keeps?|does|do|is responsible|be responsible|are responsible)"
)
DOES_ALONE = Expression(
    rf"\b{WHO} {WILL} (?:alone )?{DOES}\b|\b{WHO.replace('who', 'alone')} alone (?:{WILL} )?{DOES}\b",
    words=" will | would | shall | should | is to | are to | alone ",
)
# `Decide on estates` is the whole function, and `decide on the bid for estates` is not.
DECIDES = Expression(
    rf"\b{WHO} {WILL} (?:alone )?decide (?:on|about) (?:the |all |any )?(?P<object>[\w '-]{{1,60}}?)"
    r"(?: alone)?(?=\s*(?:[.,;:)]|$))",
    words="decide on|decide about",
)
LED_BY = Expression(
    rf"\b(?:led|headed) by (?:the )?(?P<who>{NHS_ENGLAND}|us|ccgs?)\b|"
    rf"\b(?:will|would|shall|should|to) be (?:run|managed|maintained|administered|handled|overseen|"
    rf"carried out|"
    rf"looked after|dealt with|designed|negotiated|kept) by (?:the )?(?P<does>{NHS_ENGLAND}|us|ccgs?)\b|"
    rf"\b(?:is|are|be|remains?|stays?) (?P<job>nhs england|the ccg|the area team)'?s? (?:job|task|"
    rf"business|duty|responsibility)\b|"
    rf"\blead (?:for|on|in) [\w ]{{1,50}} (?:is|will be|would be|lies with|rests with) (?:the "
    rf")?(?P<is>{NHS_ENGLAND}|us|ccgs?)\b",
    words="by |lead for|lead on|lead in|job|task|business|duty|responsib",
)
JOINTLY = WordList(
    "jointly|together|both|and nhs england|and the ccg|and the ccgs|not|share*|until|"
    "with nhs england|alongside|side by side"
)
ROOTS = (
    "lead",
    "led ",
    "head",
    "charge",
    "run",
    "administ",
    "handle",
    "manage",
    "maintain",
    "carr",
    "look",
    "design",
    "negotiat",
    "deal",
    "oversee",
    "keep",
    "kept",
    "responsib",
    "job",
    "task",
    "business",
    "decid",
)
OURS = ("we", "us", "ccg")


def check(case: Case) -> Iterator[Problem]:
    led = [row for row in list_rows(case) if row.function.led_by in ("ccg", "nhse", "joint")]
    # Few sentences name a function, and to look for one of its words is quick.
    words = {max(way, key=len) for row in led for way in list_ways_to_name(row.name, row.function.id or "")}
    for sentence in case.prose.find_sentences(*ROOTS) if led else ():
        flat = sentence.flat
        if not holds(words, flat):
            continue
        named = list_rows_named(sentence, led)
        if not named:
            continue
        yield from judge_lead(case, sentence, named)


def judge_lead(case: Case, sentence: Sentence, named: list[Row]) -> Iterator[Problem]:
    """Report a sentence that gives the lead on the functions it names to another side than their rows."""
    flat = sentence.flat
    leads = LEADS.search(flat)
    match = leads or LED_BY.search(flat) or DOES_ALONE.search(flat)
    if match is None and (match := DECIDES.search(flat)):
        named = list_rows_decided_on(match, named)
    if match and is_certain(sentence) and not JOINTLY.is_in(flat) and not AMOUNT.search(flat):
        who = next(name for name in match.groupdict().values() if name)
        meant = named if leads else [row for row in named if not row.function.carried_out_by]
        side = "ccg" if who.endswith((*OURS, "ccgs")) else "nhse"
        yield from judge(sentence, side, meant, {"ccg": case.the_ccg} | LEADERS)


def list_rows_decided_on(decides: re.Match[str], named: list[Row]) -> list[Row]:
    """Return the rows whose function, and no part of it, is what a sentence says is decided on.

    Who decides together with NHS England may call both of them `we`.
    """
    said, words = list_stems(decides["object"]), len(decides["object"].split())
    return [
        row
        for row in named
        if words <= len(row.name.split()) + 1
        and names_function(said, list_ways_to_name(row.name, row.function.id or ""))
        and (row.function.led_by != "joint" or not decides["who"].endswith((*OURS, "ccgs")))
    ]


def list_rows_named(sentence: Sentence, rows: list[Row]) -> list[Row]:
    """Return the rows whose function a sentence names."""
    said = list_stems(sentence.flat)
    return [row for row in rows if names_function(said, list_ways_to_name(row.name, row.function.id or ""))]


def judge(sentence: Sentence, who: str, named: list[Row], leaders: dict[str, str]) -> Iterator[Problem]:
    if named and all(row.function.led_by != who for row in named):
        row = named[0]
        yield report_contradiction(
            sentence,
            f"In the table {row.known_as} is led by {leaders[row.function.led_by or '']}.",
            row.at("lead"),
        )


LEADERS = {"nhse": "NHS England", "joint": "both together"}

RULE = Rule(
    summary="Texts and the scope table agree on who leads each function",
    why="Who leads is what an assessor reads first of a function.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: ccg}
arrangement:
  overview: NHS England would take the lead on rent reviews.
""",
    passes="""
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: ccg}
arrangement:
  overview: We lead on rent reviews. NHS England and the CCG would lead rent reviews together at first.
""",
)
