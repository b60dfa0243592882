"""What the fields of the model are made of, as a person who writes them sees it."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eoi.submission.fields import Markdown


def fields_of(part: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    yield from ((field.alias or name, field) for name, field in part.model_fields.items())


def shape(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """The part that a field holds, if it holds one, and whether it holds several."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple:
        return shape(inner[0])[0], True
    if origin in (typing.Union, types.UnionType):
        return next(found for option in inner if option is not type(None) for found in [shape(option)])
    return None, False


def is_markdown(field: FieldInfo) -> bool:
    return Markdown in (field.annotation, *typing.get_args(field.annotation))
