"""Tabs and no-break spaces in places where YAML accepts only plain spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.parser_error import ParserError, make_span_of_characters, report_slip
from eoi.source.slips.levels import indent_line, list_columns
from eoi.source.window import Repair

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


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose plain spaces in the place of tabs and other spaces."""
    yield from repair_indentation(error)
    for line in error.near:
        if not line.is_text and (found := AFTER.search(line.text)):
            space, after = found[2], "dash" if found[1].endswith("-") else "colon"
            yield Repair(
                report_slip(
                    f"There is a {NAMES[space[0]]} after this {after}, where a plain space belongs.",
                    make_span_of_characters(line.number, found.start(2), len(space)),
                    "Delete it, and type a space.",
                ),
                {line.number: (f"{line.text[: found.end(1)]} {line.text[found.end() :]}",)},
            )


def repair_indentation(error: ParserError) -> Iterator[Repair]:
    """Replace the wrong spaces on several lines at once. A person who typed one tab typed more of them."""
    wrong = [number for number, text in (error.window.rows if error.window else ()) if INDENT.match(text)]
    near = [number for number in reversed(wrong) if number <= error.number + 1]
    if not near:
        return
    first = find_run_start(near[0], wrong)
    run = [number for number in wrong if first <= number]
    text = error.line(first)
    column = next(at for at, character in enumerate(text) if character in NAMES)
    what = NAMES[text[column]]
    finding = report_slip(
        f"This line is indented with a {what}."
        if len(run) == 1
        else f"This line is indented with a {what}, and so {count_lines_below(len(run) - 1)}.",
        make_span_of_characters(first, column),
        "Use spaces instead: two for each level.",
    )
    for width in (2, 4, 1, 8):
        yield Repair(finding, {number: (replace_spaces(error.line(number), width),) for number in run})
    outline = error.window.outline if error.window else []
    for line in outline if len(run) == 1 else ():
        if line.number == first:
            yield from (Repair(finding, indent_line(line, place)) for place in list_columns(line, outline))


def find_run_start(number: int, wrong: list[int]) -> int:
    """Return the first line number of the run without gaps that ends at `number`."""
    while number - 1 in wrong:
        number -= 1
    return number


def replace_spaces(text: str, width: int) -> str:
    """Replace each tab at the start of a line by `width` spaces, and any other wrong space by one."""
    start = text[: len(text) - len(text.lstrip())]
    return "".join(" " * width if space == "\t" else " " for space in start) + text.lstrip()


def count_lines_below(number: int) -> str:
    """Say how many lines below share a fault: `is the line below it`, `are 3 below it`."""
    return "is the line below it" if number == 1 else f"are {number} below it"
