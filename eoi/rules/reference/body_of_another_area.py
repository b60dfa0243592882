"""Boards, councils and Healthwatch bodies from outside the areas of the applicants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.reference import load_ccgs
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import WORD, list_telling_words
from eoi.rules.shared.published import OF_ANY_COUNCIL, find_ccg
from eoi.source.nodes import Path

KIND = Expression(r"\b(?:council|health (?:and|&) well-?being board|hwbb?|healthwatch)\b", re.IGNORECASE)
BODY = OF_ANY_COUNCIL | frozenset(
    WORD.findall("health wellbeing well being board hwb hwbb healthwatch scrutiny committee")
)
PLACES = ("support[].body", "engagement.stakeholders[].name")


def check(case: Case) -> Iterator[Problem]:
    named = list(list_bodies_of_councils(case))
    own = list_own_words(case) if named else None
    if own is None:
        return
    for path, name, words in named:
        if not words & own:
            several = len(case.submission.applicants) > 1
            yield Problem(
                path,
                f"{name} is of another area than the {'CCGs' if several else 'CCG'}.",
                help="Check the name; if a neighbour was asked, leave it.",
                other=(("applicants", 0, "name"), "who applies"),
            )


def list_bodies_of_councils(case: Case) -> Iterator[tuple[Path, str, frozenset[str]]]:
    """Yield the path, the name and the distinctive words of each body of a council in the published list."""
    for pattern in PLACES:
        for path, name in case.list_values(pattern):
            words = list_telling_words(name, BODY) if KIND.search(name) else None
            if words and words in list_known_councils():
                yield path, name, words


def list_own_words(case: Case) -> frozenset[str] | None:
    """Return every word that names the applicants or their councils, or None if one is not in the list."""
    words = frozenset[str]()
    for applicant in case.submission.applicants:
        ccg = find_ccg(applicant)
        if ccg is None:
            return None
        names = (applicant.name, ccg.name, *ccg.local_authorities, *applicant.local_authorities)
        words = words.union(*(list_telling_words(name, BODY) for name in names))
    return words


@cache
def list_known_councils() -> frozenset[frozenset[str]]:
    """Return the distinctive words of every council in the published list."""
    names = (name for ccg in load_ccgs().values() for name in ccg.local_authorities)
    return frozenset(list_telling_words(name, BODY) for name in names)


RULE = Rule(
    summary="The boards and councils named are those of the area",
    why="Support counts where it comes from the people who live there. A board of another area is most often "
    "left over from another CCG's file.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="the list of CCGs of October 2014, whose councils are a first answer to be confirmed",
    needs=("support[].body", "engagement.stakeholders[].name"),
    fails="""
applicants:
  - {name: NHS Bromley CCG, code: 07Q}
support:
  - {body: Croydon Health and Wellbeing Board, view: In favour}
""",
    passes="""
applicants:
  - {name: NHS Bromley CCG, code: 07Q}
support:
  - {body: Bromley Health and Wellbeing Board, view: In favour}
  - {body: Health and Wellbeing Board, view: In favour}
""",
)
