"""A submission without the words withheld from the public, and the phrases to hide everywhere.

Text is blacked out in its place. A figure, a date or a choice is removed, so that no total, sentence or
picture can use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from eoi.expressions import Expression
from eoi.source.nodes import Path, path_text
from eoi.submission.bodies import LEADER
from eoi.submission.days import When
from eoi.submission.kinds import MARKDOWN, TEXT
from eoi.submission.model import Submission
from eoi.submission.nothing import says_none
from eoi.submission.part import Field, Part, replace
from eoi.submission.walk import field_at

BLACK = "█████"
# A submission is none without the first two; the others are no part of the text.
KEPT = frozenset({"round", "form", "voice", "layout", "waivers", "remarks", "redactions"})
FREE = (TEXT, MARKDOWN, LEADER)
NO_WORDS = frozenset({"id", "url"})  # a black box is neither a name in the catalogue nor an address
STEP = Expression(r"([a-z_]{1,40})|\[(\d{0,4})\]")
WHOLE = Expression(r"[a-z_]{1,40}(?:\[\d{0,4}\])?(?:\.[a-z_]{1,40}(?:\[\d{0,4}\])?){0,12}")
SHORTEST = 3  # letters and figures; shorter ones occur by chance in many other words
LONG_ENOUGH = 8  # to stand in another word only where it is meant
ENDS_OF_SENTENCES = Expression(r"(?<=[.!?;])\s+|\n+")
LOOSE = {" ": r"\s+", "'": "['’‘]", "’": "['’‘]", '"': '["“”]', "-": "[-‑–]"}
Step = str | int | None


class Withheld:
    """The withheld parts: phrases, and the number of the redaction of each other field."""

    def __init__(self) -> None:
        self.phrases: set[str] = set()
        self.hidden: dict[str, int] = {}


def redact(submission: Submission) -> tuple[Submission, Withheld]:
    """Return the submission for the public, and the values that were taken out."""
    withheld, public = Withheld(), submission
    for number, redaction in enumerate(submission.redactions, 1):
        for path in paths_named(submission, redaction.path):
            take_words(value_at(submission, path), field_at(path), path, number, withheld)
        for path in paths_named(submission, redaction.path):
            public = without(public, path, number)
    pattern = compile_phrases(withheld.phrases)
    return (black_out_text(public, pattern) if pattern else public), withheld


def paths_named(submission: Submission, written: str) -> list[Path]:
    """List the filled places that a redaction names; `[]` stands for every item."""
    steps: list[Step] = [name or (int(index) if index else None) for name, index in STEP.findall(written)]
    if not WHOLE.fullmatch(written) or steps[0] in KEPT:
        return []
    return [path for path, value in follow_steps(submission, steps, ()) if is_something(value)]


def follow_steps(value: Any, steps: list[Step], above: Path) -> Iterator[tuple[Path, Any]]:
    """Yield each place that steps lead to from a value, with its value."""
    if not steps:
        yield above, value
        return
    step, rest = steps[0], steps[1:]
    if isinstance(step, str):
        found = field_of(value, step)
        if found:
            yield from follow_steps(getattr(value, found.name), rest, (*above, step))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if step in (None, index):
                yield from follow_steps(item, rest, (*above, index))


def field_of(value: Any, name: str) -> Field | None:
    """Return the field of a part by its name in the file, or in templates."""
    return (value.by_written.get(name) or value.fields.get(name)) if isinstance(value, Part) else None


def is_something(value: Any) -> bool:
    """Tell whether the file says anything here."""
    return value is not None and value != "" and value != ()


def value_at(part: Any, path: Path) -> Any:
    """Return the value at a path."""
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, field_of(part, step).name)  # type: ignore[union-attr]
    return part


def take_words(value: Any, field: Field | None, path: Path, number: int, withheld: Withheld) -> None:
    """Remember every phrase of a value, and which fields hold no text that could be blacked out."""
    if isinstance(value, Part):
        for name, one in value.given.items():
            below = value.fields[name]
            take_words(one, below, (*path, below.written), number, withheld)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            take_words(one, field, (*path, index), number, withheld)
    elif field and is_something(value):
        if not isinstance(value, str) or field.kind in FREE:
            withheld.phrases.update(phrase for phrase in phrases_of(value) if is_long(phrase))
        if not can_be_blacked(value, field):
            withheld.hidden[path_text(path)] = number


def can_be_blacked(value: Any, field: Field) -> bool:
    """Tell whether a black box can stand in the place of a value, since it is text."""
    return isinstance(value, str) and field.kind in (TEXT, MARKDOWN) and field.name not in NO_WORDS


def phrases_of(value: Any) -> Iterator[str]:
    """Yield a text with each of its sentences, or a figure or a date in each way that it is printed."""
    if isinstance(value, When):
        yield from (str(value), value.within, value.dated.removeprefix("on "), value.bound)
        yield from (value.first.isoformat(), value.last.isoformat())
    elif not isinstance(value, bool):
        text = str(value)
        yield text
        yield from (one.strip(" .;!?*_-") for one in ENDS_OF_SENTENCES.split(text))


def is_long(phrase: str) -> bool:
    """Tell whether a phrase is long enough to be looked for everywhere."""
    return sum(character.isalnum() for character in phrase) >= SHORTEST


def without(part: Any, path: Path, number: int) -> Any:
    """Return a part without the value at a path."""
    step, rest = path[0], path[1:]
    found = field_of(part, step) if isinstance(step, str) else None
    assert found is not None, "a path that was found leads to fields"
    value = getattr(part, found.name)
    if rest and isinstance(rest[0], int):
        items = list(value)
        deeper = rest[1:]
        item = items[rest[0]]
        items[rest[0]] = without(item, deeper, number) if deeper else black_out_value(item, found, number)
        return replace(part, **{found.name: tuple(items)})
    taken = without(value, rest, number) if rest else black_out_value(value, found, number)
    return replace(part, **{found.name: taken})


def black_out_value(value: Any, field: Field, number: int) -> Any:
    """Return the text that replaces a withheld value."""
    if isinstance(value, Part):
        return replace(
            value, **{k: black_out_value(one, value.fields[k], number) for k, one in value.given.items()}
        )
    if isinstance(value, tuple):
        return value if says_none(value) else tuple(black_out_value(one, field, number) for one in value)
    if can_be_blacked(value, field):
        return f"{BLACK} (withheld {number})"
    return field.default if not field.is_list else None


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return the pattern that finds each of the phrases, however its spaces, dashes and quotes are set."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(expression_of, longest_first)), re.IGNORECASE) if longest_first else None


def expression_of(phrase: str) -> str:
    """Return the expression that finds one phrase."""
    loose = "".join(LOOSE.get(one) or re.escape(one) for one in " ".join(phrase.split()))
    return loose if len(phrase) >= LONG_ENOUGH else rf"(?<![\w.,]){loose}(?!\w|[.,]\d)"


def black_out_text(part: Any, pattern: re.Pattern[str]) -> Any:
    """Black out the phrases in every other text of a part."""
    changed = {name: spread_value(value, part.fields[name], pattern) for name, value in part.given.items()}
    return replace(part, **changed)


def spread_value(value: Any, field: Field, pattern: re.Pattern[str]) -> Any:
    """Black out the phrases in one value of a part."""
    if isinstance(value, Part):
        return black_out_text(value, pattern)
    if isinstance(value, tuple) and not says_none(value):
        return tuple(spread_value(one, field, pattern) for one in value)
    if isinstance(value, str) and field.kind in FREE and pattern.search(value):
        return None if field.name in NO_WORDS else pattern.sub(BLACK, value)
    return value
