"""A figure of a long text against the fields that state the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eoi.findings import Severity
from eoi.rules.rule import Problem
from eoi.rules.shared.prose_figures import Figure
from eoi.source.nodes import Path
from eoi.submission.quantities import Quantity


class Field(NamedTuple):
    """What a field states: where, how much, and what it is called."""

    path: Path
    stated: Quantity
    name: str
    verb: str = "is"


def differs(figure: Figure, fields: Iterable[Field]) -> Field | None:
    """The field that the figure is nearest to; nothing where it agrees with one of them."""
    known = list(fields)
    if not known or any(figure.agrees_with(field.stated) for field in known):
        return None
    return min(known, key=lambda field: abs(field.stated.amount - figure.amount))


def problem(figure: Figure, field: Field, sure: bool) -> Problem:
    """A warning where the text says plainly what the figure is, else a suggestion; prose can be misread."""
    words = " ".join(str(figure.words).split())
    return Problem(
        figure.written.path,
        f"This says {words}; {field.name} {field.verb} {field.stated}.",
        help="Correct one of the two, or say in the text what the other figure is.",
        other=(field.path, f"{field.stated} here"),
        severity=Severity.WARNING if sure else Severity.ADVICE,
        words=figure.words,
    )


def first_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Once for each figure, however many patterns saw it."""
    seen = set[tuple[Path, int]]()
    for one in problems:
        at = (one.path, one.words.start if one.words else 0)
        if at not in seen:
            seen.add(at)
            yield one
