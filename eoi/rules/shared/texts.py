"""Every text that an officer wrote, in the order in which the document shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from eoi.source.nodes import Path
from eoi.submission.fields import Part, Read, markdown, text
from eoi.submission.model import Submission

Kind = Literal["line", "prose", "part"]
# The model begins with the applicants; the document prints them below the summary.
FIRST = ("summary", "applicants")


class Written(NamedTuple):
    """A text and where it stands; prose is Markdown, anything else is one line."""

    path: Path
    text: str
    is_prose: bool

    @property
    def field(self) -> str:
        """The field's name, also for one line of a list."""
        return str(self.path[-2] if isinstance(self.path[-1], int) else self.path[-1])


def texts(submission: Submission) -> list[Written]:
    found: list[Written] = []
    fields = text_fields(Submission)
    for field in sorted(fields, key=lambda field: FIRST.index(field[0]) if field[0] in FIRST else len(FIRST)):
        add_field(submission, field, (), found)
    return found


def wording(part: Part | None) -> str:
    """All that a part says, to look for words in."""
    found: list[Written] = []
    if part is not None:
        add_part(part, (), found)
    return "\n".join(written.text for written in found)


def add_part(part: Part, path: Path, found: list[Written]) -> None:
    for field in text_fields(type(part)):
        add_field(part, field, path, found)


def add_field(part: Part, field: tuple[str, str, Kind], path: Path, found: list[Written]) -> None:
    name, alias, kind = field
    if name in part.model_fields_set:
        add(getattr(part, name), kind, (*path, alias), found)


def add(value: Any, kind: Kind, path: Path, found: list[Written]) -> None:
    if isinstance(value, str):
        found.append(Written(path, value, kind == "prose"))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            add(item, kind, (*path, index), found)
    elif value is not None:
        add_part(value, path, found)


@cache
def text_fields(part: type[Part]) -> tuple[tuple[str, str, Kind], ...]:
    """The name of each field that holds text or parts with text, as Python and as officers write it."""
    kinds = ((name, field.alias or name, kind_of(field)) for name, field in part.model_fields.items())
    return tuple((name, alias, kind) for name, alias, kind in kinds if kind)


def kind_of(field: Any) -> Kind | None:
    for mark in (*field.metadata, *marks(field.annotation)):
        if isinstance(mark, Read) and mark.how in (text, markdown):
            return "prose" if mark.how is markdown else "line"
        if isinstance(mark, type) and issubclass(mark, Part):
            return "part"
    return None


def marks(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from marks(inner)
