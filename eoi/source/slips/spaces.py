"""Tabs and no-break spaces where YAML takes plain spaces only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.repair import Repair
from eoi.source.slips.levels import columns, moved
from eoi.source.trouble import Trouble, characters, slip

ORDER = 20
NAMES = {
    "\t": "tab",
    "\u00a0": "no-break space",
    "\u202f": "narrow no-break space",
    "\u2007": "figure space",
    "\u3000": "wide space",
}
WRONG = "".join(NAMES)
INDENT = re.compile(f" *+[{WRONG}]")
AFTER = re.compile(f"([\\w\"'] ?:|^\\s*-)[ ]*([{WRONG}]+)\\s*")


def repairs(trouble: Trouble) -> Iterator[Repair]:
    yield from indentation(trouble)
    for line in trouble.near:
        if not line.is_text and (found := AFTER.search(line.text)):
            space, after = found[2], "dash" if found[1].endswith("-") else "colon"
            yield Repair(
                slip(
                    f"There is a {NAMES[space[0]]} after this {after}, where a plain space belongs.",
                    characters(line.number, found.start(2), len(space)),
                    "Delete it, and type a space.",
                ),
                {line.number: (f"{line.text[: found.end(1)]} {line.text[found.end() :]}",)},
            )


def indentation(trouble: Trouble) -> Iterator[Repair]:
    """Lines with the same fault are one slip: whoever typed one tab typed them all."""
    wrong = [number for number, text in (trouble.window.rows if trouble.window else ()) if INDENT.match(text)]
    near = [number for number in reversed(wrong) if number <= trouble.number + 1]
    if not near:
        return
    first = run_start(near[0], wrong)
    run = [number for number in wrong if first <= number]
    text = trouble.line(first)
    column = next(at for at, character in enumerate(text) if character in NAMES)
    what = NAMES[text[column]]
    finding = slip(
        f"This line is indented with a {what}."
        if len(run) == 1
        else f"This line is indented with a {what}, and so are {len(run) - 1} below it.",
        characters(first, column),
        "Use spaces instead: two for each level.",
    )
    for width in (2, 4, 1, 8):
        yield Repair(finding, {number: (plain(trouble.line(number), width),) for number in run})
    outline = trouble.window.outline if trouble.window else []
    for line in outline if len(run) == 1 else ():
        if line.number == first:
            yield from (Repair(finding, moved(line, place)) for place in columns(line, outline))


def run_start(number: int, wrong: list[int]) -> int:
    while number - 1 in wrong:
        number -= 1
    return number


def plain(text: str, width: int) -> str:
    """A tab stands for as many spaces as one level has; any other space is one."""
    start = text[: len(text) - len(text.lstrip())]
    return "".join(" " * width if space == "\t" else " " for space in start) + text.lstrip()
