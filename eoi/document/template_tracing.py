"""Templates that mark each tag and each text with the line that it comes from, where a page is traced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from eoi.document.tracing import Origin, origin_mark

PIECE = re.compile(r"<[a-zA-Z/!?][^>]*>?|[^<\s][^<]*|<|\s+")
REST_OF_TAG = re.compile(r"[^>]*>?")


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


def is_tag(piece: str) -> bool:
    """Tell whether a piece of text is a tag."""
    return piece[0] == "<" and len(piece) > 1
