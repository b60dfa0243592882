"""A round: the questions of one invitation, as data, with the source of each requirement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from eoi.findings import CERTAINTIES, Severity
from eoi.rounds.assessment import FOUND, HOW_KNOWN, Assessment, check_conditions
from eoi.source.nodes import Plain
from eoi.submission import TEXT
from eoi.submission.choices import Choice
from eoi.submission.dates import DATE, DateRange
from eoi.submission.part import Part, ask, ask_several, replace, require, tabulate
from eoi.submission.reader import read_data
from eoi.submission.scope import FORM, FORMS

LABELS = tuple(severity.label for severity in reversed(Severity))
WEIGHT = Choice({label: label for label in LABELS}, {})
RULE_WEIGHT = Choice({label: label for label in (*LABELS, "off")}, {})


class Condition(Part):
    """A condition of a requirement, which then binds only items whose `field` has one of these words."""

    field = require(TEXT)
    is_one_of = ask_several(TEXT, written="is", is_required=True)


class Requirement(Part):
    """An answer that the invitation asks for.

    `path` leads to a field of the submission, with `[]` for each item of a list. An answer at any of
    `or_path` is enough too. `asks` completes the sentences "To complete: ..." and "Consider adding: ...", and
    `asks_of_several` replaces it if several CCGs apply. `rule` reports a missing answer. Nothing is asked if
    the list `unless_none` is `none`. `answerer` is who can answer, if that differs from the rest of its part.
    """

    path = require(TEXT)
    or_path = ask_several(TEXT, written="or")
    asks = require(TEXT)
    asks_of_several = ask(TEXT, default="")
    rule = ask(TEXT, default="answer-missing")
    forms = ask_several(FORM)
    only = ask(Condition)
    unless_none = ask(TEXT)
    certainty = ask(HOW_KNOWN, default="inferred")
    weight = ask(WEIGHT, default="error")
    source = ask(TEXT, default="")
    answerer = ask(TEXT, default="")

    @cached_property
    def severity(self) -> Severity:
        return min(CERTAINTIES[self.certainty].heaviest, Severity[self.weight.upper()])

    @cached_property
    def is_known_to_be_asked(self) -> bool:
        """Tell whether a public source says that the invitation asked for the answer."""
        return self.certainty == FOUND

    def binds(self, form: str) -> bool:
        return not self.forms or form in self.forms


class RoundPart(Part):
    """A numbered part of a section. `id` is the macro in the section's template that writes it."""

    id = require(TEXT)
    number = ask(TEXT, default="")
    heading = require(TEXT)
    question = ask(TEXT, default="")
    answerer = ask(TEXT, default="")
    requirements = ask_several(Requirement)

    @property
    def label(self) -> str:
        return f"{self.number}. {self.heading}" if self.number else self.heading


class Section(RoundPart):
    """A section of a round. `id` is the template that writes it."""

    parts = ask_several(RoundPart)

    def anchor_of(self, part: RoundPart) -> str:
        """Return the id of the heading of a part of this section, or of the section itself."""
        return self.id if part is self else f"{self.id}-{part.id}"

    @property
    def places(self) -> Iterator[tuple[RoundPart, str]]:
        """Yield the section and its parts, each with a label for readers, such as `B.III`."""
        yield self, self.number or self.heading
        for part in self.parts:
            numbers = [number for number in (self.number, part.number) if number]
            yield part, ".".join(numbers) if self.number else f"{self.heading} {part.number}"


class FormWords(Part):
    """The words for a form of co-commissioning in sentences."""

    name = require(TEXT)
    phrase = require(TEXT)


class SubmissionWords(Part):
    """The words for a submission: its title, its name in sentences, and the verb for sending it."""

    document = require(TEXT)
    briefly = require(TEXT)
    one = require(TEXT)
    several = require(TEXT)
    past = require(TEXT)

    def verb(self, one: bool, past: bool) -> str:
        return self.past if past else self.one if one else self.several


class CatalogueFunction(Part):
    """A commissioning function in the catalogue for scope tables."""

    id = require(TEXT)
    group = require(TEXT)
    function = require(TEXT)
    certainty = require(HOW_KNOWN)
    source = require(TEXT)


