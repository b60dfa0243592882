"""Values that YAML does not take as they stand: they run on below, or hold a colon and a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.outline import Line, indent
from eoi.source.repair import Repair
from eoi.source.slips.quoting import in_quotes
from eoi.source.trouble import Trouble, characters, slip

ORDER = 100
SECOND_FIELD = re.compile(r"[,;]?\s+([a-z_]+):(?=\s)")
COLON = re.compile(r":(?=\s)")


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if line.name is not None and not line.is_text and line.value.strip():
            yield from second_colon(trouble, line)
            yield from no_bar(trouble, line)


def second_colon(trouble: Trouble, line: Line) -> Iterator[Repair]:
    start = line.text.rindex(line.value)
    if (found := SECOND_FIELD.search(line.value)) and found[1] in trouble.names(()):
        first, second = line.value[: found.start()], line.value[found.start(1) :]
        yield Repair(
            slip(
                "Two fields stand on this line.",
                characters(line.number, start + found.start(1), len(found[1])),
                "Write every field on a line of its own.",
            ),
            {line.number: (line.text[:start] + first, " " * line.key_column + second)},
        )
    if found := COLON.search(line.value):
        yield Repair(
            slip(
                "There is a second colon on this line.",
                characters(line.number, start + found.start()),
                "Put a value that holds ': ' in quotes, and every field on a line of its own.",
            ),
            {line.number: (line.text[:start] + in_quotes(line.value),)},
        )


def no_bar(trouble: Trouble, line: Line) -> Iterator[Repair]:
    below = text_below(trouble, line)
    if not below:
        return
    start = line.text.rindex(line.value)
    column = min(indent(trouble.line(number)) for number in below if trouble.line(number).strip())
    yield Repair(
        slip(
            f"The text of `{line.name}` goes on below, and nothing says so.",
            characters(line.number, start, len(line.value.rstrip())),
            f"Write `{line.name}: |`, and begin the text on the next line, indented like the lines below.",
        ),
        {line.number: (f"{line.text[:start]}|", " " * column + line.value)},
    )


def text_below(trouble: Trouble, line: Line) -> list[int]:
    """The lines further in than the field."""
    found: list[int] = []
    for number, text in trouble.window.rows if trouble.window else ():
        if number <= line.number:
            continue
        if text.strip() and indent(text) <= line.key_column:
            break
        found.append(number)
    while found and not trouble.line(found[-1]).strip():
        found.pop()
    return found
