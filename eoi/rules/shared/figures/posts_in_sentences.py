"""Statements that no posts are asked for: `we ask for no money and no posts`."""

from __future__ import annotations

import re

from eoi.expressions import Expression
from eoi.rules.shared.prose.mood import holds

WE = r"(?:we|ccgs?|proposal|bid)"
ASKS = rf"(?:(?:ask|bid)(?:s|ing)? for|seek(?:s|ing)?|request(?:s|ing)?|{WE} (?:need|require)s?)"
MONEY = r"(?:(?:money|funding|funds|resources) (?:and|or|nor) (?:no )?)"
POSTS = r"(?:extra |new |additional )?(?:posts?|staff)\b"
# `No other posts`, `no posts beyond this one` and `no posts in the second year` leave the posts of the list.
ENDS = r"(?=\s*(?:[.,;:)]|and\b|or\b|nor\b|in (?:this|our) (?:bid|proposal|application)|$))"
NO_POSTS = Expression(
    rf"\b{ASKS} (?:no |neither )(?:extra |new |additional )?{MONEY}?{POSTS}{ENDS}"
    rf"|\bno {POSTS} (?:are|is) (?:asked for|requested|sought|needed|required){ENDS}"
    rf"|\b{WE} (?:do|does) not (?:ask for|seek|request|need|require) (?:any )?{MONEY}?{POSTS}{ENDS}",
    words="post|staff",
)
# Every match contains one of these strings, and looking for them is ten times as quick.
ROOTS = (
    "no post", "no staff", "no extra", "no new", "no additional", "no money", "no fund", "no resources",
    "neither ", "not ask", "not seek", "not request", "not need", "not require",
)  # fmt: skip


def find_no_posts(flat: str) -> re.Match[str] | None:
    """Return the words of a sentence that ask for no posts at all, or None."""
    return NO_POSTS.search(flat) if holds(ROOTS, flat) else None
