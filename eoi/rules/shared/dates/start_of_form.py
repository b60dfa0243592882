"""The date from which a sentence asks for a form: `we ask for joint commissioning from 1 October 2014`."""

from __future__ import annotations

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.shared.dates.dates_in_sentences import ProseDate
from eoi.rules.shared.dates.described_events import DatedField
from eoi.submission.starts import starts

FORM_FROM = Expression(
    r"\b(?P<form>joint|delegat\w{1,3})"
    r"(?: (?:co-?commissioning|commissioning|arrangements?|responsibilit\w+|powers|functions|of|primary|"
    r"medical|care)){1,5} (?:to (?:start|begin) )?(?:from|as of|with effect from|starting in) (?:the )?$",
    words="joint|delegat",
)
ASKS = Expression(r"\b(?:ask\w*|appl(?:y|ies|ying|ication)|propos\w+|seek\w*|request\w*|bids?|bidding)\b")
LATER = Expression(
    r"\b(?:shadow|pilot|then|later|afterwards?|eventually|subsequent\w*|follow\w*|move|next|not)\b"
)


def list_starts_of_form(case: Case, said: ProseDate) -> list[DatedField]:
    """Return the starts of the form that a sentence asks for from a date on, or an empty list.

    `We would move to delegated commissioning from 2016` says nothing about the joint form that is asked for.
    """
    before = said.said.flat[: said.start]
    found = FORM_FROM.search(before)
    if found is None or not ASKS.search(before, 0, found.start()) or LATER.search(said.said.flat):
        return []
    form = "joint" if found["form"] == "joint" else "delegated"
    return [DatedField(path, start, "the start") for path, start, of in starts(case.submission) if of == form]
