"""The posts and the lines of the budget that have an amount, and figures that are the sum of some of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.figures_against_fields import StatedField, Subject, make_sum
from eoi.rules.shared.prose.words import SMALL, reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.quantities import Money

# `Without the lead the posts cost`: those that are named are left out.
LEAVES_OUT = Expression(
    r"\b(?:without|except(?: for)?|apart from|excluding|exclude[sd]?|other than|besides|not counting|"
    r"leaving out|with the exception of)\b",
    words="without|except|apart|exclud|other than|besides|not counting|leaving out",
)
# More items than that have too many sums, one of which may equal a figure by chance.
MOST_ITEMS = 14


def list_item_subjects(case: Case) -> Iterator[Subject]:
    """Yield each post and each line of the budget as a subject, recognised by its own name."""
    for path, name, amount in list_named_amounts(case):
        words = [word for word in reduce_to_words(name).split() if word not in SMALL]
        if words and name and "total" not in words:
            pattern = Expression(r"\b" + r"\W+(?:\w+\W+){0,2}?".join(map(re.escape, words)) + r"s?\b")
            yield Subject(pattern, [StatedField(path, amount, f"the amount for '{name}'")])


def list_named_amounts(case: Case) -> Iterator[tuple[Path, str, Money]]:
    """Yield the amount of each post and each line of the budget, with its name."""
    s = case.submission
    for index, post in enumerate(s.resources.posts if s.resources else ()):
        if post.role and post.cost:
            yield ("resources", "posts", index, "cost"), post.role, post.cost
    budget = s.arrangement.budget if s.arrangement else None
    for index, line in enumerate(budget.lines if budget else ()):
        for name in ("plan", "budget"):
            if line.line and (amount := getattr(line, name)):
                yield ("arrangement", "budget", "lines", index, name), line.line, amount


def is_sum_of_some(case: Case, figure: ProseFigure) -> bool:
    """Tell whether an amount is the sum of some posts or lines that its sentence names or counts.

    `The five new posts cost £196,000` is right where five of six posts cost that. Without such words a sum
    that lacks one post is a total that was left behind.
    """
    items = list(list_item_subjects(case))
    for kind in (("posts",), ("lines", "budget"), ("lines", "plan")):
        alike = [item for item in items if set(kind) <= set(item.fields[0].path[1:])]
        if len(alike) > 2 and any(
            agrees_with_sum(figure, some) for some in list_items_meant(case, figure, alike) if some
        ):
            return True
    return False


def list_items_meant(
    case: Case, figure: ProseFigure, items: Sequence[Subject]
) -> Iterator[Sequence[Subject]]:
    """Yield the items that a sentence names, the others if it leaves them out, and as many as it counts."""
    flat = figure.said.flat
    named = [item for item in items if item.words.search(flat)]
    if len(named) > 1:
        yield named
    if named and " and " in flat:  # the other one has a shorter name, such as `the analyst`
        yield from ((*named, other) for other in items if other not in named)
    if named and LEAVES_OUT.search(flat):
        yield [item for item in items if item not in named]
    if len(items) <= MOST_ITEMS:
        counts = {int(one.amount) for one in case.figures if one.said is figure.said and one.unit == "count"}
        for size in sorted(counts & set(range(2, len(items)))):
            yield from combinations(items, size)


def agrees_with_sum(figure: ProseFigure, items: Sequence[Subject]) -> bool:
    """Tell whether an amount is the sum of some items, as exactly as it is given."""
    found = [(item.fields[0].path, item.fields[0].stated) for item in items]
    total = sum((value.amount for _, value in found), Decimal(0))
    return figure.agrees_with(make_sum(total, found[0][1], found))
