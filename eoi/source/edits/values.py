"""Values written as the author of a file writes them: with the same quotation marks, or none if possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from eoi.source.nodes import Mapping, Plain, Scalar, Sequence, is_empty

FLAT = 100  # columns; a list in brackets that is longer is written line by line


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of an author.

    `step` and `dash` are the columns by which groups and dashes stand further in than the name above them.
    `quote` is the usual quotation mark.
    """

    step: int = 2
    dash: int = 2
    quote: str = '"'


@lru_cache(maxsize=1024)
def is_plain(text: str, in_brackets: bool) -> bool:
    """Tell whether YAML reads a text without quotes back unchanged. It is read for a trial."""
    import yaml

    from eoi.source.tree import CannotGoOn, build_tree

    if not text or text != text.strip() or "\n" in text:
        return False
    refused: list[object] = []
    try:
        root = build_tree(f"[{text}, x]" if in_brackets else f"- a: {text}\n- {text}\n", refused)  # type: ignore[arg-type]
    except (CannotGoOn, yaml.YAMLError, ValueError):
        return False
    match root:
        case Sequence(items=(Scalar() as one, Scalar(text="x"))) if in_brackets:
            read = [one]
        case Sequence(items=(Mapping(entries=((_, Scalar() as field),)), Scalar() as item)):
            read = [field, item]
        case _:
            return False
    return not refused and all(one.text == text and not one.quoted and not is_empty(one) for one in read)


def write_scalar(text: str, quote: str, in_brackets: bool, keep_quotes: bool = False) -> str:
    """Write a text on one line."""
    if not keep_quotes and is_plain(text, in_brackets):
        return text
    is_simple = text.isprintable() or ("\t" in text and text.replace("\t", "").isprintable())
    if is_simple and "\n" not in text and (quote == "'" or '"' in text or "\\" in text or "\t" in text):
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def write_name(name: str, quote: str) -> str:
    """Write the name of a field."""
    return name if is_plain(name, True) and is_plain(name, False) else write_scalar(name, quote, True, True)


def write_flat(value: Plain, quote: str) -> str:
    """Write a value on one line, a list or a group in brackets."""
    if isinstance(value, str):
        return write_scalar(value, quote, True)
    if isinstance(value, list):
        return f"[{', '.join(write_flat(item, quote) for item in value)}]"
    fields = (f"{write_name(name, quote)}: {write_flat(item, quote)}" for name, item in value.items())
    return f"{{{', '.join(fields)}}}"


def needs_bar(value: Plain) -> bool:
    """Tell whether a value is a text that is written below a bar.

    A text that begins with a space would need a number behind the bar, which officers do not know.
    """
    return isinstance(value, str) and "\n" in value and not value[0].isspace() and bool(value.strip())


def write_below(value: Plain, column: int, habits: Habits) -> Iterator[str]:
    """Yield the lines of a value that is written below its name or bar, from a column counted from 0."""
    pad = " " * column
    if isinstance(value, str):
        for line in value.removesuffix("\n").split("\n"):
            yield f"{pad}{line}" if line else ""
    elif isinstance(value, list):
        for item in value:
            yield from write_list_item(item, column, habits)
    else:
        for name, item in value.items():
            yield from write_field(name, item, column, habits)


def write_field(name: str, value: Plain, column: int, habits: Habits) -> list[str]:
    """Write a field with its value at a column, counted from 0."""
    head = f"{' ' * column}{write_name(name, habits.quote)}:"
    if needs_bar(value):
        return [f"{head} |", *write_below(value, column + habits.step, habits)]
    if isinstance(value, str) or not value:
        return [f"{head} {write_one_line(value, habits)}".rstrip()]
    offset = habits.dash if isinstance(value, list) else habits.step
    return [head, *write_below(value, column + offset, habits)]


def write_list_item(value: Plain, column: int, habits: Habits, gap: str = " ") -> list[str]:
    """Write an item with its dash at a column, counted from 0."""
    head = f"{' ' * column}-{gap}"
    if needs_bar(value):
        return [f"{head}|", *write_below(value, column + 2 * habits.step, habits)]
    if isinstance(value, str) or not value:
        return [f"{head}{write_one_line(value, habits)}".rstrip()]
    first, *rest = write_below(value, len(head), habits)
    return [head + first.lstrip(" "), *rest]


def write_one_line(value: Plain, habits: Habits) -> str:
    """Write a value that needs no lines below its own."""
    return (
        write_scalar(value, habits.quote, False)
        if isinstance(value, str)
        else write_flat(value, habits.quote)
    )
