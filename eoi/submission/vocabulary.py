"""The names that may be written, and where: for telling a misspelt field from a misplaced one."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel

from eoi.source.nodes import Path
from eoi.submission.model import Submission

SURELY_MEANT = 0.8
MOST_HOMES = 3


def what_was_meant(path: Path, is_empty: bool) -> str:
    name = str(path[-1])
    if near := nearest_field(path, SURELY_MEANT):
        return f"Did you mean `{near}`?"
    if "\u00a0" in name:
        return "It holds no-break spaces, perhaps pasted from elsewhere: type the spaces again."
    if name[:1].isdigit():
        return "Inside { }, a number with commas needs quotes."
    if is_empty and " " in name.strip():
        return "Inside { }, text with a comma needs quotes."
    if parts := homes(name):
        return f"`{name}` belongs in {' or '.join(f'`{part}`' for part in parts)}: indent it to stand there."
    if near := nearest_field(path):
        return f"Did you mean `{near}`?"
    return f"The fields here are: {', '.join(fields_at(path[:-1]))}."


def fields_at(path: Path) -> tuple[str, ...]:
    """The names that may be written in the part of the model that `path` leads to."""
    return names_in_part(tuple(part for part in path if isinstance(part, str)))


@lru_cache(maxsize=1024)
def names_in_part(names: tuple[str, ...]) -> tuple[str, ...]:
    model = model_at(names)
    return tuple(named_fields(model)) if model else ()


def nearest_field(path: Path, likeness: float = 0.6) -> str | None:
    """What the last name of `path` could have been meant for."""
    near = get_close_matches(str(path[-1]), fields_at(path[:-1]), n=1, cutoff=likeness)
    return near[0] if near else None


def homes(name: str) -> tuple[str, ...]:
    """The parts that have a field of this name; none where they are too many to be of help."""
    found = tuple(part for part, field in every_field() if part and field == name)
    return found if len(found) <= MOST_HOMES else ()


@cache
def every_field() -> tuple[tuple[str, str], ...]:
    return tuple(walk(Submission, ""))


def walk(model: type[BaseModel], path: str) -> Iterator[tuple[str, str]]:
    for name, annotation in named_fields(model).items():
        yield path, name
        if inner := part_of(annotation):
            yield from walk(inner, f"{path}.{name}".lstrip("."))


def model_at(names: tuple[str, ...]) -> type[BaseModel] | None:
    model: type[BaseModel] | None = Submission
    for name in names:
        model = part_of(named_fields(model).get(name)) if model else None
    return model


def named_fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def part_of(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Post, ...]` or `Budget | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in typing.get_args(annotation) if (found := part_of(inner))), None)
