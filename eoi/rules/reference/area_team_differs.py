"""The area team of NHS England against the one that the published list has for the CCG."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import SMALL, list_telling_words
from eoi.rules.shared.published import find_naming_field, list_comparable

COMMON = SMALL | frozenset(["nhs", "england", "area", "team", "local", "region", "s"])


def check(case: Case) -> Iterator[Problem]:
    for index, applicant, ccg in list_comparable(case):
        stated = list_telling_words(applicant.area_team or "", COMMON)
        if (
            stated
            and not stated & list_telling_words(ccg.area_team, COMMON)
            and not is_abbreviation(applicant.area_team or "")
        ):
            yield Problem(
                ("applicants", index, "area_team"),
                f"The list of {ccg.month} puts {ccg.name} under {ccg.area_team}, not {applicant.area_team}.",
                help="Check which area team of NHS England the CCG works with.",
                other=find_naming_field(index, applicant, ccg),
                several=Several(
                    f"The list of {ccg.month} puts {{number}} CCGs under other area teams: {{items}}.",
                    f"{applicant.known_as} under {ccg.area_team}, not {applicant.area_team}",
                    "Check which area teams of NHS England the CCGs work with.",
                ),
            )


def is_abbreviation(name: str) -> bool:
    """Tell whether a name is an abbreviation, such as `BGSW`, which may stand for several places."""
    return all(word.isupper() for word in name.split() if word.casefold() not in COMMON)


RULE = Rule(
    summary="The area team is the one of the CCG's area",
    why="The area team judges the proposal first. One that is another's sends it to the wrong people.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="the published list of CCGs, October 2014",
    fails="""
applicants:
  - name: NHS Bath and North East Somerset CCG
    code: 11E
    area_team: Wessex area team
""",
    passes="""
applicants:
  - name: NHS Bath and North East Somerset CCG
    code: 11E
    area_team: NHS England (Bath, Gloucestershire, Swindon and Wiltshire)
""",
)
