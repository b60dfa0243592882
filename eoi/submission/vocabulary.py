"""Suggestions of the field that is meant by a name that is no field: misspelt or misplaced."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from eoi.expressions import Expression
from eoi.plain_words import find_nearest_words, measure_word_likeness
from eoi.source.nodes import Path
from eoi.source.paths import list_names_in_path
from eoi.submission.synonyms import list_meanings
from eoi.submission.walk import find_field_at, find_part_at, list_every_field

Kind = Literal["text", "list", "group"]

SURELY_MEANT = 0.8
ALIKE = 0.7
MOST_HOMES = 3
NUMBERS = ("Count", "Number")  # kinds of values
FEW = 5
JOINS = Expression(r"[\s-]+")


def suggest_for_unknown_name(
    path: Path, is_empty: bool, taken: frozenset[str] = frozenset(), is_in_braces: bool = True
) -> str:
    """Return advice on a name that is no field.

    `taken` holds the other fields that its group has. Only in braces can a comma have cut off the name.
    """
    name = str(path[-1])
    known = find_meant_fields(path)
    if near := take_first_free(known, taken):
        return f"Did you mean `{near}`?"
    if known:
        return f"Keep one of the two: `{known[0]}` means the same and is there already."
    if near := find_nearest_field(path, taken, SURELY_MEANT):
        return f"Did you mean `{near}`?"
    if (near := find_nearest_field(path, likeness=ALIKE)) in taken:
        return f"Keep one of the two: it is spelt like `{near}`, which is there already."
    if "\u00a0" in name:
        return "Type the spaces again: it holds no-break spaces, perhaps pasted from elsewhere."
    if name[:1].isdigit() and is_in_braces:
        return "Put the number in quotes: inside { }, a comma ends it."
    if is_empty and is_in_braces and " " in name.strip():
        return "Put the text in quotes: inside { }, a comma ends it."
    if below := find_meant_below(path):
        group, field = below
        above = "" if group in taken else f"Write `{group}:` and, below it, indented, `{field}: ...`."
        return above or f"It belongs to `{group}`, as `{field}`: move it there."
    if where := move_to(path):
        return where + list_few_fields(path, taken)
    if near := find_nearest_field(path, taken):
        return f"Did you mean `{near}`?"
    return (
        f"Use one of the {'other ' if taken else ''}fields here: {', '.join(list_free_fields(path, taken))}."
    )


def list_free_fields(path: Path, taken: frozenset[str]) -> list[str]:
    """Return the fields of the group at the last step of `path` that it does not have yet."""
    return [field for field in list_field_names_at(path[:-1]) if field not in taken]


def list_few_fields(path: Path, taken: frozenset[str]) -> str:
    """Return a sentence with the free fields of an item of a list; it is empty if they are none or many.

    Few items hold a field that belongs in quite another part, so the suggestion to move it may be wrong.
    """
    left = list_free_fields(path, taken)
    is_in_item = len(path) > 1 and isinstance(path[-2], int)
    return f" Otherwise use one of these: {', '.join(left)}." if is_in_item and 0 < len(left) <= FEW else ""


def suggest_field(path: Path, taken: frozenset[str] = frozenset()) -> str | None:
    """Return the field that the last name of `path` seems to mean; return None if there is none."""
    known = find_meant_fields(path)
    return take_first_free(known, taken) if known else find_nearest_field(path, taken)


def find_meant_fields(path: Path) -> tuple[str, ...]:
    """Return the fields that are known by this name, or whose name it is with spaces or capitals."""
    part = find_part_at(path[:-1])
    name = JOINS.sub("_", str(path[-1]).strip().lower())
    if part is None:
        return ()
    return (name,) if name in part.by_written else list_meanings(part.__name__).get(name, ())


def find_meant_below(path: Path) -> tuple[str, str] | None:
    """Return a group beside a name, and its number that is known by that name; return None unless it is one.

    Names for texts and dates, such as `to`, are known in too many groups to tell which is meant.
    """
    part = find_part_at(path[:-1])
    fields = part.by_written.values() if part else ()
    found = [
        (field.written, meant)
        for field in fields
        if field.part and not field.is_list
        for meant in find_meant_fields((*path[:-1], field.written, path[-1]))
        if meant != path[-1] and getattr(field.part.by_written[meant].kind, "name", "") in NUMBERS
    ]
    return found[0] if len(found) == 1 else None


def take_first_free(fields: tuple[str, ...], taken: frozenset[str]) -> str | None:
    """Return the first of the fields that is not taken; return None if all are."""
    return next((field for field in fields if field not in taken), None)


def list_field_names_at(path: Path) -> tuple[str, ...]:
    """Return the names of the fields in the part of the model at `path`; empty if there is no part."""
    part = find_part_at(path)
    return tuple(part.by_written) if part else ()


def find_nearest_field(path: Path, taken: frozenset[str] = frozenset(), likeness: float = 0.6) -> str | None:
    """Return the field whose spelling is nearest to the last name of `path`; None if none is near."""
    near = find_near_fields(path, likeness, taken)
    return near[0] if near else None


def find_near_fields(path: Path, likeness: float, taken: frozenset[str] = frozenset()) -> list[str]:
    """Return up to two fields with a similar spelling to the last name of `path`, the nearest first."""
    fields = [field for field in list_field_names_at(path[:-1]) if field not in taken]
    return find_nearest_words(str(path[-1]), fields, 2, likeness)


def find_spelt_alike(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that differs from this one by only a few letters in its words, or None.

    `gp_contracts` is no misspelling of `eye_contracts`, though most of its letters are the same.
    """
    near = find_nearest_words(name, known, 5, SURELY_MEANT)
    words = JOINS.sub("_", name.lower()).split("_")
    return next((one for one in near if have_same_words(words, one.split("_"))), None)


