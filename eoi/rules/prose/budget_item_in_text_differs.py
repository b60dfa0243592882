"""The contents of the primary care budget, in long texts and in the fields."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_certain
from eoi.rules.shared.prose.words import quote_part, reduce_to_words

MONEY = Expression(
    r"\b(?:envelope|budgets?|sum|figure|total|pool(?:ed)?|money|funds?|allocation|amount|£\S+)",
    words="envelope|budget|sum|figure|total|pool|money|fund|allocation|amount|£",
)
OUT = WordList(
    "exclud*|outside|without|apart from|except*|leave out|leaves out|left out|not includ*|not part|"
    "not cover*|not count*|not in|not be includ*|not be part|not be cover*|not be count*|not be in|"
    "no part|does not|do not|net of|before|separate*"
)
IN = WordList(
    "includ*|cover|covers|covered|part of|take in|takes in|taken in|compris*|within|as well|contain*|"
    "add|added|adds|counted|inside|in the|made up of|goes into|in it"
)
LONGEST = 4


def check(case: Case) -> Iterator[Problem]:
    arrangement = case.submission.arrangement
    budget = arrangement.budget if arrangement else None
    for field in ("includes", "excludes"):
        for index, item in enumerate(getattr(budget, field, ())):
            words = reduce_to_words(item)
            if words and len(words.split()) <= LONGEST:
                path = ("arrangement", "budget", field, index)
                for sentence in case.prose.find_sentences(words):
                    if is_certain(sentence) and find_budget_side(sentence, words) == OTHERWISE[field]:
                        yield report_contradiction(sentence, MESSAGES[field].format(quote_part(item)), path)


OTHERWISE = {"includes": "out", "excludes": "in"}
MESSAGES = {
    "includes": "This leaves {} out of the budget, and the field includes it.",
    "excludes": "This puts {} into the budget, and the field excludes it.",
}


def find_budget_side(sentence: Sentence, words: str) -> str:
    """Return `in` or `out`, as a sentence about the budget puts an item, or an empty text for neither."""
    flat = sentence.flat.replace(words, " ")
    if not MONEY.search(flat):
        return ""
    if OUT.is_in(flat):
        return "out"
    return "in" if IN.is_in(flat) else ""


RULE = Rule(
    summary="Texts and fields agree on what the budget includes",
    why="What the envelope holds decides what an applicant would answer for.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("arrangement.budget",),
    fails="""
arrangement:
  budget:
    envelope: £23.1m
    excludes: [GP IT]
    management: GP IT money would be part of the pooled budget.
""",
    passes="""
arrangement:
  budget:
    envelope: £23.1m
    excludes: [GP IT]
    management: GP IT is not part of the pooled budget. We would look at GP IT together.
""",
)
