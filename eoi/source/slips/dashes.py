"""Dashes of list items: another character in their place, or no space after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.outline import Line
from eoi.source.repair import Edits, Repair
from eoi.source.trouble import Trouble, characters, slip

ORDER = 80
LIKE_DASHES = {
    "–": "en dash",
    "—": "em dash",
    "−": "minus sign",
    "‐": "typographic hyphen",
    "‑": "no-break hyphen",
    "•": "bullet",
    "·": "dot",
    "*": "star",
    "▪": "bullet",
    "●": "bullet",
    "": "bullet",
}
OTHER = re.compile(f"\\s*(?:- )*([{''.join(LIKE_DASHES)}])[ \t\u00a0]*")
GLUED = re.compile(r"\s*(-)(?=[^\s-])")


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if line.is_text:
            continue
        if found := OTHER.match(line.text):
            mark = found[1]
            article = "an" if mark in "–—" else "a"
            yield Repair(
                slip(
                    f"This line begins with {article} {LIKE_DASHES[mark]} ({mark}), not with a dash.",
                    characters(line.number, found.start(1)),
                    "Begin each item of a list with a hyphen (-) and a space.",
                ),
                alike(trouble, line, OTHER),
            )
        if found := GLUED.match(line.text):
            yield Repair(
                slip(
                    "There is no space after this dash.",
                    characters(line.number, found.start(1)),
                    "Begin each item of a list with a hyphen (-) and a space.",
                ),
                alike(trouble, line, GLUED),
            )


def alike(trouble: Trouble, line: Line, pattern: re.Pattern[str]) -> Edits:
    """The same mark on lines that stand as far in: whoever typed one typed them all."""
    found = {
        each.number: (dashed(each, match),)
        for each in (trouble.window.outline if trouble.window else ())
        if each.column == line.column and not each.is_text and (match := pattern.match(each.text))
    }
    return {number: text for number, text in found.items() if number >= line.number}


def dashed(line: Line, match: re.Match[str]) -> str:
    return f"{line.text[: match.start(1)]}- {line.text[match.end() :]}"
