"""The survey of the public: the shares of views, how many replied, and how many people a share stands for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor

from eoi.rules.case import Case
from eoi.rules.shared.figures.rounding import (
    find_least,
    find_most,
    list_whole_numbers,
    list_whole_numbers_between,
)
from eoi.source.nodes import Path
from eoi.submission.engagement import Public
from eoi.submission.quantities import Share
from eoi.submission.sums import measure_margin

PUBLIC: Path = ("engagement", "public")
VIEWS: Path = (*PUBLIC, "views")


def find_survey(case: Case) -> Public | None:
    """Return the engagement of the public, or None if the file has none."""
    engagement = case.submission.engagement
    return engagement.public if engagement else None


def list_shares(case: Case) -> Iterator[tuple[str, Share]]:
    """Yield the shares of the views that are stated, each after its name."""
    public = find_survey(case)
    views = public.views if public else None
    if views:
        named = (("for", views.in_favour), ("against", views.against), ("unsure", views.unsure))
        yield from ((name, share) for name, share in named if share)


def count_replies(public: Public) -> range:
    """Return the range of how many people can have replied.

    It is empty if that is missing, or if the figures contradict each other.
    """
    if public.responses:
        return list_whole_numbers(public.responses)
    if public.sent and public.response_rate:
        return count_replies_by_rate(list_whole_numbers(public.sent), public.response_rate)
    return range(0)


def count_replies_by_rate(sent: range, rate: Share) -> range:
    """Return the range of how many can have replied, by the number asked and the response rate."""
    if not sent:
        return range(0)
    return list_whole_numbers_between(find_least(rate) * sent[0] / 100, find_most(rate) * sent[-1] / 100)


def find_parts_beside(share: Share, people: int) -> tuple[int, ...]:
    """Return the whole numbers of `people` just below and just above `share`, or one if it is exact."""
    exact = share.amount * people / 100
    return tuple(sorted({floor(exact), ceil(exact)}))


def find_nearest_part(share: Share, people: int) -> int:
    """Return the number of people whose share is nearest to this one."""
    return min(find_parts_beside(share, people), key=lambda part: abs(measure_miss(share, part, people)))


def measure_miss(share: Share, part: int, people: int) -> Decimal:
    """Return how far `share` is from `part` of `people`, in hundredths of a person.

    In this unit the result is exact.
    """
    return share.amount * people - 100 * part


def is_properly_rounded(share: Share, part: int, people: int) -> bool:
    """Tell whether `share` is `part` of `people`, properly rounded."""
    return abs(measure_miss(share, part, people)) <= measure_margin(share) * people


def is_cut_off(share: Share, part: int, people: int) -> bool:
    """Tell whether `share` is less than one step from `part` of `people`, so that it may be cut off."""
    return abs(measure_miss(share, part, people)) < 2 * measure_margin(share) * people


def round_share(share: Share, part: int, people: int) -> Decimal:
    """Return `part` of `people` to the precision of `share`."""
    steps = (Decimal(100 * part) / people / share.step).to_integral_value(ROUND_HALF_UP)
    return steps * share.step


def format_percent(part: int, people: int, share: Share) -> str:
    """Return a percentage with one decimal place more than `share`, so that the difference shows."""
    decimals = 1 - int(share.step.as_tuple().exponent)
    return f"{Decimal(100 * part) / people:.{decimals}f}%"


def describe_neighbours(share: Share, people: int) -> str:
    """Return words such as `7 of 12 is 58.3% and 8 of 12 is 66.7%`."""
    return " and ".join(
        f"{part:,} of {people:,} is {format_percent(part, people, share)}"
        for part in find_parts_beside(share, people)
    )
