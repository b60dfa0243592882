"""The totals below the requested posts: those in the file, and the sum of the posts."""

from __future__ import annotations

from eoi.frozen_value import FrozenValue
from eoi.submission.quantities import Money
from eoi.submission.resources import Resources, find_cost_of_all
from eoi.submission.sums import total


class PostTotals(FrozenValue):
    """Totals of the posts.

    `stated` is a stated total that no row of the table shows. `computed` is the sum of the posts, or None if
    it is not shown. It is shown if no total is stated, or if the stated one differs by more than rounding
    explains. `is_rounded` tells that it differs by no more than that.
    """

    stated: Money | None
    computed: Money | None
    agrees: bool
    is_rounded: bool

    @property
    def is_computed_alone(self) -> bool:
        """Tell whether no total is stated, so that the computed one is the total."""
        return self.computed is not None and self.agrees


def post_totals(resources: Resources) -> PostTotals:
    """Return the totals to print below the table of posts."""
    in_table = find_cost_of_all(resources.posts)
    stated = resources.total or in_table
    sum_ = total([post.cost for post in resources.real_posts], stated)
    is_rounded = sum_ is not None and not sum_.agrees and sum_.explained_by_rounding
    agrees = sum_ is None or sum_.agrees or is_rounded
    return PostTotals(
        resources.total if resources.total and str(resources.total) != str(in_table) else None,
        sum_.computed if sum_ and (stated is None or not agrees) else None,
        agrees,
        is_rounded,
    )
