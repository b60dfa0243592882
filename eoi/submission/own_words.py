"""The replacement to suggest for a value that cannot be read, made from the officer's own words.

An example from another CCG does not show what is wrong with `34 WTE approx.`. The readable part of it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from eoi.expressions import Expression
from eoi.plain_words import TENS, UP_TO_TWENTY
from eoi.source.nodes import Path
from eoi.source.paths import write_path
from eoi.submission import MARKDOWN, TEXT, Kind
from eoi.submission.dates import DATE
from eoi.submission.rough_dates import SEASONS
from eoi.submission.walk import find_field_at, find_part_at

# Text after a figure that is not part of it: a bracket, a dash, or a word that begins a condition.
BEGINS_THE_REST = Expression(
    r"[(\[,;:–—-]|(?:subject|plus|minus|including|incl|excluding|excl|less|net|but|if|once|when|until|unless|"
    r"provided|depending|pending|tbc|a year|per|p\.?a|each|after|before|at|as|with|without|which|and|or|of|"
    r"for)\b",
    re.IGNORECASE,
)
ABOUT_BEHIND = Expression(
    r"(.{1,60}?)[ ,(]{1,3}(?:approx(?:imately)?|about|circa|ca|est(?:imated)?|roughly)\.?\)?\.?", re.I
)
NUMBERS = UP_TO_TWENTY[:19]
# 'twenty-three practices'
TENS_FIRST = Expression(
    rf"({'|'.join(TENS)})(?:[- ]({'|'.join(UP_TO_TWENTY[:9])}))?\b(.*)", re.IGNORECASE, words="ty"
)
FIRST_WORD = Expression(rf"({'|'.join(NUMBERS)})\b(.*)", re.IGNORECASE)
FIGURE = Expression(r"\d", re.ASCII)
LONGEST, WORDS, MOST_FIELDS = 200, 12, 2
# Names of fields for words that do not fit a figure, the most suitable first.
HOMES = ("note", "notes", "description", "comment", "introduction", "management", "method", "purpose", "view")


def propose_value(path: Path, name: str, typed: str) -> str:
    """Return the advice to write a readable part of a value; return an empty text if no part can be read.

    For example: "Write `wte: approximately 34 WTE`."
    """
    kind = find_figure_kind(path)
    if kind is None or len(typed) > LONGEST:
        return ""
    for value, rest in split_readings(typed):
        if can_read(kind, value):
            return f"Write `{name}: {value}`{place_rest(rest, path)}."
    return ""


def split_readings(typed: str) -> Iterator[tuple[str, str]]:
    """Yield the beginnings of a value that might be readable, the longest first, each with the rest."""
    if about := ABOUT_BEHIND.fullmatch(typed):
        yield f"approximately {about[1]}", ""
    if tens := TENS_FIRST.fullmatch(typed):
        ones = UP_TO_TWENTY.index(tens[2].lower()) + 1 if tens[2] else 0
        yield f"{TENS[tens[1].lower()] + ones}{tens[3]}", ""
    if word := FIRST_WORD.fullmatch(typed):
        yield f"{NUMBERS.index(word[1].lower()) + 1}{word[2]}", ""
    words = typed.split()
    if words and words[0].lower() in SEASONS and len(words[-1]) == 2 and words[-1].isdecimal():
        yield f"{' '.join(words[:-1])} 20{words[-1]}", ""  # 'Summer 14'
    for number in range(min(len(words) - 1, WORDS), 0, -1):
        value, rest = " ".join(words[:number]), " ".join(words[number:])
        if value[-1] in ",;:":
            yield value.rstrip(",;:"), rest
        elif BEGINS_THE_REST.match(rest):
            yield value, rest.lstrip("–—- ")


def add_year(path: Path, name: str, typed: str, year: str) -> str:
    """Return the advice to add a year to a day or month without one; empty if that makes no date."""
    dated = f"{typed} {year}"
    if find_figure_kind(path) is not DATE or can_read(DATE, typed) or not can_read(DATE, dated):
        return ""
    return f"Add the year: `{name}: {dated}`, if {year} is meant."


def propose_fields(path: Path, typed: str) -> str:
    """Return the fields of a group that the value could belong to: "`headcount: 43` or `wte: 43`".

    The text is empty if there are none.
    """
    part = find_part_at(path)
    names = part.by_written if part and FIGURE.search(typed) else ()
    kinds = {name: kind for name in names if (kind := find_figure_kind((*path, name)))}
    fitting = [f"`{name}: {typed}`" for name, kind in kinds.items() if can_read(kind, typed)]
    return " or ".join(fitting[:MOST_FIELDS])


def is_prose(path: Path) -> bool:
    """Tell whether a path leads to long text."""
    field = find_field_at(path)
    return field is not None and field.kind is MARKDOWN and not field.is_list


def can_read(kind: Kind[Any], value: str) -> bool:
    """Tell whether a value can be read as a kind."""
    try:
        kind.read(value)
    except ValueError:
        return False
    return True


def place_rest(rest: str, path: Path) -> str:
    """Return the part of the advice that says where to put the words behind a figure; empty without any."""
    if not rest:
        return ""
    home = find_home(path)
    return f", and put '{rest}' in `{home}`" if home else f", and put '{rest}' behind a `#`"


def find_home(path: Path) -> str:
    """Return the path of the nearest field for text that does not fit a figure; empty if there is none."""
    for length in range(len(path) - 1, 0, -1):
        part = find_part_at(path[:length])
        if part and not isinstance(path[length], int):
            for field in HOMES:
                if field in part.by_written:
                    return write_path((*path[:length], field))
    return ""


def find_figure_kind(path: Path) -> Kind[Any] | None:
    """Return the kind of a field for a figure, a date or a choice; return None for any other field."""
    field = find_field_at(path)
    if field is None or field.is_list or not isinstance(field.kind, Kind) or field.kind in (TEXT, MARKDOWN):
        return None
    return field.kind
