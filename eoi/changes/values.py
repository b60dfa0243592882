"""Values in the words of the document. Only other words are a change, not another way to wrap a line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from eoi.changes.likeness import NAMES
from eoi.changes.version_change import NAMED, Piece
from eoi.source.characters import read_bullet
from eoi.source.paths import LABELS
from eoi.submission import says_none
from eoi.submission.part import Field, Part
from eoi.submission.quantities import MONEY, PEOPLE, Quantity
from eoi.submission.scope import IN_SCOPE, LEADER

WORDS: dict[object, dict[str, str]] = {
    IN_SCOPE: {"yes": "in scope", "no": "out of scope", "part": "in scope in part"},
    LEADER: {"ccg": "the CCG", "nhse": "NHS England", "joint": "joint"},
}

# Fields that link an item to a catalogue, without a meaning for readers.
IDS = frozenset({"id", "code"})
CAPITALS = {
    name.lower(): name for name in ("CCG", "CCGs", "GMS", "PMS", "APMS", "NHS", "England", "WTE", "URL")
}


def says_anything(value: Any) -> bool:
    """Tell whether the file has an answer here. `none` for a list is an answer."""
    return says_none(value) or value not in (None, "", ())


def say_value(value: Any, field: Field) -> str:
    """Return a value in the words of the document, or an empty text if there is no value."""
    if not says_anything(value):
        return ""
    if says_none(value):
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Part):
        return say_part(value)
    if isinstance(value, tuple):
        return "; ".join(say_value(one, field) for one in value)
    words = WORDS.get(field.kind, {})
    return words.get(str(value)) or join_lines(str(value))


def say_part(part: Part, but: tuple[str, ...] = ()) -> str:
    """Return a group or an item in words, field by field, without the fields in `but`, which name it."""
    given = {name: one for name, one in part.given.items() if says_anything(one) and name not in (*but, *IDS)}
    return ", ".join(
        f"{name_in_words(part.fields[name].written)}: {say_value(one, part.fields[name])}"
        for name, one in given.items()
    )


def say_item(item: Any, field: Field) -> str:
    """Return a whole item of a list in words, without its name."""
    if not isinstance(item, Part):
        return "" if item is None else say_value(item, field)
    return say_part(item, (name_field(item), "name")) or NAMED


def label_item_or_text(item: Any) -> str:
    """Return the name of an item for readers. A line of text is its own name."""
    if not isinstance(item, Part):
        return str(item)
    name = name_field(item)
    words = str(getattr(item, name, ""))
    return name_in_words(words) if name in IDS else words


def name_field(item: Part) -> str:
    """Return the field with an item's name for readers, or an empty text."""
    names = (*LABELS, item.shorthand, *NAMES)
    return next((name for name in names if name and getattr(item, name, None)), "")


def name_in_words(name: str) -> str:
    """Write a field's name as words: `running_costs` is "running costs", `wte` is "WTE"."""
    return " ".join(CAPITALS.get(word, word) for word in name.split("_"))


def join_lines(text: str) -> str:
    """Return a text with each paragraph and list item on one line, since line breaks have no meaning."""
    lines: list[str] = []
    is_open = False
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words and is_open and not read_bullet(line):
            lines[-1] += f" {words}"
        elif words:
            lines.append(words)
        is_open = bool(words)
    return "\n".join(lines)


def measure_growth(was: Any, now: Any, field: Field) -> str:
    """Return by how much money or people grew or fell, such as `+0.5%`.

    Return an empty text for other figures.
    """
    if field.kind not in (MONEY, PEOPLE) or not was or not now or was.amount == 0:
        return ""
    share = (now.amount - was.amount) / abs(was.amount) * 100
    return f"{share:+.1f}%".replace("-", "\N{MINUS SIGN}") if share else ""


def is_same_amount(was: Any, now: Any) -> bool:
    """Tell whether two figures are equal, however they are written."""
    return isinstance(was, Quantity) and isinstance(now, Quantity) and was.amount == now.amount


def compare_words(was: str, now: str) -> Iterator[Piece]:
    """Yield the words of both texts in order, as equal, deleted and inserted pieces."""
    old, new = split_spaced_words(was), split_spaced_words(now)
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("=", "".join(old[first:last]))
            continue
        if first < last:
            yield Piece("-", "".join(old[first:last]))
        if start < end:
            yield Piece("+", "".join(new[start:end]))


def split_spaced_words(text: str) -> list[str]:
    """Return the words of a text, each with the space after it."""
    words: list[str] = []
    for line in text.splitlines(keepends=True):
        words += [f"{word} " for word in line.split()]
        if words and line.endswith("\n"):
            words[-1] = f"{words[-1].rstrip()}\n"
    return words
