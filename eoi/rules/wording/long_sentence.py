"""Sentences of more than forty words."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared import FoundText
from eoi.rules.shared.prose import QUOTED, holds_own_sentences, split_sentences, split_words
from eoi.rules.shared.prose.words import Passage

LONGEST = 40
SHOWN = 6
# In characters: forty words of one letter each, with spaces.
SHORT = 2 * LONGEST
MARKUP = str.maketrans("", "", "*_`[]")


def check(case: Case) -> Iterator[Problem]:
    for one, length in zip(case.sentences, case.prose.lengths, strict=True):
        # A dash on its own is no word, but was counted.
        if length > LONGEST and len(found := split_words(one.text)) > LONGEST:
            yield report(one.written, one.words, found)
    for written in case.texts:
        # Most texts are names and figures, so their length is compared first, to save calls.
        if len(written.text) <= SHORT or written.path[0] in QUOTED or holds_own_sentences(written):
            continue
        if can_be_long(written.text):
            for start, end in split_sentences(written.text):
                if len(found := split_words(written.text[start:end])) > LONGEST:
                    yield report(written, Passage(written.text, start, end), found)


def can_be_long(text: str) -> bool:
    """Tell by a quick look whether a text can contain a long sentence."""
    return len(text) > SHORT and text.count(" ") + text.count("\n") >= LONGEST


def report(written: FoundText, where: Passage, found: list[str]) -> Problem:
    first = " ".join(found[:SHOWN]).translate(MARKUP)
    return Problem(
        written.path,
        f"This sentence has {len(found)} words: {first} ...",
        help="Split it, or make a list of its parts. Few readers keep hold of more than 25 words.",
        words=where,
        several=Several(
            f"{{number}} sentences have more than {LONGEST} words: {{items}}.",
            f"{first} ... ({len(found)} words)",
            "Split them, or make lists of their parts. Few readers keep hold of more than 25 words.",
        ),
    )


RULE = Rule(
    summary="No sentence has more than 40 words",
    why="Readers lose a long sentence before it ends, and an assessor who reads dozens of submissions does "
    "not read it twice.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="GOV.UK, sentence length: why 25 words is our limit (4 August 2014): of a sentence of 43 words "
    "readers understand less than a tenth",
    fails="""
summary: >-
  We propose to commission primary care jointly with NHS England because our practices, our patients, our
  council and our other partners have told us over many months that decisions about services in our towns
  and villages should be taken by people who know them well.
""",
    passes="""
summary: >-
  We propose to commission primary care jointly with NHS England. Our practices, our patients, our council
  and our other partners have told us the same over many months: decisions about services in our towns and
  villages should be taken by people who know them well.
""",
)
