"""Versions of the document whose dates or numbers do not rise, or that are after the submission."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from eoi.expressions import Expression
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before, is_over, weigh_by
from eoi.source.nodes import Path
from eoi.submission.days import DateRange
from eoi.submission.paths import find_item

NUMBER = Expression(r"(?:v|version)?\.? ?(\d{1,4}(?:\.\d{1,4}){0,3})", re.IGNORECASE | re.ASCII)


def check(case: Case) -> Iterator[Problem]:
    dates = list(case.list_values("versions[].date"))
    for (earlier, before), (path, when) in pairwise(dates):
        if is_before(when, before):
            yield Problem(
                path,
                f"This version is dated {when.within}, before the one above it, {before.within}.",
                help="Correct the date, or put the versions in the order of their dates.",
                other=(earlier, "the version above"),
            )
    yield from find_late_versions(case, dates)
    yield from find_falling_numbers(case)


def find_late_versions(case: Case, dates: list[tuple[Path, DateRange]]) -> Iterator[Problem]:
    """Find versions that are dated after the submission."""
    limit = find_submission_or_deadline(case)
    for path, when in dates if limit and not is_over(case) else ():
        if limit and is_before(limit.when, when):
            yield Problem(
                path,
                f"This version is dated {when.within}, after {limit.words}.",
                help="Correct one of the two dates.",
                other=limit.other,
                severity=weigh_by(limit, case),
                several=Several(
                    f"{{number}} versions are dated after {limit.words}: {{items}}.",
                    f"{name_version(path, case)} ({when})",
                ),
            )


def name_version(path: Path, case: Case) -> str:
    """Return the name of a version, such as `version 0.2`, or `a version` if it has none."""
    stated = find_item(case.submission, path).version
    return f"version {stated}" if stated else "a version"


def find_falling_numbers(case: Case) -> Iterator[Problem]:
    """Report a version with a lower number than the one above it, or with the same number."""
    numbered = [
        (path, number)
        for path, name in case.list_values("versions[].version")
        if (number := split_version(name))
    ]
    for (earlier, before), (path, number) in pairwise(numbered):
        if number <= before:
            stated, above = (find_item(case.submission, at).version for at in (path, earlier))
            yield Problem(
                path,
                f"Version {stated} comes {'twice' if number == before else f'below version {above}'}.",
                help="Correct the number, or put the versions in their order.",
                other=(earlier, "the version above"),
            )


def split_version(name: str) -> tuple[int, ...]:
    """Return the numbers in `0.10` or `v1.2`, or an empty tuple for any other name, such as `Final`."""
    match = NUMBER.fullmatch(name.strip())
    return tuple(map(int, match[1].split("."))) if match else ()


RULE = Rule(
    summary="The versions rise in date and number, and none is later than the submission",
    why="The document control table says which version was agreed. Dates or numbers out of order make that "
    "unclear. Where `submitted` is empty, the round's deadline is the day.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("versions[]",),
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
    unless=("submitted-before-invitation", "submitted-too-early"),
)
