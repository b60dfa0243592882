"""How it would work: the form in practice, its phases, what is carved out, and when."""

from typing import Annotated

from pydantic import Field

from eoi.submission.dates import WhenField
from eoi.submission.fields import Markdown, Part, Text
from eoi.submission.nothing import MAY_BE_NONE
from eoi.submission.resources import Budget
from eoi.submission.scope import Form, Option


class Phase(Part):
    shorthand = "name"

    name: Text | None = Field(None, description="What the phase is called")
    form: Form | None = Field(None, description="The form during this phase: influence, joint or delegated")
    start: WhenField | None = Field(None, description="When it starts")
    end: WhenField | None = Field(None, description="When it ends")
    description: Text | None = Field(None, description="What happens in it")


class CarveOut(Part):
    """Work that stays elsewhere although its function is in scope."""

    shorthand = "what"

    what: Text | None = Field(None, description="The work that is left out")
    stays_with: Text | None = Field(None, description="Who does it")
    how: Text | None = Field(None, description="Under what arrangement")


class Arrangement(Part):
    overview: Markdown | None = Field(None, description="How would co-commissioning work day to day?")
    options: tuple[Option, ...] = Field(
        (), description="Which forms were weighed, and why is this one preferred?"
    )
    fallback: Form | None = Field(None, description="The form that would do if this one is refused")
    budget: Budget | None = Field(None, description="Which budget would be managed, and how?")
    phases: Annotated[tuple[Phase, ...], MAY_BE_NONE] = Field(
        (), description="Does the arrangement come in phases?"
    )
    carve_outs: Annotated[tuple[CarveOut, ...], MAY_BE_NONE] = Field(
        (), description="What is left out, and who does it?"
    )
    future: Markdown | None = Field(None, description="How might the arrangement develop?")


class Milestone(Part):
    milestone: Text | None = Field(None, description="What will have happened")
    date: WhenField | None = Field(None, description="By when")
    note: Text | None = Field(None, description="What it depends on")
