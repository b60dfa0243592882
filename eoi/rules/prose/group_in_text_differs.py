"""The frequency and openness of a group's meetings, in long texts and in the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.groups_in_sentences import GroupMention, find_group_meant, list_groups_to_name
from eoi.rules.shared.bodies.times_of_meetings import is_for_another_time
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_about_another, is_about_papers, is_certain, is_denied
from eoi.rules.shared.prose.numbers_in_words import SMALL_NUMBERS

MEETS = Expression(
    r"\b(?:meet(?:s|ing|ings)?|conven\w+|comes? together|gathers?|sits?(?: down)?|assembles?|"
    r"see each other)\b"
)
MEETING_ROOTS = (
    "meet",
    "conven",
    "come together",
    "comes together",
    "gather",
    " sit",
    "assembl",
    "each other",
)
BETWEEN = Expression(r"\b(?:reports?|reporting|sees? the|publish\w*|which|reviews?)\b")
PRIVATE = Expression(
    r"\b(?:in private|behind closed doors|closed to the public|closed (?:meetings?|session)|"
    r"not (?:be |meet |sit )?(?:open to the public|in public)|"
    r"(?:the )?(?:public|press)(?: and (?:the )?(?:public|press))? (?:cannot|can not|may not|will not|"
    r"would not|are not|is not)|"
    r"without the public|exclud\w+ the public|no public)\b"
)
PUBLIC = Expression(
    r"\b(?:in public|open to (?:the public|all|anyone|everyone)|"
    r"(?:public|anyone|everyone|residents|press) (?:may|can|will be able to|are welcome|is welcome|"
    r"will be welcome))\b"
)
PUBLIC_ROOTS = ("public", "private", "closed", "open to", "press ")
PART_OF_MEETING = Expression(
    r"\b(?:parts?|items?|business) of (?:each|every|its|the|any|their|some) (?:\w{1,20} )?meeting",
    words="meeting",
)
FAR = 70
# `The Health and Wellbeing Board meets quarterly and hears from our committee` is about the board.
OTHER_SUBJECT = Expression(
    r"\b(?:the|our|its|their|each|every|a) (?:[\w&'-]{1,30} ){0,4}"
    r"(?:board|boards|body|bodies|council|councils|cabinet|ccg|trust|assembly|assemblies|network|partnership|alliance|"
    r"healthwatch|practices|locality|localities|cluster|federation|committee|group|forum|panel) "
    r"(?:will |would |also |which |that |is |are ){0,3}$",
    words="board|bod|council|cabinet|ccg|trust|assembl|network|partnership|alliance|watch|practices|"
    "localit|cluster|federation|committee|group|forum|panel",
)
NUMBER = rf"(?P<{{0}}>\d{{{{1,2}}}}|once|twice|one|{'|'.join(SMALL_NUMBERS)})"
PERIODS = {"day": 365, "week": 52, "fortnight": 26, "month": 12, "quarter": 4, "year": 1}
WORDS = {
    "daily": 365,
    "weekly": 52,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
    "annual": 1,
    "yearly": 1,
}
TIMES = {"once": 1, "one": 1, "twice": 2, **SMALL_NUMBERS}
# Before "each quarter", a number counts meetings only if it says so: the "three" of "the three CCGs meet each
# quarter" counts CCGs. "Once" and "twice" count nothing else.
COUNTED = (
    r"(?:"
    + NUMBER.format("least")
    + r"(?: or | to |-|–))?"
    + NUMBER.format("often")
    + r"(?:(?<=once)|(?<=twice)|(?: (?:formal|ordinary|public|full|regular|scheduled|such))?"
    r" (?:times|meetings?|sessions?|occasions))"
)
OFTEN = Expression(
    r"\b(?:"
    + COUNTED
    + r"[\w ]{0,40}? (?:a|an|per|each|every|in the|in a) (?P<period>week|fortnight|month|quarter|year)\b"
    r"|every (?P<other>other|second|alternate) (?P<other_period>week|month|quarter|year)\b"
    r"|alternate (?P<alternate>week|month)s\b"
    r"|(?:every|each) " + NUMBER.format("every") + r" (?P<every_period>week|month)s\b"
    r"|" + NUMBER.format("dashed") + r"[- ](?P<dashed_period>week|month)ly\b"
    r"|bi-?(?P<bi>month)ly\b|half[- ](?P<half>year)ly\b|bi-?(?P<twice>annual)ly\b"
    r"|(?:every|each) (?P<each>day|week|fortnight|month|quarter|year)\b"
    r"|(?P<word>daily|weekly|fortnightly|monthly|quarterly|annual|yearly)(?:ly)?\b)"
)


def check(case: Case) -> Iterator[Problem]:
    listed = list_groups_to_name(case)
    if any(one.group.meets for one in listed):
        for sentence in case.prose.find_sentences(*MEETING_ROOTS):
            if (meant := find_group_meant(sentence, listed)) and meant.group.meets:
                yield from (found for found in judge_times(sentence, meant) if is_certain(sentence))
    if any(one.group.public is not None for one in listed):
        for sentence in case.prose.find_sentences(*PUBLIC_ROOTS):
            if meant := find_group_meant(sentence, listed):
                yield from (found for found in judge_public(sentence, meant) if is_certain(sentence))


def judge_times(sentence: Sentence, meant: GroupMention) -> Iterator[Problem]:
    """Report a sentence that gives a group another number of meetings than its field."""
    stated_in = meant.group.meets or ""
    stated = find_times_a_year(stated_in)
    found = find_meeting_times(sentence.flat, meant)
    if (
        stated
        and found
        and not stated & found[0]
        and not is_for_another_time(sentence.flat, found[1:], stated_in)
    ):
        here = f"This is {count_meetings(found[0])} a year, and does not agree with the field"
        field = ("governance", "groups", meant.number, "meets")
        yield report_contradiction(
            sentence, f"{here}: {name_group(meant.group)} meets {meant.group.meets}.", field, at=found[1:]
        )


def count_meetings(times: set[int]) -> str:
    """Return numbers of meetings as in `4 or 5 meetings`."""
    return f"{' or '.join(map(str, sorted(times)))} meeting{'' if times == {1} else 's'}"


def find_meeting_times(flat: str, meant: GroupMention) -> tuple[set[int], int, int] | None:
    """Return how many times a year a group meets, and the start and end of the words that say so.

    Read the words near the verb for meeting that is nearest to the group's name. Return None if there are
    none.
    """
    meetings = list(MEETS.finditer(flat))
    if not meetings:
        return None
    verb = min(meetings, key=lambda match: abs(match.start() - meant.end))
    if is_about_another(flat, meant.start, meant.end, verb.start()) or is_denied(flat, *verb.span()):
        return None
    if verb.end() <= meant.start and OTHER_SUBJECT.search(flat, 0, verb.start()):
        return None
    near = [
        (abs(start - verb.start()), start, end)
        for _, start, end in locate_times(flat)
        if abs(start - verb.end()) <= FAR
        and not BETWEEN.search(flat, min(verb.end(), end), max(verb.start(), start))
    ]
    if not near:
        return None
    _, first, last = min(near)
    return {times for times, start, _ in locate_times(flat) if start == first}, first, last


def judge_public(sentence: Sentence, meant: GroupMention) -> Iterator[Problem]:
    """Report a sentence that has a group meet in public where its field says private, or the reverse."""
    private = PRIVATE.search(sentence.flat)
    public = PUBLIC.search(sentence.flat, 0, private.start() if private else len(sentence.flat))
    # `In public, and in private for contracts` is mostly in public.
    private = None if public else private
    field = ("governance", "groups", meant.number, "public")
    stated = meant.group.public
    found = private if stated else public if stated is False else None
    if found and is_said_of(sentence.flat, meant, found):
        says = f"In the field {name_group(meant.group)} {'meets' if stated else 'does not meet'} in public."
        yield report_contradiction(sentence, says, field, at=found.span())


def is_said_of(flat: str, meant: GroupMention, found: re.Match[str]) -> bool:
    """Tell whether words on meetings in public are about a group, and not about its papers or its parent."""
    if is_about_another(flat, meant.start, meant.end, found.start()) or is_about_papers(flat, found.start()):
        return False
    if PART_OF_MEETING.search(flat, 0, found.start()):
        return False
    # `Without the public` and the like hold their own denial.
    holds_denial = found.re.pattern == PRIVATE.pattern and not found[0].startswith("in private")
    return holds_denial or not is_denied(flat, *found.span())


@lru_cache(maxsize=1024)
def find_times_a_year(text: str) -> frozenset[int]:
    """Return every number of times a year that a text states."""
    return frozenset(times for times, _, _ in locate_times(text.lower()))


def locate_times(flat: str) -> Iterator[tuple[int, int, int]]:
    """Yield each frequency in a text as times a year, with its start and end: two for four or five times."""
    for match in OFTEN.finditer(flat):
        yield read_times(match), match.start(), match.end()
        if match["least"]:
            yield (
                read_times_in_words(match["least"]) * PERIODS[match["period"]],
                match.start(),
                match.end(),
            )


def read_times(match: re.Match[str]) -> int:
    """Return a frequency as times a year: every six weeks is nine."""
    if match["often"]:
        return read_times_in_words(match["often"]) * PERIODS[match["period"]]
    for count, period in (("every", "every_period"), ("dashed", "dashed_period")):
        if match[count]:
            return round(PERIODS[match[period]] / read_times_in_words(match[count]))
    if period := match["other_period"] or match["alternate"] or match["bi"]:
        return PERIODS[period] // 2
    if match["half"] or match["twice"]:
        return 2
    return WORDS[match["word"]] if match["word"] else PERIODS[match["each"]]


def read_times_in_words(word: str) -> int:
    """Return a number of times in words or figures, or 1 for any other word."""
    return TIMES.get(word) or max(int(word) if word.isdigit() else 1, 1)


RULE = Rule(
    summary="Texts and fields agree on how often a group meets, and whether in public",
    why="The first questions about a new committee are how often it meets, and whether in public.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Strategic Primary Care Group, meets: quarterly, chair: Lay member}
  introduction: The Strategic Primary Care Group meets every month, chaired by a lay member.
""",
    passes="""
governance:
  groups:
    - {name: Strategic Primary Care Group, meets: quarterly, public: yes}
  introduction: |
    The Strategic Primary Care Group meets every quarter, in public. It reports to the Board every month.
""",
)