def have_same_words(words: list[str], others: list[str]) -> bool:
    """Tell whether two names have the same words, apart from some letters."""
    pairs = zip(words, others, strict=True) if len(words) == len(others) else ()
    alike = [measure_word_likeness(word, other) >= ALIKE for word, other in pairs]
    return (bool(alike) and all(alike)) or "".join(words) == "".join(others)


def move_to(path: Path) -> str:
    """Return advice on where a field of another part belongs.

    The text is empty if so many parts have such a field that advice would not help.
    """
    name, here = str(path[-1]), list_names_in_path(path[:-1])
    found = [one.steps[:-1] for one in list_every_field() if one.steps[-1] == name]
    outer = [steps for steps in found if list_plain_names(steps) == here[: len(steps)]]
    if outer:
        into = f"`{'.'.join(outer[-1])}`" if outer[-1] else "the file itself, beside `round` and `form`"
        return f"`{name}` is a field of {into}: move it out to there."
    if not 0 < len(found) <= MOST_HOMES:
        return ""
    inner = [steps for steps in found if list_plain_names(steps)[: len(here)] == here]
    wanted = " or ".join(f"`{'.'.join(steps)}`" for steps in inner or found)
    if inner:
        return f"`{name}` belongs in {wanted}: move it there, and indent it."
    return f"`{name}` is a field of {wanted}: if that is meant, move it there."


def list_plain_names(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names on the way to a field, without the `[]` of lists."""
    return tuple(step.removesuffix("[]") for step in steps)


@lru_cache(maxsize=1024)
def find_kind_at(path: Path) -> Kind | None:
    """Return the kind of value that belongs at a path; return None if there is no such field.

    A group with a shorthand counts as text, since it may be written as one.
    """
    field = find_field_at(path)
    if field is None:
        return None
    if field.is_list and not isinstance(path[-1], int):
        return "list"
    return "group" if field.part and not field.part.shorthand else "text"
