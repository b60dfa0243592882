"""Figures of long texts, compared with the fields that state the same thing, and with the whole of a part.

The subject of a figure is found by its unit, its size and the words nearest to it, not by set phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.prose.words import spell_within_sentence
from eoi.source.nodes import Path
from eoi.submission.ccg_names import is_named, list_name_words, name_words
from eoi.submission.quantities import Count, Money, Quantity

# The greatest distance, in characters, of a word that names a figure's subject. A comma or a figure between
# the two adds to it.
REACH, ACROSS = 60, 25
PAUSE = Expression(r"[,;:()]|\b(?:and|but|while|whereas|with)\b")
DIGIT = Expression(r"\d")
ADJOINING = 20
PART = Expression(
    r"\b(?:of which|of whom|of these|including|includes?|aged|over \d\d|under \d\d|with diabetes|without|"
    r"whose|"
    r"living with|homeless|older|children|carers|students|care homes?|deaths?|more than half of|subset|first|"
    r"other|another|remaining|extra patients|additional patients)\b"
)
JOINED = Expression(
    r"\s?(?:[a-z]+ )?(?:out )?of (?:(?:all|every|the|our|those|these) ){0,3}|\s?in (?:every )?"
)
OPENS = Expression(r"\b(?:out )?of (?:(?:all|the|our|those|these) ){0,3}$", words="of ")
# `Norwich CCG and South Norfolk CCG together employ 63 people`.
TOGETHER = WordList("together|between them|between us|in all|altogether|in total|combined")
BREAKS = Expression(r"[;:]|\b(?:and|but) (?:the|our|we|its)\b")


class StatedField(FrozenValue):
    """A figure that a field states: its path, its amount and its name."""

    path: Path
    stated: Quantity
    name: str
    verb: str = "is"


class Subject(FrozenValue):
    """A subject of figures: the words that name it, its fields, and how far off a figure can be.

    A figure below `low` or above `high` times the stated one is about another subject.
    """

    words: Expression
    fields: Sequence[StatedField]
    low: str = "0.4"
    high: str = "2.5"


class SubjectOfFigure(FrozenValue):
    """The subject of a figure, and the distance in characters of the word that names it."""

    subject: Subject
    distance: int


def find_nearest_subject(figure: ProseFigure, subjects: Iterable[Subject]) -> SubjectOfFigure | None:
    """Return the subject named nearest to a figure, the first of equals, or None if all are too far."""
    found = [
        SubjectOfFigure(subject, away)
        for subject in subjects
        if subject.fields
        and any(figure.is_near(field.stated, subject.low, subject.high) for field in subject.fields)
        and (away := measure_distance(figure, subject.words)) <= REACH
    ]
    return min(found, key=lambda told: told.distance, default=None)


def measure_distance(figure: ProseFigure, words: Expression) -> int:
    """Return the distance in characters from a figure to the nearest of some words.

    A pause or another figure between adds 25 to it.
    """
    flat, best = figure.said.flat, REACH + 1
    first = max(figure.start - REACH, 0)
    for match in words.finditer(flat, first, figure.end + REACH):
        between = (
            flat[match.end() : figure.start]
            if match.end() <= figure.start
            else flat[figure.end : match.start()]
        )
        apart = (PAUSE.search(between) is not None) + (DIGIT.search(between) is not None)
        best = min(best, len(between.strip()) + ACROSS * apart)
    return best


def find_differing_field(figure: ProseFigure, fields: Iterable[StatedField]) -> StatedField | None:
    """Return the field nearest in amount to a figure, or None if the figure agrees with any field."""
    known = list(fields)
    if not known or any(figure.agrees_with(field.stated) for field in known):
        return None
    return min(known, key=lambda field: abs(field.stated.amount - figure.amount))


def is_stated_beside(case: Case, figure: ProseFigure, fields: Iterable[StatedField]) -> bool:
    """Tell whether another figure in the same sentence agrees with a field.

    This figure is then a part of it, or about another subject.
    """
    known = list(fields)
    return any(
        other.agrees_with(field.stated)
        for other in case.figures
        if other.said is figure.said and other.unit == figure.unit and other.start != figure.start
        for field in known
    )


def choose_fields(case: Case, figure: ProseFigure, fields: Sequence[StatedField]) -> list[StatedField]:
    """Return the fields of the CCG that a sentence names, or those of all CCGs together if it names none.

    Where one CCG states no figure there is none of all of them, and that of another one is no substitute.
    """
    applicants = case.submission.applicants
    if len(applicants) < 2:
        return list(fields)
    words = name_words(figure.said.text)
    named = [index for index, one in enumerate(applicants) if is_named(list_name_words(one), words)]
    own = [field for field in fields if find_owner(field.path) in named]
    of_all = [field for field in fields if find_owner(field.path) is None or "of all" in field.name]
    return [*own, *add_up_alike(own), *of_all] if own and TOGETHER.is_in(figure.sentence) else own or of_all


def add_up_alike(fields: Sequence[StatedField]) -> Iterator[StatedField]:
    """Yield the sum of the fields of each name, such as the practices of two CCGs of three."""
    for name in dict.fromkeys(field.name for field in fields):
        alike = [field for field in fields if field.name == name]
        if len(alike) > 1:
            whole = add_up_stated([(field.path, field.stated) for field in alike])
            yield StatedField(alike[0].path, whole, f"{name} of these CCGs", alike[0].verb)


def find_owner(path: Path) -> str | int | None:
    """Return the index of the applicant that a path belongs to, or None if it belongs to all."""
    return path[1] if path[0] == "applicants" and len(path) > 1 else None


def list_each_and_all(case: Case, pattern: str, name: str, verb: str = "is") -> list[StatedField]:
    """Return the figure of each applicant, and the sum if all of them state it."""
    found = case.list_values(pattern)
    fields = [StatedField(path, value, name, verb) for path, value in found]
    if len(found) > 1 and len(found) == len(case.submission.applicants):
        fields.append(StatedField(found[0][0], add_up_stated(found), f"{name} of all the CCGs", verb))
    return fields


def add_up_stated(found: Sequence[tuple[Path, Quantity]]) -> Quantity:
    """Return the sum of some stated figures."""
    return make_sum(sum((value.amount for _, value in found), Decimal(0)), found[0][1], found)


def make_sum(amount: Decimal, example: Quantity, found: Sequence[tuple[Path, Quantity]]) -> Quantity:
    """Return a sum as an amount or a count like its parts, as exact as the least exact of them."""
    step = max(value.step for _, value in found)
    if not isinstance(example, Money):
        return Count(f"{amount.normalize():,f}", amount, step)
    return Money(f"£{amount / 1_000_000:,.1f}m" if amount >= 1_000_000 else f"£{amount:,.0f}", amount, step)


def report_figure(figure: ProseFigure, field: StatedField, sure: bool) -> Problem:
    """Report a warning if the text names the subject of the figure plainly, else a suggestion.

    Prose can be misread.
    """
    return Problem(
        figure.written.path,
        f"This says {spell_within_sentence(figure.words)}; {field.name} {field.verb} {field.stated}.",
        help="Correct one of the two, or say in the text what the other figure is.",
        other=(field.path, f"{field.stated} here"),
        severity=Severity.WARNING if sure else Severity.ADVICE,
        words=figure.words,
    )


def drop_repeats(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield only one problem for each figure, even if several patterns found it."""
    seen: set[tuple[Path, int]] = set()
    for one in problems:
        at = (one.path, one.words.start if one.words else 0)
        if at not in seen:
            seen.add(at)
            yield one


