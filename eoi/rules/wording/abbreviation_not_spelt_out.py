"""Abbreviations that a reader meets before the words that they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from eoi.expressions import Expression
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared import FoundText
from eoi.rules.shared.prose.abbreviations import (
    BETWEEN,
    Explanations,
    Use,
    WholeText,
    list_first_uses,
    list_uses,
)
from eoi.rules.shared.prose.words import Passage
from eoi.submission.model import Submission

# Readers of the invitation know NHS, CCG, GP and EOI, and readers of newspapers know the others up to HR.
# The rest are ordinary words in capitals, and placeholders, which have a rule of their own.
NEEDLESS = frozenset(
    (
        "NHS", "CCG", "GP", "EOI", "UK", "EU", "USA", "IT", "TV", "PC", "HIV", "AIDS", "DNA", "PDF", "CEO",
        "HR",
        "NOT", "NO", "YES", "AND", "OR", "ALL", "ANY", "MUST", "MAY", "WILL", "ONLY", "BOTH", "WE", "OUR",
        "AM", "PM", "OK", "NB", "NA", "DRAFT", "FINAL", "NEW", "TBC", "TBA",
    )
)  # fmt: skip
# Labels and names are no prose.
LABEL = Expression(
    r"round|code|id|url|path|(?:short_)?name|area_team|title|band|role|body|organisation|provider|agreement"
    r"|local_authorities|line|kind|voters|reports_to",
    words="round|code|id|url|path|name|area_team|title|band|role|body|organisation|provider|agreement|"
    "local_authorities|line|kind|voters|reports_to",
)
# Nobody reads more findings, and to find each takes a search through the whole text.
MOST = 200
QUOTED = ("support", "decision", "waivers", "remarks")


def check(case: Case) -> Iterator[Problem]:
    whole = WholeText(case.texts)
    explanations = Explanations(whole)
    names = join_own_names(case.submission)
    known = NEEDLESS | list_printed(case.submission)
    for use in islice(list_first_uses(whole, known, is_long_text), MOST):
        if not is_needless(use.short, names) and not explanations.explain(use):
            yield report(use, explanations.later(use.short))


def is_needless(short: str, names: str) -> bool:
    """Tell whether capitals stand in the applicants' names, or hold a place, as `XX` does."""
    if short in names and any(use[1] == short for use in list_uses(names, NEEDLESS)):
        return True
    return not short.strip("X")


def report(use: Use, later: FoundText | None) -> Problem:
    return Problem(
        use.written.path,
        f"{use.short} is {'used here before it is spelt out' if later else 'not spelt out'}.",
        help="At the first use write the words in full and the abbreviation in brackets, as in `Local "
        "Medical Committee (LMC)`.",
        other=(later.path, "spelt out here") if later else None,
        words=Passage(use.written.text, use.start, use.end),
        several=Several(
            "{number} abbreviations are used before they are spelt out: {items}."
            if later
            else "{number} abbreviations are not spelt out: {items}.",
            use.short,
        ),
    )


def is_long_text(written: FoundText) -> bool:
    """Tell whether a text is the applicants' own prose."""
    return written.path[0] not in QUOTED and (written.is_prose or not is_label(written.field))


@lru_cache(maxsize=1024)
def is_label(field: str) -> bool:
    """Tell whether a field holds a name or a label."""
    return LABEL.fullmatch(field) is not None


def join_own_names(submission: Submission) -> str:
    """Join the names of the applicants and their area teams."""
    return BETWEEN.join(
        [name for a in submission.applicants for name in (a.name, a.short_name, a.area_team) if name]
    )


def list_printed(submission: Submission) -> set[str]:
    """List the abbreviations that the document itself spells out, in its tables of figures."""
    printed = set()
    for applicant in submission.applicants:
        if applicant.staff and applicant.staff.wte:
            printed.add("WTE")
        if mix := applicant.contracts:
            printed.update([name.upper() for name in ("gms", "pms", "apms") if getattr(mix, name)])
    return printed


RULE = Rule(
    summary="Abbreviations are spelt out where they are first used",
    why="Boards, councils and the public read these documents. To many of them PMS, CSU or LPN says nothing.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="Web Content Accessibility Guidelines, technique G97; BaNES spells out most at their first use",
    fails="""
benefits:
  vision: The LMC supports us.
""",
    passes="""
benefits:
  vision: The Local Medical Committee (LMC) supports us, and the NHS needs the LMC.
""",
)
