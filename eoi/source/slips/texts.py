"""Texts of several lines that begin beside the bar which announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.outline import Line, indent
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble, characters, slip

ORDER = 60
BESIDE = re.compile(r"[|>][-+]?[0-9]?[-+]?\s*(?=[^\s#])")


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if not line.is_text and (found := BESIDE.match(line.value)):
            yield beside_the_bar(trouble, line, found.end())


def beside_the_bar(trouble: Trouble, line: Line, start: int) -> Repair:
    column = line.text.rindex(line.value)
    head, text = line.text[: column + 1], line.text[column + start :]
    return Repair(
        slip(
            f"The text after '{line.value[0]}' must start on a new line, indented.",
            characters(line.number, column + start),
            "Move it to the next line.",
        ),
        {line.number: (head, " " * text_column(trouble, line) + text)},
    )


def text_column(trouble: Trouble, line: Line) -> int:
    """Where the lines below begin, if they go on with the text of this one."""
    below = next((text for text in trouble.lines[line.number :] if text.strip()), "")
    return indent(below) if indent(below) > line.key_column else line.key_column + 2
