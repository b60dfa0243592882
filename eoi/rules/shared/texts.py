"""Every text that an officer wrote, in the order in which the document shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from eoi.source.nodes import Path
from eoi.submission.fields import Part, Read, markdown, text
from eoi.submission.model import Submission

Kind = Literal["line", "prose", "part"]
Field = tuple[str, str, Kind]
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
    add_fields(submission, submission_fields(), (), found)
    return found


def wording(part: Part | None) -> str:
    """All that a part says, to look for words in."""
    found: list[Written] = []
    if part is not None:
        add_fields(part, text_fields(type(part)), (), found)
    return "\n".join(written.text for written in found)


def add_fields(part: Part, fields: Iterable[Field], path: Path, found: list[Written]) -> None:
    given = part.model_fields_set
    for name, alias, kind in fields:
        if name in given:
            add(getattr(part, name), kind, (*path, alias), found)


def add(value: Any, kind: Kind, path: Path, found: list[Written]) -> None:
    if isinstance(value, str):
        found.append(Written(path, value, kind == "prose"))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            add(item, kind, (*path, index), found)
    elif value is not None:
        part: Part = value
        add_fields(part, text_fields(type(part)), path, found)


@cache
def submission_fields() -> tuple[Field, ...]:
    fields = text_fields(Submission)
    return tuple(sorted(fields, key=lambda one: FIRST.index(one[0]) if one[0] in FIRST else len(FIRST)))


@cache
def text_fields(part: type[Part]) -> tuple[Field, ...]:
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
