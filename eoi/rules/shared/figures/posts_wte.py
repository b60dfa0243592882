"""The whole-time equivalents of the posts asked for, each and all together, and which one a figure means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.figures_against_fields import StatedField
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.quantities import Number

POSTS: Path = ("resources", "posts")
ALL_POSTS_WTE = "the whole-time equivalent of all posts asked for"
ASKED_FOR = frozenset(["post", "posts", "ask", "asks", "bid", "need", "needs", "request", "recruit"])
THERE_NOW = frozenset(["existing", "current", "currently", "already", "now", "today", "has", "have"])


def list_posts_wte(case: Case) -> Iterator[StatedField]:
    """Yield the whole-time equivalent of each post asked for, and that of all of them if each states one."""
    posts = case.submission.resources.posts if case.submission.resources else ()
    real = [(index, post) for index, post in enumerate(posts) if not post.is_sum]
    stated = [(index, post.wte) for index, post in real if post.wte]
    for index, wte in stated:
        yield StatedField((*POSTS, index, "wte"), wte, "the whole-time equivalent of this post")
    if stated and len(stated) == len(real):
        total = sum((wte.amount for _, wte in stated), Decimal(0))
        step = min(wte.step for _, wte in stated)
        yield StatedField(POSTS, Number(f"{total.normalize():f}", total, step), ALL_POSTS_WTE)


def choose_posts(case: Case, figure: ProseFigure, fields: Sequence[StatedField]) -> Sequence[StatedField]:
    """Return the fields of the post that a sentence names, or all fields if it names none.

    A figure that is that of all posts together is right also beside the name of one of them.
    """
    said = reduce_to_words(figure.sentence)
    named = [field for field in fields if (role := find_role(case, field)) and role in said]
    together = [field for field in fields if field.name == ALL_POSTS_WTE]
    return together if any(figure.agrees_with(field.stated) for field in together) else named or fields


def find_role(case: Case, field: StatedField) -> str:
    """Return the words for the role of the post that a field is of, or an empty text."""
    resources, path = case.submission.resources, field.path
    if resources is None or path[:2] != POSTS or len(path) < 3 or not isinstance(index := path[2], int):
        return ""
    return reduce_to_words(resources.posts[index].role or "")


def is_of_posts_asked_for(case: Case, figure: ProseFigure, field: StatedField) -> bool:
    """Tell whether a figure is of a post that its sentence names, or counts all posts asked for.

    It may also be of a post that is not named, or of the people there are now.
    """
    words = reduce_to_words(figure.sentence)
    if field.name != ALL_POSTS_WTE:
        return bool(role := find_role(case, field)) and role in words
    asks = figure.written.path[0] == "resources" or not ASKED_FOR.isdisjoint(words.split())
    return asks and THERE_NOW.isdisjoint(words.split())
