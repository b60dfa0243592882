"""Percentages above a hundred, of a whole, a fall or a growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import find_least
from eoi.rules.shared.prose.words import Passage

# The text before a match is looked at afterwards: a pattern that begins with it takes far longer. So does one
# that begins with several digits, since only those that begin with one are looked for by it.
SHARE = Expression(r"(\d\d{2,5}(?:\.\d{1,3})?) ?(?:%|per ?cent\b)", re.ASCII)
MORE = Expression(r"[\d.,]", re.ASCII)
# A part is at most 100% of the whole; a growth can be any number, but these things do not grow.
OF_ALL = Expression(
    r" of (?:the |our |all |its |those |these ){0,2}(?:\w+ )?(?:practices|patients|people|residents|"
    r"population|GPs|members|staff|respondents|replies|responses|budget|those who)\b",
    re.IGNORECASE,
)
FALL = Expression(
    r"\b(?:fall|falls|fell|reduc\w{1,5}|cut|cuts|decreas\w{1,3}|drop\w{0,4}) (?:of|by) (?:\w+ )?$", re.I
)
GROWTH = Expression(
    r"\b(?:grow|grows|grew|grown|growth|rise|rises|rose|increas\w{1,3}) (?:of|by) (?:\w+ )?$", re.IGNORECASE
)
BEFORE, AFTER = 40, 60
HALF = 50


def check(case: Case) -> Iterator[Problem]:
    for path, share in case.list_values("applicants[].running_costs_reduction.share"):
        if find_least(share) > 100:
            yield Problem(path, f"Running costs cannot fall by {share}.", "Check the percentage.")
        elif find_least(share) > HALF:
            yield Problem(
                path,
                f"{share} is more than half of the running costs.",
                help="Check the percentage: in 2015/16 they fell by 10%.",
                severity=Severity.ADVICE,
            )
    for written in case.find_texts(("%", "per cent", "percent")):
        for match in SHARE.finditer(written.text):
            if Decimal(match[1]) > 100 and is_whole_number(match) and (why := explain_share(match)):
                words = Passage(written.text, match.start(), match.end())
                yield Problem(written.path, f"{words} {why}.", HELP, words=words, severity=Severity.ADVICE)


HELP = "Check the percentage, and whether a number was meant."


def is_whole_number(match: re.Match[str]) -> bool:
    """Tell whether a match begins at the first digit of its number."""
    return not (match.start() and MORE.match(match.string, match.start() - 1))


def explain_share(match: re.Match[str]) -> str:
    """Return why a percentage cannot be above a hundred here, or an empty text if it can."""
    before = match.string[max(match.start() - BEFORE, 0) : match.start()]
    if OF_ALL.match(match.string, match.end(), match.end() + AFTER):
        return "is more than all of them"
    if FALL.search(before):
        return "is more than can be taken away"
    return "is more than double" if GROWTH.search(before) else ""


RULE = Rule(
    summary="No percentage is larger than it can be",
    why="A lost decimal point turns 12.0% into 120%. No group of practices has more than all its "
    "members, nothing falls by more than itself, and little in the NHS doubles from one year to the next.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="BaNES: running costs fall by 10%, as all CCGs' did in 2015/16 (NHS England, February 2014)",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, running_costs_reduction: {share: 110%, start: April 2015}}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, running_costs_reduction: {share: 10%, start: April 2015}}
summary: We spend 104% of what our neighbours spend on each person.
""",
)
