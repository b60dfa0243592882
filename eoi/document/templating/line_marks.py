"""Marks in a rendered page that give the line of the template for each piece of it.

They are comments. The text of an officer is escaped, so nobody can type one. A page is traced only to find a
mistake, so no mark gets into a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from eoi.document.subset.elements import Origin

PIECE = re.compile(r"<[a-zA-Z/!?][^>]*>?|[^<\s][^<]*|<|\s+")
REST_OF_TAG = re.compile(r"[^>]*>?")
MARK_IN_TAG = re.compile(r"(<[a-z][a-z0-9]{0,12}[^<>]{0,400})<!--@\d{1,6} [^<>]{0,400}-->")
MARK = re.compile(r"@(\d+) (.*)", re.DOTALL)


def write_origin_mark(origin: Origin) -> str:
    """Return the comment that gives the origin of the text behind it."""
    return f"<!--@{origin.line} {escape(origin.file)}-->"


def read_origin_mark(comment: str) -> Origin | None:
    """Return the origin that a comment gives; return None for any other comment."""
    found = MARK.fullmatch(comment)
    return Origin(unescape(found[2]), int(found[1])) if found else None


class Tracing(Extension):
    """An extension of Jinja that puts a mark before each tag and each text of a template."""

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
    """Return the text with marks, and whether it ends inside a tag. No mark can be put inside a tag."""
    rest = REST_OF_TAG.match(text) if tag_open else None
    done = rest.end() if rest else 0
    if tag_open and not text[:done].endswith(">"):
        return text, True
    pieces = list(mark_template_pieces(text, start, done))
    last = PIECE.findall(text, done)[-1:]
    return text[:done] + "".join(pieces), any(is_tag(piece) and piece[-1] != ">" for piece in last)


def mark_template_pieces(text: str, start: Origin, done: int) -> Iterator[str]:
    """Yield the pieces of a template's text, each behind a mark with its line."""
    for piece in PIECE.finditer(text, done):
        if not piece[0].isspace():
            yield write_origin_mark(Origin(start.file, start.line + text.count("\n", 0, piece.start())))
        yield piece[0]


def drop_marks_in_tags(page: str) -> str:
    """Return a page without the marks inside tags. Macros that write attributes leave such marks."""
    while (bare := MARK_IN_TAG.sub(r"\1", page)) != page:
        page = bare
    return page


def is_tag(piece: str) -> bool:
    """Tell whether a piece of text is a tag."""
    return piece[0] == "<" and len(piece) > 1
