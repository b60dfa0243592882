"""Versions of the document whose dates do not rise, or that come after the submission."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dating import is_before, is_over, submission


def check(case: Case) -> Iterator[Problem]:
    dates = list(case.given("versions[].date"))
    for (earlier, before), (path, when) in pairwise(dates):
        if is_before(when, before):
            yield Problem(
                path,
                f"This version is dated {when}, before the one above it, {before}.",
                help="Correct the date, or put the versions in the order of their dates.",
                other=(earlier, "the version above"),
            )
    handed_in = submission(case)
    for path, when in dates if handed_in and not is_over(case) else ():
        if handed_in and is_before(handed_in.when, when):
            yield Problem(
                path,
                f"This version is dated {when}, after {handed_in.words}.",
                help="Correct one of the two dates.",
                other=handed_in.other,
            )


RULE = Rule(
    summary="The versions rise in date, and none is later than the submission",
    why="The document control table says which version was agreed. Dates out of order make that unclear.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
versions:
  - {version: "0.1", date: 10 June 2014}
  - {version: "0.2", date: 2 June 2014}
""",
    passes="""
versions:
  - {version: "0.1", date: 2 June 2014}
  - {version: "0.2", date: 10 June 2014}
""",
)
