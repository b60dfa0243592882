"""What to write in place of a value that cannot be read: the officer's own figure, and where the rest goes.

An example from another CCG tells nobody what is wrong with `34 WTE approx.`; what can be read of it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, BeforeValidator

from eoi.expressions import Expression
from eoi.number_words import UP_TO_TWENTY
from eoi.source.nodes import Path, path_text
from eoi.submission.dates import when
from eoi.submission.fields import Read, markdown, text
from eoi.submission.vocabulary import model_at, named_fields, names_of

# What follows a figure and is none of its own: a bracket, a dash, or a word that begins a condition.
BEGINS_THE_REST = Expression(
    r"[(\[,;:–—-]|(?:subject|plus|minus|including|incl|excluding|excl|less|net|but|if|once|when|until|unless|"
    r"provided|depending|pending|tbc|a year|per|p\.?a|each|after|before|at|as|with|without|which|and|or|of|"
    r"for)\b",
    re.IGNORECASE,
)
ABOUT_BEHIND = Expression(
    r"(.{1,60}?)[ ,(]{1,3}(?:approx(?:imately)?|about|circa|ca|est(?:imated)?|roughly)\.?\)?\.?", re.I
)
NUMBERS = UP_TO_TWENTY[:12]
FIRST_WORD = Expression(rf"({'|'.join(NUMBERS)})\b(.*)", re.IGNORECASE)
FIGURE = Expression(r"\d", re.ASCII)
LONGEST, WORDS, MOST_FIELDS = 200, 12, 2
# Where a part can say what does not fit its figures, the nearest first.
HOMES = ("note", "notes", "description", "comment", "introduction", "management", "method", "purpose", "view")


def own_value(path: Path, name: str, typed: str) -> str:
    """`Write `wte: approximately 34 WTE`.`; nothing where no part of it can be read."""
    read = reader_at(path)
    if read is None or len(typed) > LONGEST:
        return ""
    for value, rest in readings(typed):
        if can_read(read, value):
            return f"Write `{name}: {value}`{put(rest, path)}."
    return ""


def readings(typed: str) -> Iterator[tuple[str, str]]:
    """What the value could be without what stands behind it, the longest first."""
    if about := ABOUT_BEHIND.fullmatch(typed):
        yield f"approximately {about[1]}", ""
    if word := FIRST_WORD.fullmatch(typed):
        yield f"{NUMBERS.index(word[1].lower()) + 1}{word[2]}", ""
    words = typed.split()
    for number in range(min(len(words) - 1, WORDS), 0, -1):
        value, rest = " ".join(words[:number]), " ".join(words[number:])
        if value[-1] in ",;:":
            yield value.rstrip(",;:"), rest
        elif BEGINS_THE_REST.match(rest):
            yield value, rest.lstrip("–—- ")


def add_year(path: Path, name: str, typed: str, year: str) -> str:
    """`20 June` is a date as soon as a year stands behind it."""
    read = reader_at(path)
    dated = f"{typed} {year}"
    if read is not when or can_read(read, typed) or not can_read(read, dated):
        return ""
    return f"Add the year: `{name}: {dated}`, if {year} is meant."


def fields_for(path: Path, typed: str) -> str:
    """`headcount: 43` or `wte: 43`: the fields of the group at `path` whose figure the value can be."""
    model = model_at(names_of(path))
    names = named_fields(model) if model and FIGURE.search(typed) else ()
    readers = {name: read for name in names if (read := reader_at((*path, name)))}
    fitting = [f"`{name}: {typed}`" for name, read in readers.items() if can_read(read, typed)]
    return " or ".join(fitting[:MOST_FIELDS])


def is_prose(path: Path) -> bool:
    names = names_of(path)
    model = model_at(names[:-1])
    return model is not None and reader_of(model, names[-1]) is markdown


def can_read(read: Callable[[Any], Any], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


def put(rest: str, path: Path) -> str:
    if not rest:
        return ""
    home = home_of(path)
    return f", and put '{rest}' in `{home}`" if home else f", and put '{rest}' behind a `#`"


def home_of(path: Path) -> str:
    for length in range(len(path) - 1, 0, -1):
        model = model_at(names_of(path[:length]))
        if model and not isinstance(path[length], int):
            for field in HOMES:
                if field in named_fields(model):
                    return path_text((*path[:length], field))
    return ""


def reader_at(path: Path) -> Callable[[Any], Any] | None:
    """How a figure, a date or a choice is read; nothing for texts, which hold anything."""
    names = names_of(path)
    model = model_at(names[:-1]) if names else None
    how = reader_of(model, names[-1]) if model else None
    return None if how in (text, markdown) else how


def reader_of(model: type[BaseModel], name: str) -> Callable[[Any], Any] | None:
    field = next((one for key, one in model.model_fields.items() if name in (key, one.alias)), None)
    marks = [*field.metadata, *marks_in(field.annotation)] if field else []
    for mark in marks:
        if isinstance(mark, Read):
            return mark.how
        if isinstance(mark, BeforeValidator) and callable(mark.func):
            return mark.func  # type: ignore[return-value]
    return None


def marks_in(annotation: Any) -> Iterator[Any]:
    for inner in get_args(annotation):
        yield inner
        yield from marks_in(inner)
