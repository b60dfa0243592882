"""The survey of the public as a submission states it: the shares of views, and how many replied."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.rules.case import Case
from eoi.rules.shared.figures.precision import (
    find_least,
    find_most,
    list_whole_numbers,
    list_whole_numbers_between,
)
from eoi.source.nodes import Path
from eoi.submission.engagement import Public
from eoi.submission.quantities import Share

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
