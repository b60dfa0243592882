"""Texts of several lines: the bar that says so, what stands beside it, and how far in the text stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Place
from eoi.source.outline import Line, indent
from eoi.source.repair import Edits, Repair
from eoi.source.trouble import Trouble, characters, slip, words_of

ORDER = 60
BESIDE = re.compile(r"[|>][-+]?[0-9]?[-+]?\s*(?=[^\s#])")
NAME = re.compile(r"[a-z][a-z_]*")


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if not line.is_text and (found := BESIDE.match(line.value)):
            yield beside_the_bar(trouble, line, found.end())
    yield from at_the_margin(trouble)


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


def at_the_margin(trouble: Trouble) -> Iterator[Repair]:
    """Text below a bar that stands no further in than the name before the bar."""
    near = trouble.near
    for opener in near:
        if not opener.opens_text:
            continue
        loose = loose_lines(trouble, opener)
        if not loose:
            return
        first = loose[0]
        column = text_column(trouble, opener)
        edits: Edits = {number: (" " * column + trouble.line(number).lstrip(),) for number in loose}
        yield Repair(
            slip(
                "This line is not indented, so it is no part of the text above.",
                words_of(first, trouble.line(first)),
                f"Indent it by {column} spaces"
                + (f", and the lines down to line {loose[-1]}." if len(loose) > 1 else "."),
                Place(words_of(opener.number, opener.text), "the text begins here"),
            ),
            edits,
        )
        return


def loose_lines(trouble: Trouble, opener: Line) -> list[int]:
    """The lines after the text that look like words and not like fields."""
    found: list[int] = []
    for line in trouble.window.outline if trouble.window else []:
        if line.number <= opener.number or (line.is_text and not found):
            continue
        if not line.is_text and (line.column > opener.key_column or is_field_or_item(line)):
            break
        found.append(line.number)
    return found


def is_field_or_item(line: Line) -> bool:
    return line.name is not None and NAME.fullmatch(line.name) is not None
