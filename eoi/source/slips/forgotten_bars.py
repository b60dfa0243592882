"""Texts that go on below their field, where nothing says that they do."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.outline import Line, indent
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble, characters, slip

ORDER = 90  # beside the slips of levels: what stands below may be fields that are too far in


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if line.name is not None and not line.is_text and line.value.strip():
            yield from no_bar(trouble, line)


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
        doubt=2,
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
