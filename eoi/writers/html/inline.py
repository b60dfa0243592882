"""Text inside a paragraph, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import assert_never

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


def inline_html(inlines: Iterable[Inline]) -> str:
    return "".join(map(one, inlines))


def one(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text, quote=False)
        case Strong(children):
            return f"<strong>{inline_html(children)}</strong>"
        case Emphasis(children):
            return f"<em>{inline_html(children)}</em>"
        case Code(text):
            return f"<code>{escape(text, quote=False)}</code>"
        case Link(href, children):
            return f'<a href="{escape(href)}">{inline_html(children)}</a>'
        case Reference(anchor, text):
            return f'<a href="#{escape(anchor)}">{escape(text, quote=False)}</a>'
        case Footnote(children):
            return f" ({inline_html(children)})"
        case Checkbox():
            return inline.glyph
        case Remarked(children, _):
            return inline_html(children)
        case LineBreak():
            return "<br>"
        case _:
            assert_never(inline)
