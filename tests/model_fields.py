"""The fields of a submission, found by walking the model: every one, at every depth.

for field in model_fields():
    field.pattern    # "applicants[].population.resident", as an officer writes it
    field.alone(x)   # the least submission in which it has the value x
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from eoi.submission.fields import Part
from eoi.submission.model import Submission
from tests.strategies import Fields, Written

LEAST: Fields = {"round": "2014", "form": "joint", "applicants": [{"name": "NHS Somewhere CCG"}]}
LEAST_WAIVER: Fields = {"path": "summary", "reason": "None is wanted"}


@dataclass(frozen=True)
class ModelField:
    """A field that holds a value, not a group; `kind` is its annotation without `None` and lists."""

    steps: tuple[str, ...]
    kind: Any
    many: bool = False

    @property
    def pattern(self) -> str:
        return ".".join(self.steps)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words it can hold, where only some will do."""
        base = (
            typing.get_args(self.kind)[0] if typing.get_origin(self.kind) is typing.Annotated else self.kind
        )
        if base is bool:
            return ("yes", "no")
        return typing.get_args(base) if typing.get_origin(base) is Literal else ()

    def alone(self, value: Written) -> Fields:
        return with_value(LEAST, self.steps, value)


def with_value(part: Fields, steps: tuple[str, ...], value: Written) -> Fields:
    first, *rest = steps
    name = first.removesuffix("[]")
    inner: Written = value
    if rest:
        present = part.get(name, [] if first.endswith("[]") else {})
        least = present[0] if isinstance(present, list) and present else present
        inner = with_value(least if isinstance(least, dict) else {}, tuple(rest), value)
    if name == "waivers" and isinstance(inner, dict):
        inner = LEAST_WAIVER | inner
    return part | {name: [inner] if first.endswith("[]") else inner}


def model_fields(model: type[Part] = Submission, steps: tuple[str, ...] = ()) -> Iterator[ModelField]:
    hints = typing.get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        kind, many = inner_kind(hints[name])
        path = (*steps, field.alias or name)
        if isinstance(kind, type) and issubclass(kind, Part):
            yield from model_fields(kind, (*path[:-1], f"{path[-1]}[]" if many else path[-1]))
        else:
            yield ModelField(path, kind, many)


def inner_kind(kind: Any) -> tuple[Any, bool]:
    """Without `| None`, the metadata of lists, and the list itself."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return inner_kind(next(option for option in inner if option is not type(None)))
    if origin is typing.Annotated and typing.get_origin(inner[0]) is tuple:
        return typing.get_args(inner[0])[0], True
    return (inner[0], True) if origin is tuple else (kind, False)


def every_list(mark: type, model: type[Part] = Submission, steps: tuple[str, ...] = ()) -> Iterator[str]:
    """The lists whose annotation holds a mark of this kind."""
    hints = typing.get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        path = (*steps, field.alias or name)
        if any(isinstance(one, mark) for one in field.metadata):
            yield ".".join(path)
        kind, many = inner_kind(hints[name])
        if isinstance(kind, type) and issubclass(kind, Part):
            yield from every_list(mark, kind, (*path[:-1], f"{path[-1]}[]" if many else path[-1]))
