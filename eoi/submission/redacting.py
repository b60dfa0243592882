"""A submission without the words withheld from the public, and the phrases to hide everywhere else.

Text is blacked out in its place. A figure, a date or a choice is removed, so that no total, sentence or
picture can use it.
"""

from __future__ import annotations

import re
from typing import Any

from eoi.source.nodes import Path
from eoi.source.paths import write_path
from eoi.submission import MARKDOWN, TEXT, says_none
from eoi.submission.model import Submission
from eoi.submission.named_items import find_field_by_name, follow_steps, read_steps
from eoi.submission.part import Field, Part, replace
from eoi.submission.scope import LEADER
from eoi.submission.walk import find_field_at
from eoi.submission.withheld_spellings import black_out_words, compile_phrases, is_long, list_phrases

BLACK = "█████"
# No submission can do without the first two fields. The others are not printed as text.
KEPT = frozenset({"round", "form", "voice", "layout", "waivers", "remarks", "redactions"})
FREE = (TEXT, MARKDOWN, LEADER)
NO_WORDS = frozenset({"id", "url"})  # a black box cannot replace an id or an address


class Withheld:
    """The withheld words, and the paths of removed fields with their redactions.

    `phrases` are blacked out in all that comes from the file. `figures` are those of them that a figure or a
    date is printed as: a sum can come to one again. `whole` is the submission with all its words, or None if
    the paper is not for the public.
    """

    def __init__(self, whole: Submission | None = None) -> None:
        self.whole = whole
        self.phrases: set[str] = set()
        self.figures: set[str] = set()
        self.hidden: dict[str, int] = {}


def redact(submission: Submission) -> tuple[Submission, Withheld]:
    """Return the submission for the public edition, and the withheld words."""
    withheld, public = Withheld(submission), submission
    for number, redaction in enumerate(submission.redactions, 1):
        for path in list_paths_of_redaction(submission, redaction.path):
            take_words(take_value_at(submission, path), find_field_at(path), path, number, withheld)
        for path in list_paths_of_redaction(submission, redaction.path):
            public = withhold_value(public, path, number)
    pattern = compile_phrases(withheld.phrases)
    return (black_out_text(public, pattern) if pattern else public), withheld


def list_paths_of_redaction(submission: Submission, written: str) -> list[Path]:
    """List the filled paths that a redaction names; `[]` means every item of a list."""
    steps = read_steps(written)
    if not steps or steps[0] in KEPT:
        return []
    return [path for path, value in follow_steps(submission, steps, ()) if is_something(value)]


def is_something(value: Any) -> bool:
    """Tell whether a value is filled in."""
    return value is not None and value != "" and value != ()


def take_value_at(part: Any, path: Path) -> Any:
    """Return the value at a path."""
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, find_field_by_name(part, step).name)  # type: ignore[union-attr]
    return part


def take_words(value: Any, field: Field | None, path: Path, number: int, withheld: Withheld) -> None:
    """Collect the phrases of a value, and the paths of fields that hold no text to black out."""
    if isinstance(value, Part):
        for name, one in value.given.items():
            below = value.fields[name]
            take_words(one, below, (*path, below.written), number, withheld)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            take_words(one, field, (*path, index), number, withheld)
    elif field and is_something(value):
        if not isinstance(value, str) or field.kind in FREE:
            found = {phrase for phrase in list_phrases(value) if is_long(phrase)}
            withheld.phrases |= found
            withheld.figures |= set() if isinstance(value, str) else found
        if not can_be_blacked(value, field):
            withheld.hidden[write_path(path)] = number


def can_be_blacked(value: Any, field: Field) -> bool:
    """Tell whether a black box can replace a value, because it is text."""
    return isinstance(value, str) and field.kind in (TEXT, MARKDOWN) and field.name not in NO_WORDS


def withhold_value(part: Any, path: Path, number: int) -> Any:
    """Return a part with the value at a path withheld."""
    step, rest = path[0], path[1:]
    found = find_field_by_name(part, step) if isinstance(step, str) else None
    assert found is not None, "a path that was found leads to fields"
    value = getattr(part, found.name)
    if rest and isinstance(rest[0], int):
        items = list(value)
        deeper = rest[1:]
        item = items[rest[0]]
        items[rest[0]] = (
            withhold_value(item, deeper, number) if deeper else black_out_value(item, found, number)
        )
        return replace(part, **{found.name: tuple(items)})
    taken = withhold_value(value, rest, number) if rest else black_out_value(value, found, number)
    return replace(part, **{found.name: taken})


def black_out_value(value: Any, field: Field, number: int) -> Any:
    """Return the replacement for a withheld value: a black box with a number, or the field's default."""
    if isinstance(value, Part):
        return replace(
            value, **{k: black_out_value(one, value.fields[k], number) for k, one in value.given.items()}
        )
    if isinstance(value, tuple):
        return value if says_none(value) else tuple(black_out_value(one, field, number) for one in value)
    if can_be_blacked(value, field):
        return f"{BLACK} (withheld {number})"
    return field.default if not field.is_list else None


def black_out_text(part: Any, pattern: re.Pattern[str]) -> Any:
    """Return a part with the phrases blacked out in all its texts."""
    changed = {name: spread_value(value, part.fields[name], pattern) for name, value in part.given.items()}
    return replace(part, **changed)


def spread_value(value: Any, field: Field, pattern: re.Pattern[str]) -> Any:
    """Return a value of a part with the phrases blacked out in it."""
    if isinstance(value, Part):
        return black_out_text(value, pattern)
    if isinstance(value, tuple) and not says_none(value):
        return tuple(spread_value(one, field, pattern) for one in value)
    if isinstance(value, str) and field.kind in FREE and pattern.search(value):
        return None if field.name in NO_WORDS else black_out_words(value, pattern, BLACK)
    return value
