"""Words within a line as data for Typst: strings, and their formatting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, assert_never

from eoi.document.inline import (
    Checkbox,
    Code,
    DeletedWords,
    Emphasis,
    Footnote,
    Inline,
    InsertedWords,
    LineBreak,
    Link,
    Reference,
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import NO_BREAK, release_terms
from eoi.writers.glyphs import is_visible, make_storable
from eoi.writers.pdf.context import PdfContext
from eoi.writers.text import encode_external_address, keep_together, runs_right_to_left

Node = str | dict[str, Any]

# Scripts from right to left that only the second font has. Typst would use the first font for the spaces
# between their words, and a screen reader would then read the words in the wrong order.
LETTERS = "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
ARABIC = re.compile(f"[{LETTERS}]+(?:[\\W\\d_]+[{LETTERS}]+)*")
HELD = rf"(?<!\w)\w+(?:{NO_BREAK}\w+)+"  # a term that stays on one line
APART = re.compile(f"({ARABIC.pattern}|{HELD})")
LONG = re.compile(r"\S{25}")
PIECES = re.compile(r"\s*(?:[^\s./_@?&=,;-]{1,24}[./_@?&=,;-]*|[./_@?&=,;-]+)|\s+")


def encode_line(children: tuple[Inline, ...], context: PdfContext) -> dict[str, Any]:
    """Encode the content of a line, and whether it runs from right to left."""
    return {
        "inner": encode_inlines(children, context),
        "rtl": runs_right_to_left(context.spelt(read_plain_words(children))),
    }


def encode_inlines(children: Iterable[Inline], context: PdfContext, linked: bool = False) -> list[Node]:
    """Encode inline values one after another."""
    return [node for child in children for node in encode_inline(child, context, linked)]


def encode_inline(child: Inline, context: PdfContext, linked: bool) -> list[Node]:
    """Encode one inline value. A text can become several nodes."""
    match child:
        case Text(text):
            return encode_text_pieces(context.spelt(keep_together(text)))
        case Code(text):
            return [{"kind": "code", "text": context.spelt(text)}] if text else []
        case Strong(children):
            return [{"kind": "strong", "inner": encode_inlines(children, context, linked)}]
        case Emphasis(children):
            return [{"kind": "emphasis", "inner": encode_inlines(children, context, linked)}]
        case InsertedWords(children, move):
            kind = "moved-here" if move else "inserted"
            return [{"kind": kind, "inner": encode_inlines(children, context, linked)}]
        case DeletedWords(children, move):
            kind = "moved-away" if move else "deleted"
            return [{"kind": kind, "inner": encode_inlines(children, context, linked)}]
        case Footnote(children):
            return [{"kind": "footnote", "inner": encode_inlines(children, context)}]
        case Link(href, children, anchor):
            nodes = encode_link(href, children, context, linked)
            return [{"kind": "mark", "inner": nodes, "anchor": anchor}] if anchor else nodes
        case Reference(anchor, text):
            return encode_link(f"#{anchor}", (Text(text),), context, linked)
        case RemarkedWords(children, _):
            return encode_inlines(children, context, linked)
        case Checkbox():
            return [{"kind": "box", "glyph": child.glyph}]
        case LineBreak():
            return [{"kind": "break"}]
        case _:
            assert_never(child)


def encode_link(href: str, children: tuple[Inline, ...], context: PdfContext, linked: bool) -> list[Node]:
    """Encode a link.

    Only its text is encoded if it has no target, is inside a link, or has no visible words.
    """
    target = {} if linked else write_link_target(href, context)
    inner = encode_inlines(children, context, linked or bool(target))
    if not target or not is_visible(read_plain_words(children)):
        return inner
    return [{"kind": "link", "inner": inner, **target}]


def write_link_target(href: str, context: PdfContext) -> dict[str, str]:
    """Encode the target of a link; return an empty mapping if it has none."""
    if href.startswith("#"):
        return {"anchor": make_storable(href[1:])} if href[1:] in context.anchors else {}
    address = encode_external_address(href)
    return {"address": address} if address else {}


def encode_text_pieces(text: str) -> list[Node]:
    """Encode a text, with Arabic words and terms kept on one line in nodes of their own."""
    if text.isascii() or not (NO_BREAK in text or ARABIC.search(text)):
        return [encode_plain_piece(text)] if text else []
    pieces = enumerate(APART.split(text))
    return [
        encode_piece_apart(piece) if index % 2 else encode_plain_piece(piece)
        for index, piece in pieces
        if piece
    ]


def encode_piece_apart(text: str) -> Node:
    """Encode words of an Arabic script, or a term kept on one line, with ordinary hyphens to search for."""
    if ARABIC.match(text):
        return {"kind": "arabic", "text": text}
    return {"kind": "held", "text": release_terms(text)}


def encode_plain_piece(text: str) -> Node:
    """Encode a text, with places to break if a word is too long for a narrow column."""
    return {"kind": "long", "pieces": PIECES.findall(text)} if LONG.search(text) else text
