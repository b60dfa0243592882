"""Marks in a rendered page that say which line of which template each piece of it comes from.

They are comments. What an officer types is escaped, so nobody can type one; and since a page is only traced
after it turned out not to be in the subset, they never stand in anything that is kept.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple

MARK_IN_TAG = re.compile(r"(<[a-z][a-z0-9]{0,12}[^<>]{0,400})<!--@\d{1,6} [^<>]{0,400}-->")
MARK = re.compile(r"@(\d+) (.*)", re.DOTALL)


class Origin(NamedTuple):
    """The line of a template that something comes from."""

    file: str
    line: int


def origin_mark(origin: Origin) -> str:
    """Return the comment that says where the text after it comes from."""
    return f"<!--@{origin.line} {escape(origin.file)}-->"


def origin_in(comment: str) -> Origin | None:
    """Return the place that a comment names, if it names one."""
    found = MARK.fullmatch(comment)
    return Origin(unescape(found[2]), int(found[1])) if found else None


def drop_marks_in_tags(page: str) -> str:
    """Return a page without the marks of what stands inside a tag, as attributes that a macro writes do."""
    while (bare := MARK_IN_TAG.sub(r"\1", page)) != page:
        page = bare
    return page
