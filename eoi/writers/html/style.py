"""The looks of the page: on screen, in print, and the lines that print repeats at the edges of each page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from eoi.document.blocks import Properties
from eoi.document.look import BLUE, SMALL, Look

SHEETS = ("style.css", "print.css")
NOT_PLAIN = re.compile(r"[^\w ,.–-]")


def style_sheet(about: Properties, look: Look, revised: bool) -> str:
    """Write the whole style sheet."""
    more = read_sheet("revisions.css") if revised else ""
    return own_style_sheets() + print_header_rule(about) + text_size_rule(look) + accent_rule(look) + more


def accent_rule(look: Look) -> str:
    """Let the colour of a letterhead take the place of ours, but in the dark, where it could not be read."""
    if look.accent == BLUE:
        return ""
    colours = f"--blue: {look.accent}; --band: {look.accent};"
    light = "@media not all and (prefers-color-scheme: dark)"
    return f"{light} {{ :root {{ {colours} }} }}\n@media print {{ :root {{ {colours} }} }}\n"


def text_size_rule(look: Look) -> str:
    """Let print have the size that is asked for, and the screen text that is larger by as much."""
    if look.text_size == SMALL:
        return ""
    return f"body {{ font-size: 1.1875rem; }}\n@media print {{ body {{ font-size: {look.text_size}pt; }} }}\n"


@cache
def own_style_sheets() -> str:
    """Read the style sheets that every page has."""
    return "".join(map(read_sheet, SHEETS))


def read_sheet(name: str) -> str:
    """Read one of the style sheets of the page."""
    """Read the style sheets that every page has."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def print_header_rule(about: Properties) -> str:
    """Write the rule for the running head of printed pages."""
    mark = ' @top-right { content: "DRAFT"; }' if about.draft else ""
    return f"@page {{ @top-left {{ content: {css_string(about.title)}; }}{mark} }}\n"


def css_string(text: str) -> str:
    """Write text as CSS does, with every character escaped that could end the text or the style sheet."""
    return '"' + NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'
