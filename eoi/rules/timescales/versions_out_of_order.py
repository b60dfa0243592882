"""Versions of the document whose dates or numbers do not rise, or that are after the submission."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from eoi.expressions import Expression
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before, is_over, weigh_by
from eoi.source.nodes import Path
from eoi.submission.days import DateRange
from eoi.submission.paths import find_item

NUMBER = Expression(r"(?:v|version)?\.? ?(\d{1,4}(?:\.\d{1,4}){0,3})", re.IGNORECASE | re.ASCII)
MOST_DIGITS = 4  # of each part of a number


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
    """Report a version with a lower number than the one above it, or with the same number.

    After 0.9 comes 0.10 for some, and after 0.15 comes 0.2 for others. The numbers are read in the way in
    which more of them rise.
    """
    numbered = [
        (path, match[1].split("."))
        for path, name in case.list_values("versions[].version")
        if (match := NUMBER.fullmatch(name.strip()))
    ]
    for earlier, path, is_same in min((list_falls(numbered, read) for read in READINGS), key=len):
        stated, above = (find_item(case.submission, at).version for at in (path, earlier))
        yield Problem(
            path,
            f"Version {stated} comes {'twice' if is_same else f'below version {above}'}.",
            help="Correct the number, or put the versions in their order.",
            other=(earlier, "the version above"),
        )


def list_falls(
    numbered: Sequence[tuple[Path, list[str]]], read: Callable[[list[str]], list[int]]
) -> list[tuple[Path, Path, bool]]:
    """Return each place where the number does not rise, after that above it, and whether both are equal."""
    keys = [(path, read(parts)) for path, parts in numbered]
    return [
        (earlier, path, key == before) for (earlier, before), (path, key) in pairwise(keys) if key <= before
    ]


def read_as_counts(parts: list[str]) -> list[int]:
    """Return the parts of a number as whole numbers, so that 0.10 is above 0.9 and 1.0 is 1."""
    numbers = [*map(int, parts)]
    while numbers[1:] and not numbers[-1]:
        numbers.pop()
    return numbers


def read_as_decimals(parts: list[str]) -> list[int]:
    """Return the parts of a number with those behind a point as decimals, so that 0.2 is above 0.15."""
    return read_as_counts([parts[0], *(part.ljust(MOST_DIGITS, "0") for part in parts[1:])])


READINGS = (read_as_counts, read_as_decimals)
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
