"""The councils named against those that the published list has for the CCG."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.likeness import list_telling_words
from eoi.rules.shared.published import OF_ANY_COUNCIL, find_naming_field, list_comparable


def check(case: Case) -> Iterator[Problem]:
    for index, applicant, ccg in list_comparable(case):
        published = frozenset[str]().union(
            *(list_telling_words(name, OF_ANY_COUNCIL) for name in ccg.local_authorities)
        )
        for number, council in enumerate(applicant.local_authorities):
            if (words := list_telling_words(council, OF_ANY_COUNCIL)) and not words & published:
                yield Problem(
                    ("applicants", index, "local_authorities", number),
                    f"The list of {ccg.month} has other councils for {ccg.code}: "
                    f"{', '.join(ccg.local_authorities)}.",
                    help="Check the council; where the CCG covers only part of its area, leave it.",
                    other=find_naming_field(index, applicant, ccg),
                    several=Several(
                        f"{{number}} councils are not those that the list of {ccg.month} has: {{items}}.",
                        f"{council} of {ccg.code} (the list has {' and '.join(ccg.local_authorities)})",
                        "Check the councils; where a CCG covers only part of an area, leave it.",
                    ),
                )


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