class Round(Part):
    """An invitation and its questions.

    `forms` has words for every form, since a file can name a form that the round does not offer, as an
    earlier phase, a fallback or an option. CCGs can apply for those in `offers`. A day that was not found is
    left out. `starts` is the day on which the arrangements of the round take effect.
    """

    id = require(TEXT)
    title = require(TEXT)
    invitation = require(TEXT)
    issued = ask(DATE)
    deadline = ask(DATE)
    starts = ask(DATE)
    words = require(SubmissionWords)
    deadlines = tabulate(FORM, DATE)
    forms = tabulate(FORM, FormWords, is_required=True)
    offers = ask_several(FORM, is_required=True)
    sections = ask_several(Section, is_required=True)
    sources = tabulate(TEXT, TEXT, is_required=True)
    rules = tabulate(TEXT, RULE_WEIGHT)
    functions = ask_several(CatalogueFunction)
    answerers = tabulate(TEXT, TEXT)
    assessment = ask(Assessment)

    @cached_property
    def requirements(self) -> tuple[tuple[str, RoundPart, str, Requirement], ...]:
        """Return each requirement with its section, its part, and its label for readers."""
        return tuple(
            (section.label, part, place, requirement)
            for section in self.sections
            for part, place in section.places
            for requirement in part.requirements
        )

    @cached_property
    def alternatives(self) -> tuple[tuple[int, ...], ...]:
        """Return the numbers of requirements that ask the same, each of another kind of scope table."""
        alike: dict[tuple[str, str], list[int]] = {}
        for number, (_, _, place, requirement) in enumerate(self.requirements):
            alike.setdefault((place, requirement.asks), []).append(number)
        return tuple(tuple(numbers) for numbers in alike.values() if len(numbers) > 1)

    @cached_property
    def who_answers(self) -> tuple[str, ...]:
        """Return who can answer each requirement, in their order.

        A requirement that names nobody inherits from its part and its section.
        """
        return tuple(
            requirement.answerer or part.answerer or section.answerer
            for section in self.sections
            for part, _ in section.places
            for requirement in part.requirements
        )

    @cached_property
    def for_several(self) -> Round:
        """Return the round in the plural, as it is for several CCGs."""
        return replace(self, sections=tuple(ask_in_plural(section) for section in self.sections))

    def closes(self, form: str) -> DateRange | None:
        """Return the deadline of a form, or None if it is not known.

        Some rounds have one for each form.
        """
        return self.deadlines.get(form, self.deadline)  # type: ignore[call-overload, no-any-return]

    @property
    def dated(self) -> DateRange:
        """Return the deadline of the round or, if none was found, the day of its invitation."""
        dated = self.deadline or self.issued
        assert dated is not None, "a round without either is refused"
        return dated

    @cached_property
    def function_groups(self) -> dict[str, str]:
        return {function.id: function.group for function in self.functions}

    @cached_property
    def function_names(self) -> dict[str, str]:
        return {function.id: function.function for function in self.functions}


AnyPart = TypeVar("AnyPart", bound=RoundPart)


def ask_in_plural(part: AnyPart) -> AnyPart:
    """Return a part of a round, and its own parts, in the plural."""
    asked = tuple(replace(one, asks=one.asks_of_several or one.asks) for one in part.requirements)
    if isinstance(part, Section):
        return replace(part, requirements=asked, parts=tuple(map(ask_in_plural, part.parts)))
    return replace(part, requirements=asked)


def read_round(data: dict[str, Plain]) -> Round:
    """Return the round that a data file describes, or raise `ValueError` for a mistake in it."""
    found = read_data(Round, data)
    if missing := [form for form in FORMS if form not in found.forms]:
        raise ValueError(f"there are no words for {', '.join(missing)}")
    if not (found.deadline or found.issued):
        raise ValueError("neither a deadline nor the day of the invitation is given")
    if unknown := set(found.who_answers) - set(found.answerers) - {""}:
        raise ValueError(f"answerers do not name {', '.join(sorted(unknown))}")
    if found.assessment:
        asked = {(one.path, str(one.certainty)) for _, _, _, one in found.requirements}
        check_conditions(found.assessment.conditions, asked)
    return found
