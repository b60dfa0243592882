"""The functions in scope as items, and the words about them: how many have each answer, and who leads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from eoi.document.words.voice import Speaker
from eoi.document.words.wording import counted, figure, join_words
from eoi.plain_words import capital
from eoi.rounds.model import Round
from eoi.submission.model import Submission
from eoi.submission.scope import Function

GROUPS = {
    "medical": "Medical functions",
    "dental": "Dental functions",
    "eye": "Eye care functions",
    "pharmacy": "Pharmacy functions",
    "all": "Functions for all contractor groups",
    "": "Other functions",
}
UNKNOWN = len(GROUPS) - 2
RANKS = {group: rank + (rank >= UNKNOWN) for rank, group in enumerate(GROUPS)}
ANSWERS = {"yes": "Yes", "part": "In part", "no": "No", "": "Open"}
LEADERS = {"nhse": "NHS England leads", "another": "another body leads"}
IN_WORDS = {"yes": "in scope", "part": "in scope in part", "no": "not in scope", "": "not stated"}


class ScopeItem(NamedTuple):
    """A function of the scope table, with its group, its answer and who leads."""

    group: str
    name: str
    answer: str
    lead: str


def list_scope_items(submission: Submission, round_: Round) -> Iterator[ScopeItem]:
    """Yield the functions of all tables."""
    scope = submission.scope
    groups = round_.function_groups
    for function in scope.functions if scope else ():
        yield make_scope_item(function, groups.get(function.id or "", ""), round_)
    for table in scope.tables if scope else ():
        for function in table.functions:
            own = groups.get(function.id or "", "")
            yield make_scope_item(
                function, own if own not in ("", "all") else table.contractor_group or own, round_
            )


def make_scope_item(function: Function, group: str, round_: Round) -> ScopeItem:
    """Return a function for the picture, with its own name or that of the round's list."""
    name = function.function or round_.function_names.get(function.id or "") or "An unnamed function"
    return ScopeItem(group, name, function.in_scope or "", function.led_by or "")


def name_contractor_group(group: str) -> str:
    """Return the heading of a contractor group."""
    return GROUPS.get(group, f"{group.capitalize()} functions")


def describe_scope(run: list[ScopeItem], every: list[ScopeItem], who: Speaker) -> str:
    """Describe the scope in words, for readers who cannot see the picture."""
    start = f"Chart of {counted(len(every), 'function')} by contractor group"
    some = f", of which this part shows {figure(len(every), len(run))}" if len(run) < len(every) else ""
    groups = groupby(run, key=lambda item: item.group)
    tally = partial(say_counts_of_answers, all_in_all=len(run))
    sentences = [f"{name_contractor_group(group)}: {tally(list(members))}." for group, members in groups]
    if len(sentences) == 1 and not run[0].group:
        sentences = [f"{capital(tally(run))}."]
    return " ".join([f"{start}{some}.", *sentences, say_who_leads(run, who)])


def say_counts_of_answers(members: list[ScopeItem], all_in_all: int) -> str:
    """Write how many functions have each answer."""
    counts = {answer: sum(item.answer == answer for item in members) for answer in ANSWERS}
    return join_words(
        f"{figure(all_in_all, counts[answer])} {IN_WORDS[answer]}" for answer in ANSWERS if counts[answer]
    )


def say_who_leads(run: list[ScopeItem], who: Speaker) -> str:
    """Write how many functions each side leads."""
    leaders = {
        "joint": f"{who.name} and NHS England together lead",
        "ccg": f"{who.name} {who.verb('leads', 'lead')}",
        **LEADERS,
    }
    counts = {lead: sum(item.lead == lead for item in run) for lead in leaders}
    words = join_words(
        f"{words} {figure(len(run), counts[lead])}" for lead, words in leaders.items() if counts[lead]
    )
    nobody = len(run) - sum(counts.values())
    if nobody == len(run):
        return "Who leads is not stated."
    open_ = f" Who leads {figure(len(run), nobody)} is not stated." if nobody else ""
    return f"{capital(words)}.{open_}"
