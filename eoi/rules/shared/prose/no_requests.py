"""Sentences by which no posts or no money are asked for."""

from __future__ import annotations

import re

from eoi.expressions import Expression, WordList
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import holds, is_certain, is_of_another_time

WE = r"(?:we|ccgs?|proposal|bid)"
ASKS = (
    r"(?:(?:ask|bid)(?:s|ing)? for|seek(?:s|ing)?|request(?:s|ing)?|"
    rf"{WE} (?:(?:is|are) [\w -]{{1,40}} and )?(?:need|require)s?)"
)
MONEY = r"(?:(?:money|funding|funds|resources) (?:and|or|nor) (?:no )?)"
ANY_POSTS = r"(?:extra |new |additional )?(?:posts?|staff)\b"
# `No other posts`, `no posts beyond this one` and `no posts in the second year` leave the posts of the list.
ENDS = r"(?=\s*(?:[.,;:)]|and\b|or\b|nor\b|in (?:this|our) (?:bid|proposal|application)|$))"
NO_POSTS = Expression(
    rf"\b{ASKS} (?:no |neither )(?:extra |new |additional )?{MONEY}?{ANY_POSTS}{ENDS}"
    rf"|\bno {ANY_POSTS} (?:are|is) (?:asked for|requested|sought|needed|required){ENDS}"
    rf"|\b{WE} (?:do|does) not (?:ask for|seek|request|need|require) (?:any )?{MONEY}?{ANY_POSTS}{ENDS}",
    words="post|staff",
)
BEYOND = WordList("beyond|other than|except|apart from|besides|more than|except for")
ANY_MONEY = r"(?:extra |new |additional |further |more )?(?:money|funding|funds|resources)\b"
NO_MONEY = Expression(
    rf"\b{ASKS} no {ANY_MONEY}{ENDS}"
    rf"|\bno {ANY_MONEY} (?:is|are|will be|would be) (?:asked for|requested|sought|needed|required){ENDS}"
    rf"|\b{WE} (?:do|does) not (?:ask for|seek|request|need|require) (?:any )?{ANY_MONEY}{ENDS}"
    rf"|\b{WE} (?:is|are|will be|would be) cost[- ]neutral\b",
    words="money|fund|resources|neutral",
)
# Every match contains one of these strings, and looking for them is ten times as quick.
MONEY_ROOTS = (
    "no money", "no fund", "no resources", "no extra", "no new", "no additional", "no further", "no more",
    "not ask", "not seek", "not request", "not need", "not require", "neutral",
)  # fmt: skip
ROOTS = (
    "no post", "no staff", "no extra", "no new", "no additional", "no money", "no fund", "no resources",
    "neither ", "not ask", "not seek", "not request", "not need", "not require",
)  # fmt: skip


def find_no_posts(flat: str) -> re.Match[str] | None:
    """Return the words of a sentence that ask for no posts at all, or None."""
    return NO_POSTS.search(flat) if holds(ROOTS, flat) else None


def find_no_money(sentence: Sentence) -> re.Match[str] | None:
    """Return the words of a sentence that ask for no money, or None if it also asks for no posts."""
    found = NO_MONEY.search(sentence.flat) if holds(MONEY_ROOTS, sentence.flat) else None
    if not found or find_no_posts(sentence.flat) or is_of_another_time(sentence.flat):
        return None
    return found if is_certain(sentence) and not BEYOND.is_in(sentence.flat) else None
