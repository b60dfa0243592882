"""How it is checked and who stands behind it: evaluation, support, signatures, decisions, waivers."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from eoi.submission.choices import one_of
from eoi.submission.concerns import Concerns
from eoi.submission.dates import WhenField
from eoi.submission.fields import Markdown, Markdowns, Part, Text, Texts
from eoi.submission.nothing import MAY_BE_NONE, says_none

Outcome = Annotated[
    Literal["approved", "approved_with_conditions", "declined", "withdrawn"],
    BeforeValidator(
        one_of(
            "approved",
            "approved_with_conditions",
            "declined",
            "withdrawn",
            approved="agreed, accepted, approved in full",
            approved_with_conditions="conditionally approved, approved subject to conditions",
            declined="rejected, refused, not approved, turned down",
        )
    ),
]


class Evaluation(Part):
    shorthand = "what"

    what: Text | None = Field(None, description="What is reviewed")
    measure: Text | None = Field(None, description="The measure it is judged by")
    by: Text | None = Field(None, description="Who reviews it")
    when: Text | None = Field(None, description="When, or how often")


class Version(Part):
    """One version of the document, as the document control table lists them."""

    shorthand = "version"

    version: Text | None = Field(None, description="Its number or name, such as 0.2")
    date: WhenField | None = Field(None, description="When it was issued")
    by: Text | None = Field(None, description="Who issued it, by role")
    changes: Text | None = Field(None, description="What changed")


class Support(Part):
    """A body that has considered the proposal: a health and wellbeing board, a council, a committee."""

    shorthand = "body"

    body: Text | None = Field(None, description="The body")
    date: WhenField | None = Field(None, description="When it considered the proposal")
    view: Markdown | None = Field(None, description="What it said, as its minutes have it")
    resolution: Markdowns = Field((), description="What it resolved, one line for each resolution")
    conditions: Annotated[Texts, MAY_BE_NONE] = Field((), description="Conditions it set, one line each")
    concerns: Annotated[Concerns, MAY_BE_NONE] = Field(
        (), description="Concerns it raised, each with your answer"
    )

    @property
    def said(self) -> tuple[str, ...]:
        return ((self.view,) if self.view else ()) + self.resolution

    @property
    def has_answered(self) -> bool:
        lists = (self.conditions, self.concerns)
        return bool(self.said) or any(value or says_none(value) for value in lists)


class Signatory(Part):
    shorthand = "role"

    name: Text | None = Field(None, description="Who signs")
    role: Text | None = Field(None, description="In which role, such as accountable officer")
    organisation: Text | None = Field(None, description="For which organisation")
    date: WhenField | None = Field(None, description="When they signed")


class Decision(Part):
    """What became of the submission."""

    outcome: Outcome | None = Field(
        None, description="approved, approved with conditions, declined or withdrawn"
    )
    date: WhenField | None = Field(None, description="When")
    by: Text | None = Field(None, description="Who decided")
    reason: Markdown | None = Field(None, description="Why")
    conditions: Annotated[Texts, MAY_BE_NONE] = Field((), description="Conditions, one line each")


class Waiver(Part):
    """A gap left open on purpose. Without a reason it does not count."""

    path: Text = Field(description="The field that is left out, as the checklist names it")
    reason: Text = Field(description="Why, and who agreed")
