"""Words within a line: runs, links and breaks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, assert_never

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
from eoi.writers.docx.addresses import external_address
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.xml import escaped, tag

# The blocks that Unicode keeps for scripts written from right to left.
SCRIPTS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
RIGHT_TO_LEFT = re.compile(f"([{SCRIPTS}]+(?:[\\W\\d_]+[{SCRIPTS}]+)*)")
NEWLINE = re.compile(r"\r\n|[\r\n]")


class Face(NamedTuple):
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: bool = False


PLAIN = Face()


def runs(children: tuple[Inline, ...], ledger: Ledger, face: Face = PLAIN) -> str:
    return "".join([inline_runs(child, ledger, face) for child in children])


def inline_runs(inline: Inline, ledger: Ledger, face: Face) -> str:
    match inline:
        case Text():
            return text_runs(inline.text, face)
        case Strong():
            return runs(inline.children, ledger, face._replace(strong=True))
        case Emphasis():
            return runs(inline.children, ledger, face._replace(emphasis=True))
        case Code():
            return text_runs(inline.text, face._replace(code=True))
        case Link():
            return link_run(inline, ledger, face)
        case Reference(anchor, text):
            return link_run(Link(f"#{anchor}", (Text(text),)), ledger, face)
        case Footnote(children):
            return text_runs(" (", face) + runs(children, ledger, face) + text_runs(")", face)
        case Checkbox():
            return text_runs(inline.glyph, face)
        case Remarked(children, _):
            return runs(children, ledger, face)
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case _:
            assert_never(inline)


def link_run(link: Link, ledger: Ledger, face: Face) -> str:
    """A link that leads nowhere, or stands within another, is written as its text."""
    target = "" if face.link else target_of(link.href, ledger)
    if not target:
        return runs(link.children, ledger, face)
    content = runs(link.children, ledger, face._replace(link=True))
    return f'<w:hyperlink {target} w:history="1">{content}</w:hyperlink>'


def target_of(href: str, ledger: Ledger) -> str:
    if href.startswith("#"):
        bookmark = ledger.bookmarks.get(href[1:])
        return f'w:anchor="{bookmark}"' if bookmark else ""
    address = external_address(href)
    return f'r:id="{ledger.link(address)}"' if address else ""


def text_runs(text: str, face: Face = PLAIN) -> str:
    """Word lays a run out in one direction, so text of two directions is split where they meet."""
    if not has_right_to_left(text):
        return run_of(text, face, rtl=False)
    pieces = RIGHT_TO_LEFT.split(text)
    return "".join(run_of(piece, face, rtl=bool(index % 2)) for index, piece in enumerate(pieces))


def has_right_to_left(text: str) -> bool:
    return not text.isascii() and bool(RIGHT_TO_LEFT.search(text))


def run_of(text: str, face: Face, *, rtl: bool) -> str:
    if not text:
        return ""
    lines = escaped(NEWLINE.sub(" ", text)).split("\t")
    words = "<w:tab/>".join([f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in lines])
    return f"<w:r>{run_properties(face, rtl)}{words}</w:r>"


@cache
def run_properties(face: Face, rtl: bool) -> str:
    properties = [
        tag("rStyle", val="Code") if face.code else tag("rStyle", val="Hyperlink") if face.link else "",
        "<w:b/><w:bCs/>" if face.strong else "",
        "<w:i/><w:iCs/>" if face.emphasis else "",
        "<w:rtl/>" if rtl else "",
    ]
    return f"<w:rPr>{''.join(properties)}</w:rPr>" if any(properties) else ""
