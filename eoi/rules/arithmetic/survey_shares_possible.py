"""Shares of a survey that no whole number of people could give."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures import surveys
from eoi.rules.shared.figures.surveys import PUBLIC, VIEWS, count_replies, find_survey, list_shares
from eoi.rules.shared.problems import is_said_in
from eoi.source.nodes import Path
from eoi.submission.engagement import Public
from eoi.submission.quantities import Share

MOST_NUMBERS = 200  # if more numbers of replies are possible, any share is possible

ANSWERED = WordList("answered|replied to|responded to")
A_NUMBER = Expression(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")


def check(case: Case) -> Iterator[Problem]:
    public = find_survey(case)
    numbers = count_replies(public) if public else range(0)
    if public is None or not numbers or numbers[0] == 0 or numbers.stop - numbers.start > MOST_NUMBERS:
        return
    given = dict(list_shares(case))
    impossible = [
        (name, share)
        for name, share in given.items()
        if not share.approximate and not any(is_share_of_some(share, people) for people in numbers)
    ]
    if not impossible or is_said_in(case, "engagement.public.issues[]", ANSWERED, A_NUMBER):
        return
    if not any(is_adjusted(tuple(given.values()), people) for people in numbers):
        for name, share in impossible:
            yield report(name, share, numbers, public)


def is_share_of_some(share: Share, people: int) -> bool:
    """Tell whether some whole number out of this many people gives this share, if properly rounded."""
    return surveys.is_properly_rounded(share, surveys.find_nearest_part(share, people), people)


def is_adjusted(given: tuple[Share, ...], people: int) -> bool:
    """Tell whether shares add up to 100 only because they were cut off instead of rounded."""
    parts = [surveys.find_nearest_part(share, people) for share in given]
    proper = sum(surveys.round_share(share, part, people) for share, part in zip(given, parts, strict=True))
    cut_off = (surveys.is_cut_off(share, part, people) for share, part in zip(given, parts, strict=True))
    return sum(parts) == people and sum(share.amount for share in given) == 100 != proper and all(cut_off)


def report(name: str, share: Share, numbers: range, public: Public) -> Problem:
    path, stated = find_source(public)
    if numbers.stop - numbers.start > 1:
        message = f"No whole number of people is {share} of {numbers[0]:,} to {numbers[-1]:,} replies."
    else:
        message = f"No whole number of {numbers[0]:,} people is {share}: "
        message += f"{surveys.describe_neighbours(share, numbers[0])}."
    nearly = any(
        surveys.is_cut_off(share, surveys.find_nearest_part(share, people), people) for people in numbers
    )
    return Problem(
        (*VIEWS, name),
        message,
        help="Round each share to the nearest figure."
        if nearly
        else "Check the share and the number of replies; if fewer answered this question, say in "
        "`engagement.public.issues` how many.",
        other=(path, stated),
        severity=Severity.ADVICE if nearly else None,
    )


def find_source(public: Public) -> tuple[Path, str]:
    """Return the field that says how many replied, and its name."""
    if public.responses:
        return (*PUBLIC, "responses"), "the replies"
    return (*PUBLIC, "response_rate"), "the replies follow from this"


RULE = Rule(
    summary="The shares in a survey are those of whole people",
    why="Of 12 people, 7 are 58% and 8 are 67%; none are 60%. A share that cannot be comes from another "
    "survey, or from a slip.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: 58%, 17% and 25% are 7, 2 and 3 of the 12 people who replied",
    needs=("engagement.public",),
    fails="""
engagement:
  public:
    responses: 12
    views: {for: 60%, against: 15%, unsure: 25%}
""",
    passes="""
engagement:
  public:
    sent: 42
    response_rate: 28.6%
    views: {for: 58%, against: 17%, unsure: 25%}
""",
)
