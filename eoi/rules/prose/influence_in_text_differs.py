"""Sentences in which a bid for greater influence holds contracts or budgets, or takes decisions."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_certain

WE = (
    r"\b(?:we|(?:the|our|each) (?:ccgs?|committee|governing body)|ccgs)\s+"
    r"(?:(?:will|would|shall|also|then|now|themselves|ourselves|itself|therefore|fully) ){0,3}"
)
PRACTICES = r"(?:gp|gms|pms|apms|primary care|primary medical|general practice|medical|practices?['’]?)"
HOLDS = Expression(
    rf"{WE}(?:hold|take over|take on|take responsibility for|manage|award|sign|let|own)s?\s+"
    rf"(?:the |all |these |our |and manage ){{0,3}}{PRACTICES} (?:services )?(?:contracts?|budgets?)\b"
    rf"|\b{PRACTICES} (?:contracts?|budgets?) (?:will|would) "
    r"(?:be (?:held|managed|awarded|signed) by|transfer to|move to|pass to) (?:us|the ccgs?|our)\b",
)
DECIDES = Expression(
    rf"{WE}(?:take|make)s?\s+(?:the |all |all the |these |final )?decisions?\b"
    rf"|{WE}(?:decides?|determines?)\s+(?:on|how|which|whether|jointly|together)\b"
    r"|\bdecisions? (?:on|about) [^.;]{0,60}(?:will|would) be (?:taken|made) "
    r"(?:jointly|together|by (?:us|the ccgs?))\b",
)
NOT = Expression(
    r"\b(?:not|no|never|before|nhs england(?:'s)? (?:decides?|decision)|influence (?:over|on|how|which)|"
    r"(?:on|about|over) (?:our|its|the ccg's) own|as now|already|today|"
    r"current(?:ly)?|at present|community|hospital|advise?|recommend\w*)\b|n't\b"
)
ELSEWHERE = ("engagement", "priorities")
LATER = ("future", "options")
OF_A_FUNCTION = "comment"  # has a rule of its own


def check(case: Case) -> Iterator[Problem]:
    for sentence in case.prose.find_sentences("contract", "budget", "decision", "decide", "determine"):
        does = find_power_taken(sentence)
        if does and is_statement(sentence):
            yield report_contradiction(
                sentence,
                f"This says that {case.the_ccg} would {does}, but the submission applies for greater "
                "influence.",
                ("form",),
                sure=True,
                label="greater influence",
                help=f"Say how NHS England hears {case.the_ccg} before it decides, or apply "
                "for another form.",
            )


def find_power_taken(sentence: Sentence) -> str:
    """Return words for a power that the CCG would take by a sentence, or an empty text for none."""
    if HOLDS.search(sentence.flat):
        return "hold contracts or budgets"
    return "decide" if DECIDES.search(sentence.flat) else ""


def is_statement(sentence: Sentence) -> bool:
    """Tell whether a sentence states the proposal itself: no later aim, and no denial."""
    path = sentence.written.path
    if path[0] in ELSEWHERE or path[-1] == OF_A_FUNCTION or any(part in LATER for part in path):
        return False
    return is_certain(sentence) and NOT.search(sentence.flat) is None


RULE = Rule(
    summary="The texts of a bid for greater influence leave contracts and decisions with NHS England",
    why="With greater influence an applicant is heard before NHS England decides. To hold contracts or to "
    "decide takes joint or delegated commissioning.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="NHS England on the three models (S10), and the slides of September 2014 (S7)",
    forms=("influence",),
    fails="""
form: influence
round: 2014
arrangement:
  overview: We will hold the GP contracts from April 2015.
""",
    passes="""
form: influence
round: 2014
arrangement:
  overview: |
    We would like more influence over how NHS England manages GP contracts. We will not hold contracts.
""",
)
