"""The councils named against those that the published list has for the CCG."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eoi.findings import Several, Severity
from eoi.reference import load_ccgs
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import list_telling_words
from eoi.rules.shared.published import OF_ANY_COUNCIL, find_naming_field, list_comparable


def check(case: Case) -> Iterator[Problem]:
    for index, applicant, ccg in list_comparable(case):
        published = frozenset[str]().union(
            *(list_telling_words(name, OF_ANY_COUNCIL) for name in ccg.local_authorities)
        )
        for number, council in enumerate(applicant.local_authorities):
            words = list_telling_words(council, OF_ANY_COUNCIL)
            if words and not words & published and is_council_of_the_list(words):
                yield Problem(
                    ("applicants", index, "local_authorities", number),
                    f"The list of {ccg.month} has other councils for {applicant.known_as}: "
                    f"{', '.join(ccg.local_authorities)}.",
                    help="Check the council; where the CCG covers only part of its area, leave it.",
                    other=find_naming_field(index, applicant, ccg),
                    several=Several(
                        f"{{number}} councils are not those that the list of {ccg.month} has: {{items}}.",
                        f"{council}, named for {applicant.known_as} "
                        f"(the list has {' and '.join(ccg.local_authorities)})",
                        "Check the councils; where a CCG covers only part of an area, leave it.",
                    ),
                )


def is_council_of_the_list(words: frozenset[str]) -> bool:
    """Tell whether the list has a council of this name for any CCG. It has no district councils."""
    return any(one and one <= words for one in list_words_of_councils())


@cache
def list_words_of_councils() -> frozenset[frozenset[str]]:
    """Return the telling words of every council in the list."""
    named = (name for ccg in load_ccgs().values() for name in ccg.local_authorities)
    return frozenset(list_telling_words(name, OF_ANY_COUNCIL) for name in named)


RULE = Rule(
    summary="The councils named cover the CCG's area",
    why="Councils are partners in integration and sit on the committees. A council of another area is most "
    "often left over from another CCG's file.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="the list of CCGs of October 2014, whose councils are a first answer to be confirmed",
    fails="""
applicants:
  - name: NHS Bromley CCG
    code: 07Q
    local_authorities: [Croydon Council]
""",
    passes="""
applicants:
  - name: NHS Bromley CCG
    code: 07Q
    local_authorities: [London Borough of Bromley]
""",
)
