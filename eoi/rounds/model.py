"""A round: what one invitation asked, as data, with where each requirement comes from."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from eoi.certainties import CERTAINTIES, Certainty
from eoi.findings import Severity
from eoi.submission.choices import one_of
from eoi.submission.dates import When, WhenField
from eoi.submission.fields import Part, Text, Texts
from eoi.submission.scope import FORMS, Form

KNOWN = tuple(name for name, words in CERTAINTIES.items() if words.in_documents)
HowKnown = Annotated[Certainty, BeforeValidator(one_of(*KNOWN))]
LABELS = tuple(severity.label for severity in reversed(Severity))
RuleWeight = Annotated[str, BeforeValidator(one_of(*LABELS, "off"))]
Weight = Annotated[str, BeforeValidator(one_of(*LABELS))]


class Condition(Part):
    """The requirement binds only items whose `field` holds one of these words."""

    field: Text
    is_one_of: Texts = Field(alias="is")


class Requirement(Part):
    """One thing the invitation wants to be told.

    `path` leads to a field of the submission, with `[]` for each item of a list; any of `or_path`
    will do instead. `asks` completes the sentences "To complete: ..." and "Consider adding: ..."; `rule` is
    what reports it. Where the list `unless_none` says `none`, there is nothing to ask.
    """

    path: Text
    or_path: Texts = Field((), alias="or")
    asks: Text
    rule: Text = "answer-missing"
    forms: tuple[Form, ...] = ()
    only: Condition | None = None
    unless_none: Text | None = None
    certainty: HowKnown = "inferred"
    weight: Weight = "error"
    source: Text = ""

    @cached_property
    def severity(self) -> Severity:
        return min(CERTAINTIES[self.certainty].heaviest, Severity[self.weight.upper()])

    @property
    def is_known_to_be_asked(self) -> bool:
        """By what a public source says of the invitation."""
        return self.certainty == "found"

    def binds(self, form: str) -> bool:
        return not self.forms or form in self.forms


class RoundPart(Part):
    """A numbered part of a section. `id` names the macro of the section's template that writes it."""

    id: Text
    number: Text = ""
    heading: Text
    question: Text = ""
    requirements: tuple[Requirement, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.number}. {self.heading}" if self.number else self.heading


class Section(RoundPart):
    """A section. `id` names the template that writes it."""

    parts: tuple[RoundPart, ...] = ()

    @property
    def places(self) -> Iterator[tuple[RoundPart, str]]:
        """Itself, then its parts, each with the label a reader finds it by: `B.III`."""
        yield self, self.number or self.heading
        for part in self.parts:
            numbers = [number for number in (self.number, part.number) if number]
            yield part, ".".join(numbers) if self.number else f"{self.heading} {part.number}"


class FormWords(Part):
    """How sentences name a form of co-commissioning."""

    name: Text
    phrase: Text


class SubmissionWords(Part):
    """What a submission is called, as its title and in sentences that come back to it, and what one CCG does
    with it, or several, or did: `applies for`."""

    document: Text
    briefly: Text
    one: Text
    several: Text
    past: Text

    def verb(self, one: bool, past: bool) -> str:
        return self.past if past else self.one if one else self.several


class CatalogueFunction(Part):
    """A commissioning function that scope tables draw on."""

    id: Text
    group: Text
    function: Text
    certainty: Certainty
    source: Text


class Round(Part):
    """`forms` are the words for every form there is, since a file can name one that the round does not
    offer: a phase before, a fallback, an option that was weighed. One can apply for those that it `offers`.
    A day that was not found is left out; `starts` is when arrangements of the round take effect.
    """

    id: Text
    title: Text
    invitation: Text
    issued: WhenField | None = None
    deadline: WhenField | None = None
    starts: WhenField | None = None
    words: SubmissionWords
    deadlines: dict[Form, WhenField] = Field(default_factory=dict)
    forms: dict[Form, FormWords]
    offers: tuple[Form, ...]
    sections: tuple[Section, ...]
    sources: dict[Text, Text]
    rules: dict[Text, RuleWeight] = Field(default_factory=dict)
    functions: tuple[CatalogueFunction, ...] = ()

    @model_validator(mode="after")
    def name_every_form(self) -> Self:
        if missing := [form for form in FORMS if form not in self.forms]:
            raise ValueError(f"there are no words for {', '.join(missing)}")
        return self

    @model_validator(mode="after")
    def be_dated(self) -> Self:
        if not (self.deadline or self.issued):
            raise ValueError("neither a deadline nor the day of the invitation is given")
        return self

    @cached_property
    def requirements(self) -> tuple[tuple[str, RoundPart, str, Requirement], ...]:
        """Each requirement with its section, the part that asks, and the place that a reader finds it by."""
        return tuple(
            (section.label, part, place, requirement)
            for section in self.sections
            for part, place in section.places
            for requirement in part.requirements
        )

    def closes(self, form: str) -> When | None:
        """The deadline, where it is known: some rounds had one for each form."""
        return self.deadlines.get(form, self.deadline)  # type: ignore[call-overload, no-any-return]

    @property
    def dated(self) -> When:
        """When the round was: its deadline or, where none was found, its invitation."""
        dated = self.deadline or self.issued
        assert dated is not None, "a round without either is refused"
        return dated

    @cached_property
    def function_names(self) -> dict[str, str]:
        return {function.id: function.function for function in self.functions}
