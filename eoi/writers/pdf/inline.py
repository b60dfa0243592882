"""Words within a line, as data for Typst: strings, and what is done to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, assert_never

from eoi.document.blocks import (
    Checkbox,
    Code,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Remarked,
    Strong,
    Text,
)
from eoi.document.inlines import plain_text
from eoi.writers.pdf.ledger import Ledger
from eoi.writers.spelling import is_visible, storable
from eoi.writers.text import external_address, held, runs_right_to_left

Node = str | dict[str, Any]

# Scripts from right to left that only the second font has. Typst would take the spaces between their words
# from the first, and a screen reader would then read the words from the last to the first.
LETTERS = "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
ARABIC = re.compile(f"([{LETTERS}]+(?:[\\W\\d_]+[{LETTERS}]+)*)")
LONG = re.compile(r"\S{25}")
PIECES = re.compile(r"\s*(?:[^\s./_@?&=,;-]{1,24}[./_@?&=,;-]*|[./_@?&=,;-]+)|\s+")


def line(children: tuple[Inline, ...], ledger: Ledger) -> dict[str, Any]:
    return {"inner": inlines(children, ledger), "rtl": runs_right_to_left(ledger.spelt(plain_text(children)))}


def inlines(children: Iterable[Inline], ledger: Ledger, linked: bool = False) -> list[Node]:
    return [node for child in children for node in inline(child, ledger, linked)]


def inline(child: Inline, ledger: Ledger, linked: bool) -> list[Node]:
    match child:
        case Text(text):
            return text_nodes(ledger.spelt(held(text)))
        case Code(text):
            return [{"kind": "code", "text": ledger.spelt(text)}] if text else []
        case Strong(children):
            return [{"kind": "strong", "inner": inlines(children, ledger, linked)}]
        case Emphasis(children):
            return [{"kind": "emphasis", "inner": inlines(children, ledger, linked)}]
        case Footnote(children):
            return [{"kind": "footnote", "inner": inlines(children, ledger)}]
        case Link(href, children):
            return link(href, children, ledger, linked)
        case Reference(anchor, text):
            return link(f"#{anchor}", (Text(text),), ledger, linked)
        case Remarked(children, _):
            return inlines(children, ledger, linked)
        case Checkbox():
            return [{"kind": "box", "glyph": child.glyph}]
        case LineBreak():
            return [{"kind": "break"}]
        case _:
            assert_never(child)


def link(href: str, children: tuple[Inline, ...], ledger: Ledger, linked: bool) -> list[Node]:
    """A link that leads nowhere, stands within another or cannot be seen is written as its text."""
    target = {} if linked else target_of(href, ledger)
    inner = inlines(children, ledger, linked or bool(target))
    if not target or not is_visible(plain_text(children)):
        return inner
    return [{"kind": "link", "inner": inner, **target}]


def target_of(href: str, ledger: Ledger) -> dict[str, str]:
    if href.startswith("#"):
        return {"anchor": storable(href[1:])} if href[1:] in ledger.anchors else {}
    address = external_address(href)
    return {"address": address} if address else {}


def text_nodes(text: str) -> list[Node]:
    if text.isascii() or not ARABIC.search(text):
        return [text_node(text)] if text else []
    pieces = enumerate(ARABIC.split(text))
    return [{"kind": "arabic", "text": piece} if index % 2 else text_node(piece) for index, piece in pieces]


def text_node(text: str) -> Node:
    """Text that has room to break: a word longer than a narrow column would run into the next."""
    return {"kind": "long", "pieces": PIECES.findall(text)} if LONG.search(text) else text
