"""A CCG's name against the one that the published list has for its code."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.reference import Ccg
from eoi.reference.names import (
    find_ccg_with_name,
    is_longer_or_shorter,
    list_words_of_name,
    make_search_key,
    names_same_place,
)
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.published import is_of_its_time, list_coded
from eoi.source.nodes import Path
from eoi.submission.paths import is_given

SINCE = "CCGs have merged and changed their names since. Check that the code goes with the name."


def check(case: Case) -> Iterator[Problem]:
    for index, applicant, ccg in list_coded(case):
        path, name = ("applicants", index), applicant.name
        if (
            make_search_key(name) == make_search_key(ccg.name)
            or not list_words_of_name(name)
            or not is_given(name)
        ):
            continue
        other = find_ccg_with_name(name)
        if other and other != ccg:
            yield report_other_ccg(path, ccg, other, is_of_its_time(case.round))
        elif not names_same_place(name, ccg):
            yield find_unlike_name(path, name, ccg, is_of_its_time(case.round))


def report_other_ccg(path: Path, ccg: Ccg, other: Ccg, current: bool) -> Problem:
    """Report a code that belongs to another CCG than the name."""
    return Problem(
        (*path, "code"),
        f"{ccg.code} is the code of {ccg.name}; {other.name} has {other.code}.",
        help=f"Write `{other.code}`, or `{ccg.name}` if that is meant." if current else SINCE,
        other=((*path, "name"), f"the name that goes with {other.code}"),
        severity=None if current else Severity.ADVICE,
    )


def find_unlike_name(path: Path, name: str, ccg: Ccg, current: bool) -> Problem:
    """Report a name that does not belong to the code.

    It is advice only, if the list is not of that time or one name is longer than the other.
    """
    certain = current and not is_longer_or_shorter(name, ccg)
    return Problem(
        (*path, "name"),
        f"The list of {ccg.month} calls {ccg.code} {ccg.name}, not {name}.",
        help=f"Write `{ccg.name}` if that is meant; otherwise correct the code." if current else SINCE,
        other=((*path, "code"), f"the code of {ccg.name}"),
        instead=ccg.name if certain else "",
        severity=None if certain else Severity.ADVICE,
    )


RULE = Rule(
    summary="Each CCG's name is the one its code stands for",
    why="A name with another's code sends a proposal to the wrong file. CCGs go by several names, so what "
    "names the same place passes: Southampton City for Southampton, or a shorter name without its brackets.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="the published list of CCGs, October 2014",
    fails="""
applicants:
  - name: NHS Bradford City CCG
    code: 02R
""",
    passes="""
applicants:
  - name: NHS Southampton City CCG
    code: 10X
  - name: Fylde and Wyre Clinical Commissioning Group
    code: 02M
""",
)
