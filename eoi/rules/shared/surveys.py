"""What a submission says of its survey of the public: the shares of views, and how many replied."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.rules.rule import Case
from eoi.rules.shared.precision import least, most, whole_numbers, whole_numbers_between
from eoi.source.nodes import Path
from eoi.submission.engagement import Public
from eoi.submission.quantities import Share

PUBLIC: Path = ("engagement", "public")
VIEWS: Path = (*PUBLIC, "views")


def survey(case: Case) -> Public | None:
    engagement = case.submission.engagement
    return engagement.public if engagement else None


def shares_given(case: Case) -> Iterator[tuple[str, Share]]:
    public = survey(case)
    views = public.views if public else None
    if views:
        named = (("for", views.in_favour), ("against", views.against), ("unsure", views.unsure))
        yield from ((name, share) for name, share in named if share)


def replies(public: Public) -> range:
    """How many people can have replied; empty where it isn't said, or where the figures contradict."""
    if public.responses:
        return whole_numbers(public.responses)
    if public.sent and public.response_rate:
        return replies_by_rate(whole_numbers(public.sent), public.response_rate)
    return range(0)


def replies_by_rate(sent: range, rate: Share) -> range:
    if not sent:
        return range(0)
    return whole_numbers_between(least(rate) * sent[0] / 100, most(rate) * sent[-1] / 100)
