"""Brackets and braces that are opened and never closed, or closed by the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Place
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble, characters, one_character, slip

ORDER = 50
LAST_NAME = re.compile(r"[{,][^{},]*[^{},\s](\s+)([a-z_]+)\s*$")
CLOSING = {"[": "]", "{": "}"}


def repairs(trouble: Trouble) -> Iterator[Repair]:
    yield from no_comma(trouble)
    yield from unclosed(trouble)


def no_comma(trouble: Trouble) -> Iterator[Repair]:
    """`{headcount: 43 wte: 34}`."""
    number, column = trouble.at
    text = trouble.line(number)
    if not trouble.says("mapping values", "flow") or not (found := LAST_NAME.search(text[: column - 1])):
        return
    yield Repair(
        slip(
            f"There is no comma before `{found[2]}`.",
            characters(number, found.start(2), len(found[2])),
            "Write a comma between two fields in braces.",
        ),
        {number: (f"{text[: found.start(1)]}, {text[found.start(2) :]}",)},
    )


def unclosed(trouble: Trouble) -> Iterator[Repair]:
    opened = trouble.character(trouble.began)
    if opened not in CLOSING or not trouble.says("flow"):
        return
    number, closing = trouble.began.line, CLOSING[opened]
    text = trouble.line(number).rstrip()
    yield Repair(
        slip(
            f"A {'list' if opened == '[' else 'group'} opened with '{opened}' is not closed.",
            one_character(trouble.began),
            f"Add the missing '{closing}' at its end.",
            Place(characters(number, len(text)), "it should close here"),
        ),
        {number: (text + closing,)},
    )
