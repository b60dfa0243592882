"""The looks of the page: on screen, in print, and what print repeats at the edges of each page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from eoi.document.blocks import Properties

SHEETS = ("style.css", "print.css")
NOT_PLAIN = re.compile(r"[^\w ,.–-]")


def style_sheet(about: Properties) -> str:
    return own_style_sheets() + print_header_rule(about)


@cache
def own_style_sheets() -> str:
    return "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in SHEETS)


def print_header_rule(about: Properties) -> str:
    mark = ' @top-right { content: "DRAFT"; }' if about.draft else ""
    return f"@page {{ @top-left {{ content: {css_string(about.title)}; }}{mark} }}\n"


def css_string(text: str) -> str:
    """Write text as CSS does, with every character escaped that could end the text or the style sheet."""
    return '"' + NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'
