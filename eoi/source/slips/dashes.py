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
OTHER_DASH = re.compile(f"\\s*(?:- )*([{''.join(LIKE_DASHES)}])[ \t\u00a0]*")
GLUED = re.compile(r"\s*(-)(?=[^\s-])")


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if line.is_text:
            continue
        yield from beside_its_field(line)
        if found := OTHER_DASH.match(line.text):
            mark = found[1]
            article = "an" if mark in "–—" else "a"
            yield Repair(
                slip(
                    f"This line begins with {article} {LIKE_DASHES[mark]} ({mark}), not with a dash.",
                    characters(line.number, found.start(1)),
                    "Begin each item of a list with a hyphen (-) and a space.",
                ),
                alike(trouble, line, OTHER_DASH),
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


def beside_its_field(line: Line) -> Iterator[Repair]:
    """`local_authorities: - Bath Council`."""
    if line.name is None or not line.value.startswith("- "):
        return
    start = line.text.rindex(line.value)
    yield Repair(
        slip(
            "A list begins on a line of its own.",
            characters(line.number, start),
            "Move the dash to the next line, or put the value in quotes to print it.",
        ),
        {line.number: (line.text[:start].rstrip(), " " * (line.key_column + 2) + line.value)},
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
