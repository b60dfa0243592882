"""The provider of commissioning support, in long texts and in the field."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import ends_before, is_of_another_time, is_unsure
from eoi.rules.shared.prose.words import SMALL, list_telling_words
from eoi.source.nodes import Path

NAMED = Expression(
    r"\b(?P<name>[A-Z][\w&'’-]{0,30}(?: (?:and |of |the |"
    r"& )?[A-Z][\w&'’-]{0,30}){0,6}?) (?:Commissioning Support|CSU)\b"
)
ENDS_OF_NAMES = ("Commissioning Support", "CSU")
NONE_AT_ALL = Expression(
    r"\b(?:no|without a|not use a|do not (?:use|buy|need)(?: a)?) (?:commissioning support|csu)\b"
)
COMMON = SMALL | frozenset(
    ("nhs", "commissioning", "support", "unit", "csu", "services", "service", "a", "we", "it")
)


def check(case: Case) -> Iterator[Problem]:
    units = [(path, unit) for path, unit in case.list_values("applicants[].commissioning_support.provider")]
    if not units:
        return
    stated = [list_telling_words(unit, COMMON) for _, unit in units]
    for sentence in case.prose.find_sentences("commissioning support", "csu"):
        for found in judge(sentence, stated, *units[0]):
            if not is_unsure(sentence.flat) and not is_past(case, sentence.flat):
                yield found


def is_past(case: Case, flat: str) -> bool:
    """Tell whether a sentence is about an earlier unit: `they supported us until 2013`."""
    return is_of_another_time(flat) or ends_before(flat, case.round.dated.first.year)


def judge(sentence: Sentence, stated: list[frozenset[str]], path: Path, unit: str) -> Iterator[Problem]:
    """Report a sentence that names another unit than those that are stated, or says that there is none."""
    text = " ".join(sentence.text.split("\n"))
    match = NAMED.search(text) if any(end in text for end in ENDS_OF_NAMES) else None
    words = list_telling_words(match["name"], COMMON) if match else frozenset()
    if match and words and all(one and words.isdisjoint(one) for one in stated):
        says = f"This names {match['name']}; the field names {unit}."
        yield report_contradiction(sentence, says, path, at=match.span("name"))
    elif none := NONE_AT_ALL.search(sentence.flat):
        says = f"This says that there is no commissioning support; the field names {unit}."
        yield report_contradiction(sentence, says, path, at=none.span())


RULE = Rule(
    summary="Texts and fields name the same commissioning support unit",
    why="Support units merged often in these years, and an earlier draft names the earlier one.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, commissioning_support: {provider: Central Southern Commissioning Support Unit}}
benefits:
  vision: Support services come from South West Commissioning Support.
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, commissioning_support: {provider: Central Southern Commissioning Support Unit}}
benefits:
  vision: Central Southern CSU supports us. The commissioning support unit is in Reading.
""",
)