class Split(FrozenValue):
    """A part of some things, and the whole of them."""

    part: ProseFigure
    whole: ProseFigure


def find_split(figure: ProseFigure, figures: Iterable[ProseFigure]) -> Split | None:
    """Return the part and the whole of words such as `120 of 420`, of which a figure is either, or None."""
    for other in find_beside(figure, figures):
        part, whole = (other, figure) if other.start < figure.start else (figure, other)
        if JOINED.fullmatch(figure.said.flat, part.end, whole.start):
            return Split(part, whole)
    return None


def find_whole(figure: ProseFigure, figures: Iterable[ProseFigure]) -> ProseFigure | None:
    """Return the whole that a figure is a part of, also in `of 43 staff, 30 work here`, or None."""
    known = list(find_beside(figure, figures))
    split = find_split(figure, known)
    if split:
        return split.whole if split.part is figure else None
    flat = figure.said.flat
    opened = (
        one
        for one in known
        if one.start < figure.start
        and OPENS.search(flat, 0, one.start)
        and not BREAKS.search(flat, one.end, figure.start)
    )
    return next(opened, None)


def find_beside(figure: ProseFigure, figures: Iterable[ProseFigure]) -> Iterable[ProseFigure]:
    """Return the other numbers of a figure's sentence."""
    return (
        one
        for one in figures
        if one.said is figure.said and one.start != figure.start and one.unit == figure.unit
    )
