"""The names that may be written, and where: for telling a misspelt field from a misplaced one."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import cache, lru_cache
from typing import Any, Literal

from pydantic import BaseModel

from eoi.expressions import Expression
from eoi.source.nodes import Path
from eoi.submission.model import Submission
from eoi.submission.synonyms import meanings

Kind = Literal["text", "list", "group"]

SURELY_MEANT = 0.8
ALIKE = 0.7
MOST_HOMES = 3
JOINS = Expression(r"[\s-]+")


def what_was_meant(path: Path, is_empty: bool, taken: frozenset[str] = frozenset()) -> str:
    """What to do about a name that is none; `taken` are the fields that its group has already."""
    name = str(path[-1])
    known = meant_fields(path)
    if near := free(known, taken):
        return f"Did you mean `{near}`?"
    if known:
        return f"Keep one of the two: `{known[0]}` means the same and is there already."
    if near := nearest_field(path, taken, SURELY_MEANT):
        return f"Did you mean `{near}`?"
    if (near := nearest_field(path, likeness=ALIKE)) in taken:
        return f"Keep one of the two: it is spelt like `{near}`, which is there already."
    if "\u00a0" in name:
        return "Type the spaces again: it holds no-break spaces, perhaps pasted from elsewhere."
    if name[:1].isdigit():
        return "Put the number in quotes: inside { }, a comma ends it."
    if is_empty and " " in name.strip():
        return "Put the text in quotes: inside { }, a comma ends it."
    if where := move_to(path):
        return where
    if near := nearest_field(path, taken):
        return f"Did you mean `{near}`?"
    left = [field for field in fields_at(path[:-1]) if field not in taken]
    return f"Use one of the {'other ' if taken else ''}fields here: {', '.join(left)}."


def suggested_field(path: Path, taken: frozenset[str] = frozenset()) -> str | None:
    """The field that the last name of `path` could have been meant for."""
    known = meant_fields(path)
    return free(known, taken) if known else nearest_field(path, taken)


def meant_fields(path: Path) -> tuple[str, ...]:
    """The fields that people call by this name here; its own, too, with spaces or capitals."""
    model = model_at(names_of(path[:-1]))
    name = JOINS.sub("_", str(path[-1]).strip().lower())
    if model is None:
        return ()
    return (name,) if name in named_fields(model) else meanings(model.__name__).get(name, ())


def free(fields: tuple[str, ...], taken: frozenset[str]) -> str | None:
    return next((field for field in fields if field not in taken), None)


def fields_at(path: Path) -> tuple[str, ...]:
    """The names that may be written in the part of the model that `path` leads to."""
    return names_in_part(names_of(path))


@lru_cache(maxsize=1024)
def names_in_part(names: tuple[str, ...]) -> tuple[str, ...]:
    model = model_at(names)
    return tuple(named_fields(model)) if model else ()


def nearest_field(path: Path, taken: frozenset[str] = frozenset(), likeness: float = 0.6) -> str | None:
    """The field that is spelt most like the last name of `path`."""
    fields = [field for field in fields_at(path[:-1]) if field not in taken]
    near = get_close_matches(str(path[-1]), fields, n=1, cutoff=likeness)
    return near[0] if near else None


def spelt_alike(name: str, known: Iterable[str]) -> str | None:
    """The one of several names of some words that differs by letters alone: `gp_contracts` is no slip of
    `eye_contracts`, though most of its letters are the same."""
    near = get_close_matches(name, known, n=5, cutoff=SURELY_MEANT)
    words = JOINS.sub("_", name.lower()).split("_")
    return next((one for one in near if same_words(words, one.split("_"))), None)


def same_words(words: list[str], others: list[str]) -> bool:
    pairs = zip(words, others, strict=True) if len(words) == len(others) else ()
    alike = [SequenceMatcher(None, word, other).ratio() >= ALIKE for word, other in pairs]
    return (bool(alike) and all(alike)) or "".join(words) == "".join(others)


def move_to(path: Path) -> str:
    """Where a field of another part belongs: further in, further out, or elsewhere. Nothing where that is
    one of so many parts that it would be of no help."""
    name, here = str(path[-1]), names_of(path[:-1])
    found = [steps for steps, field in every_field() if field == name]
    outer = [steps for steps in found if plain_names(steps) == here[: len(steps)]]
    if outer:
        into = f"`{'.'.join(outer[-1])}`" if outer[-1] else "the file itself, beside `round` and `form`"
        return f"`{name}` is a field of {into}: move it out to there."
    if not 0 < len(found) <= MOST_HOMES:
        return ""
    inner = [steps for steps in found if plain_names(steps)[: len(here)] == here]
    wanted = " or ".join(f"`{'.'.join(steps)}`" for steps in inner or found)
    if inner:
        return f"`{name}` belongs in {wanted}: move it there, and indent it."
    return f"`{name}` is a field of {wanted}: if that is meant, move it there."


def plain_names(steps: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(step.removesuffix("[]") for step in steps)


def names_of(path: Path) -> tuple[str, ...]:
    return tuple(part for part in path if isinstance(part, str))


@cache
def every_field() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Each part, as the steps that lead to it, and each of its fields."""
    return tuple(walk(Submission, ()))


def walk(model: type[BaseModel], steps: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, annotation in named_fields(model).items():
        yield steps, name
        if inner := part_of(annotation):
            step = f"{name}[]" if is_list(annotation) else name
            yield from walk(inner, (*steps, step))


def is_list(annotation: Any) -> bool:
    return typing.get_origin(annotation) is tuple or any(map(is_list, typing.get_args(annotation)))


def model_at(names: tuple[str, ...]) -> type[BaseModel] | None:
    model: type[BaseModel] | None = Submission
    for name in names:
        model = part_of(named_fields(model).get(name)) if model else None
    return model


def named_fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


@lru_cache(maxsize=1024)
def kind_at(path: Path) -> Kind | None:
    """What belongs at a path; nothing where there is no such field. A group may be written as one text where
    it has a shorthand."""
    names = tuple(part for part in path if isinstance(part, str))
    model = model_at(names[:-1]) if names else None
    annotation = named_fields(model).get(names[-1]) if model else None
    if annotation is None:
        return None
    if is_list(annotation) and not isinstance(path[-1], int):
        return "list"
    part = part_of(annotation)
    is_text = part is None or bool(getattr(part, "shorthand", ""))
    return "text" if is_text else "group"


def part_of(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Post, ...]` or `Budget | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in typing.get_args(annotation) if (found := part_of(inner))), None)
