"""Events and milestones by the words that describe them, and the start of a form by the form's name."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.shared.dates import ProseDate
from eoi.rules.shared.prose.likeness import SMALL, list_telling_words, reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.arrangement import REHEARSAL, starts
from eoi.submission.dates import DateRange

# Words that fit any event do not tell one from another.
OF_ANY_EVENT = (
    "meeting with nhs england of ccg ccgs primary care commissioning co s across discussed supported "
    "fully full board final document comments incorporated event held we was is"
)
COMMON = SMALL | frozenset(OF_ANY_EVENT.split())
FORM_FROM = Expression(
    r"\b(?P<form>joint|delegat\w{1,3})"
    r"(?: (?:co-?commissioning|commissioning|arrangements?|responsibilit\w+|powers|functions|of|primary|"
    r"medical|care)){1,5} (?:to (?:start|begin) )?(?:from|as of|with effect from|starting in) (?:the )?$",
    words="joint|delegat",
)
ASKS = Expression(r"\b(?:ask\w*|appl(?:y|ies|ying|ication)|propos\w+|seek\w*|request\w*|bids?|bidding)\b")
LATER = WordList("shadow|pilot|then|later|afterward|afterwards|eventually|subsequent*|follow*|move|next|not")


class DatedField(FrozenValue):
    """A date in a field, with the field's name or the description of an event in quotation marks."""

    path: Path
    when: DateRange
    name: str


def list_described_dates(case: Case) -> Iterator[DatedField]:
    """Yield the dates of events and milestones that have a description."""
    for pattern, words in (
        ("engagement.nhs_england[]", "event"),
        ("engagement.members.events[]", "event"),
        ("timescales[]", "milestone"),
    ):
        for path, item in case.list_values(pattern):
            if item.date and getattr(item, words):
                yield DatedField((*path, "date"), item.date, f"'{getattr(item, words)}'")


def match_descriptions(flat: str, described: list[DatedField]) -> list[DatedField]:
    """Return the events that share the most distinctive words with a sentence.

    They share at least two, or all that they have, and at least half of their own. A number tells no event
    from another: `32 practices` are in many sentences. A sentence that speaks of no rehearsal, such as a
    shadow form, means none.
    """
    is_open = REHEARSAL.is_in(flat)
    said = frozenset(word for word in reduce_to_words(flat).split() if not word.isdigit())
    scores = [
        (len(telling & said), len(telling), one)
        for one in described
        if (is_open or not REHEARSAL.is_in(one.name)) and (telling := list_words_of_event(one.name))
    ]
    best = max((score for score, _, _ in scores), default=0)
    return [
        one
        for score, size, one in scores
        if score == best and score and (score >= 2 or score == size) and score * 2 >= size
    ]


def list_words_of_event(name: str) -> frozenset[str]:
    """Return the words that tell an event from others."""
    return frozenset(word for word in list_telling_words(name, COMMON) if not word.isdigit())


def list_starts_of_form(case: Case, said: ProseDate) -> list[DatedField]:
    """Return the starts of the form that a sentence asks for from a date on, or an empty list.

    `We would move to delegated commissioning from 2016` says nothing about the joint form that is asked for.
    """
    before = said.said.flat[: said.start]
    found = FORM_FROM.search(before)
    if found is None or not ASKS.search(before, 0, found.start()) or LATER.is_in(said.said.flat):
        return []
    form = "joint" if found["form"] == "joint" else "delegated"
    return [DatedField(path, start, "the start") for path, start, of in starts(case.submission) if of == form]
