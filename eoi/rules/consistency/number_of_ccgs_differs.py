"""Numbers of CCGs in fields, such as 'five CCGs' in a quorum, that are not the number of applicants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.seats import NUMBER, read_seat_number
from eoi.rules.shared.prose.words import quote_part

COUNTED = Expression(
    rf"(?P<before>[\w'’]{{1,20}} )?\b(?P<number>{NUMBER}|both)\s+"
    r"(?:(?:applicant|member|neighbouring|local|other|further|more|of the)\s+){0,2}"
    r"(?:CCGs\b|Clinical Commissioning Groups\b|applicants\b)",
    re.IGNORECASE,
)
OF_ALL = Expression(rf"(?<!\s)\s+(?:out )?of (?:the |all )?{NUMBER}\b", re.IGNORECASE)
SOME = WordList("other|another|further|more|neighbouring|least|most|only|first|any|of|from|than")
ALL_OF = Expression(r"\b(?:of|from)\s+(?:(?:all|the|our|these)\s+)*$", re.IGNORECASE)
# In these parts other bodies speak of themselves, or one officer signs for several CCGs.
ELSEWHERE = ("support", "decision", "waivers", "remarks", "versions", "signatories")


def check(case: Case) -> Iterator[Problem]:
    applicants = len(case.submission.applicants)
    if applicants < 2:
        return
    for written in case.texts:
        if written.is_prose or written.path[0] in ELSEWHERE or "CCGs" not in written.text:
            continue
        for match in COUNTED.finditer(written.text):
            if counts_all(match) and read_count_of_ccgs(match) != applicants:
                yield Problem(
                    written.path,
                    f"{quote_part(describe_count(match))} are named, but {applicants} CCGs apply.",
                    help="Correct the number, or the list of `applicants`.",
                    other=(("applicants",), "the applicants"),
                )


def describe_count(match: re.Match[str]) -> str:
    """Return the number as it was typed."""
    return match.string[match.start("number") : match.end()]


def read_count_of_ccgs(match: re.Match[str]) -> int:
    """Return the number of CCGs that was typed. "Both" is two."""
    return 2 if match["number"].lower() == "both" else read_seat_number(match["number"])


def counts_all(match: re.Match[str]) -> bool:
    """Tell whether all CCGs are counted: not in 'two other CCGs', 'at least three' or 'four of the six'."""
    before = match.string[: match.start("number")]
    words = f"{match['before'] or ''} {match[0]}"
    if SOME.is_in(match[0][len(match["before"] or "") :]) or OF_ALL.search(match[0]):
        return False
    return ALL_OF.search(before) is not None or not SOME.is_in(words)


RULE = Rule(
    summary="Fields speak of as many CCGs as apply",
    why="A committee of five CCGs, in a bid of six, leaves one out or has an applicant too many.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("co_applicants[]",),
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
governance:
  groups:
    - {name: Joint Committee, quorum: One member of each of the three CCGs}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
governance:
  groups:
    - {name: Joint Committee, quorum: One member of both CCGs, reports_to: [Boards of the two CCGs]}
ccgs_involved:
  neighbours: We work with three other CCGs.
""",
)
