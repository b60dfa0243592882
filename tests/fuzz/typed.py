"""Texts as officers type them, plainly: words among marks, without quotation marks around them.

Each word has a number of its own, so that none is lost unseen and none stands in for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from eoi.submission import MARKDOWN, TEXT
from tests.model_fields import ModelField, model_fields
from tests.strategies import as_yaml

Style = Literal["line", "folded", "block", "brackets"]
WORD = re.compile(r"[a-z]+\d{4}")
WORDS = ("care", "practice", "board", "nurse", "of", "and", "plan", "note", "null", "yes", "n")
# Marks by themselves, before, behind and around a word. A `#` with a space and a word behind it is a comment.
ALONE = (
    "-",
    "–",
    "•",
    "·",
    "*",
    "&",
    "|",
    ">",
    "<",
    ">=",
    "=",
    "+",
    "/",
    ":",
    ";",
    "?",
    "!",
    "...",
    "…",
    "@",
    "£5",
)
BEFORE = (
    *"#\"'`*_~-–•:!?([{<>|&%@=+/\\£$^“‘.,",
    "##",
    "# 7 ",
    "# of ",
    "1. ",
    "1) ",
    "- ",
    "* ",
    "> ",
    "o\t",
    "***",
)
BEHIND = (*"#\"'`*_~-–:!?)]}>|&%@=+/\\$^”’.,;", ": ", "...", "'s", "\u00a0", "\u200b", "\t")
AROUND = (
    "()",
    "[]",
    "{}",
    "<>",
    '""',
    "''",
    "“”",
    "‘’",
    "**",
    "__",
    "``",
    "~~",
    "[](",
    "![]",
    "::",
    "$$",
    "&;",
)
# Waivers stand in the checklist, redactions in the public edition, remarks in the margin, notes nowhere yet.
FIELDS = {
    field.pattern: field
    for field in model_fields()
    if field.kind in (TEXT, MARKDOWN)
    and field.steps[-1] not in ("id", "round")
    and field.steps[0] not in ("waivers[]", "redactions[]", "notes[]", "remarks[]")
}


@dataclass(frozen=True)
class Typed:
    """What was typed, row by row, and how: on one line, over several, below a bar, or between brackets."""

    rows: tuple[str, ...]
    style: Style = "line"

    @property
    def words(self) -> list[str]:
        return WORD.findall("\n".join(self.rows))


def typed_texts(chance: Random, patterns: list[str]) -> list[Typed]:
    """One for each of the fields."""
    numbers = iter(range(10_000))
    return [typed_text(chance, FIELDS[pattern], numbers) for pattern in patterns]


def typed_text(chance: Random, field: ModelField, numbers: Iterator[int]) -> Typed:
    styles: tuple[Style, ...] = (
        "line",
        "line",
        "folded",
        *(("block", "block") if field.kind is MARKDOWN else ()),
    )
    style = "brackets" if field.many and chance.random() < 0.1 else chance.choice(styles)
    count = chance.randint(2, 4) if style in ("folded", "block") else 1
    rows = [row(chance, numbers) for _ in range(count)]
    rows[1:] = [text.removeprefix("# ") for text in rows[1:]]  # a line that begins so is a comment
    if style == "block" and chance.random() < 0.3:
        rows.insert(1, "")
    return Typed(tuple(rows), style)


def row(chance: Random, numbers: Iterator[int]) -> str:
    """Mostly words: in a text that is nothing but marks, the first of them decides what becomes of it."""
    parts = [part(chance, f"{chance.choice(WORDS)}{next(numbers):04}") for _ in range(chance.randint(1, 6))]
    return (" " if chance.random() < 0.9 else ", ").join(parts) + (" #" if chance.random() < 0.02 else "")


def part(chance: Random, word: str) -> str:
    match chance.randrange(12):
        case 0:
            return f"{chance.choice(ALONE)} {word}"
        case 1:
            return f"{chance.choice(BEFORE)}{word}"
        case 2:
            return f"{word}{chance.choice(BEHIND)}"
        case 3:
            around = chance.choice(AROUND)
            return f"{around[:-1]}{word}{around[-1]}"
        case _:
            return word


Written = Typed | str | list["Written"] | dict[str, "Written"]


def as_typed(written: Written) -> str:
    return "\n".join(lines_of(written, "")) + "\n"


def lines_of(written: Written, indent: str) -> list[str]:
    match written:
        case Typed() | str():
            first, *rest = scalar_lines(written, indent)
            return [f"{indent}{first}", *rest]
        case list():
            return [line for item in written for line in item_lines(item, indent)]
        case dict():
            return [line for name, inner in written.items() for line in field_lines(name, inner, indent)]


def field_lines(name: str, written: Written, indent: str) -> list[str]:
    if isinstance(written, Typed | str):
        first, *rest = scalar_lines(written, f"{indent}  ")
        return [f"{indent}{name}: {first}".rstrip(" "), *rest]
    return [f"{indent}{name}:", *lines_of(written, f"{indent}  ")]


def item_lines(item: Written, indent: str) -> list[str]:
    first, *rest = lines_of(item, f"{indent}  ")
    return [f"{indent}- {first[len(indent) + 2 :]}", *rest]


def scalar_lines(written: Typed | str, indent: str) -> list[str]:
    if isinstance(written, str):
        return [as_yaml(written).strip()]
    match written.style:
        case "block":
            return ["|", *(f"{indent}{row}".rstrip(" ") for row in written.rows)]
        case "brackets":
            return [f"[{', '.join(written.rows)}]"]
        case _:
            return [written.rows[0], *(f"{indent}{row}" for row in written.rows[1:])]
