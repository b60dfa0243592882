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
from eoi.document.subset.inlines import plain_text
from eoi.document.subset.typography import NO_BREAK, release_terms
from eoi.writers.glyphs import is_visible, make_storable
from eoi.writers.pdf.context import PdfContext
from eoi.writers.text import external_address, keep_together, runs_right_to_left

Node = str | dict[str, Any]

# Scripts from right to left that only the second font has. Typst would use the first font for the spaces
# between their words, and a screen reader would then read the words in the wrong order.
LETTERS = "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
ARABIC = re.compile(f"[{LETTERS}]+(?:[\\W\\d_]+[{LETTERS}]+)*")
HELD = rf"(?<!\w)\w+(?:{NO_BREAK}\w+)+"  # a term that stays on one line
APART = re.compile(f"({ARABIC.pattern}|{HELD})")
LONG = re.compile(r"\S{25}")
PIECES = re.compile(r"\s*(?:[^\s./_@?&=,;-]{1,24}[./_@?&=,;-]*|[./_@?&=,;-]+)|\s+")


def line_node(children: tuple[Inline, ...], context: PdfContext) -> dict[str, Any]:
    """Encode the content of a line, and whether it runs from right to left."""
    return {
        "inner": inline_nodes(children, context),
        "rtl": runs_right_to_left(context.spelt(plain_text(children))),
    }


def inline_nodes(children: Iterable[Inline], context: PdfContext, linked: bool = False) -> list[Node]:
    """Encode inline values one after another."""
    return [node for child in children for node in nodes_of(child, context, linked)]


def nodes_of(child: Inline, context: PdfContext, linked: bool) -> list[Node]:
    """Encode one inline value. A text can become several nodes."""
    match child:
        case Text(text):
            return text_nodes(context.spelt(keep_together(text)))
        case Code(text):
            return [{"kind": "code", "text": context.spelt(text)}] if text else []
        case Strong(children):
            return [{"kind": "strong", "inner": inline_nodes(children, context, linked)}]
        case Emphasis(children):
            return [{"kind": "emphasis", "inner": inline_nodes(children, context, linked)}]
        case InsertedWords(children, move):
            kind = "moved-here" if move else "inserted"
            return [{"kind": kind, "inner": inline_nodes(children, context, linked)}]
        case DeletedWords(children, move):
            kind = "moved-away" if move else "deleted"
            return [{"kind": kind, "inner": inline_nodes(children, context, linked)}]
        case Footnote(children):
            return [{"kind": "footnote", "inner": inline_nodes(children, context)}]
        case Link(href, children, anchor):
            nodes = link_nodes(href, children, context, linked)
            return [{"kind": "mark", "inner": nodes, "anchor": anchor}] if anchor else nodes
        case Reference(anchor, text):
            return link_nodes(f"#{anchor}", (Text(text),), context, linked)
        case RemarkedWords(children, _):
            return inline_nodes(children, context, linked)
        case Checkbox():
            return [{"kind": "box", "glyph": child.glyph}]
        case LineBreak():
            return [{"kind": "break"}]
        case _:
            assert_never(child)


def link_nodes(href: str, children: tuple[Inline, ...], context: PdfContext, linked: bool) -> list[Node]:
    """Encode a link.

    Only its text is encoded if it has no target, is inside a link, or has no visible words.
    """
    target = {} if linked else link_target(href, context)
    inner = inline_nodes(children, context, linked or bool(target))
    if not target or not is_visible(plain_text(children)):
        return inner
    return [{"kind": "link", "inner": inner, **target}]


def link_target(href: str, context: PdfContext) -> dict[str, str]:
    """Encode the target of a link; return an empty mapping if it has none."""
    if href.startswith("#"):
        return {"anchor": make_storable(href[1:])} if href[1:] in context.anchors else {}
    address = external_address(href)
    return {"address": address} if address else {}


def text_nodes(text: str) -> list[Node]:
    """Encode a text, with Arabic words and terms kept on one line in nodes of their own."""
    if text.isascii() or not (NO_BREAK in text or ARABIC.search(text)):
        return [text_node(text)] if text else []
    pieces = enumerate(APART.split(text))
    return [node_apart(piece) if index % 2 else text_node(piece) for index, piece in pieces if piece]


def node_apart(text: str) -> Node:
    """Encode words of an Arabic script, or a term kept on one line, with ordinary hyphens to search for."""
    if ARABIC.match(text):
        return {"kind": "arabic", "text": text}
    return {"kind": "held", "text": release_terms(text)}


def text_node(text: str) -> Node:
    """Encode a text, with places to break if a word is too long for a narrow column."""
    return {"kind": "long", "pieces": PIECES.findall(text)} if LONG.search(text) else text
