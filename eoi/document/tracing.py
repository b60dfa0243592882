"""Marks in a rendered page that say which line of which template each piece of it comes from.

They are comments. What an officer types is escaped, so nobody can type one; and since a page is only traced
after it turned out not to be in the subset, they never stand in anything that is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from eoi.document.subset import Origin

PIECE = re.compile(r"<[a-zA-Z/!?][^>]*>?|[^<\s][^<]*|<|\s+")
REST_OF_TAG = re.compile(r"[^>]*>?")
MARK_IN_TAG = re.compile(r"(<[a-z][a-z0-9]{0,12}[^<>]{0,400})<!--@\d{1,6} [^<>]{0,400}-->")
MARK = re.compile(r"@(\d+) (.*)", re.DOTALL)


def origin_mark(origin: Origin) -> str:
    """Return the comment that says where the text after it comes from."""
    return f"<!--@{origin.line} {escape(origin.file)}-->"


def origin_in(comment: str) -> Origin | None:
    """Return the place that a comment names, if it names one."""
    found = MARK.fullmatch(comment)
    return Origin(unescape(found[2]), int(found[1])) if found else None


class Tracing(Extension):
    """Puts a mark before each tag and each text that a template begins."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        file = stream.filename or stream.name or ""
        tag_open = False
        for token in stream:
            if token.type == "data":
                marked, tag_open = trace_text(token.value, Origin(file, token.lineno), tag_open)
                yield Token(token.lineno, "data", marked)
            else:
                yield token


def trace_text(text: str, start: Origin, tag_open: bool) -> tuple[str, bool]:
    """Return the text with marks, and whether it ends inside a tag, where no mark can stand."""
    rest = REST_OF_TAG.match(text) if tag_open else None
    done = rest.end() if rest else 0
    if tag_open and not text[:done].endswith(">"):
        return text, True
    pieces = list(marked_pieces(text, start, done))
    last = PIECE.findall(text, done)[-1:]
    return text[:done] + "".join(pieces), any(is_tag(piece) and piece[-1] != ">" for piece in last)


def marked_pieces(text: str, start: Origin, done: int) -> Iterator[str]:
    """Yield the pieces of a template's text, each after the mark of its line."""
    for piece in PIECE.finditer(text, done):
        if not piece[0].isspace():
            yield origin_mark(Origin(start.file, start.line + text.count("\n", 0, piece.start())))
        yield piece[0]


def drop_marks_in_tags(page: str) -> str:
    """Return a page without the marks inside tags, which macros that write attributes leave there."""
    while (bare := MARK_IN_TAG.sub(r"\1", page)) != page:
        page = bare
    return page


def is_tag(piece: str) -> bool:
    """Tell whether a piece of text is a tag."""
    return piece[0] == "<" and len(piece) > 1
