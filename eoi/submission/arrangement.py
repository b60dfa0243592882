"""The arrangement proposed: the form in practice, its phases, the work left out, and when it starts."""

from __future__ import annotations

from eoi.submission.dates import DATE
from eoi.submission.kinds import MARKDOWN, TEXT
from eoi.submission.part import Part, ask, ask_several
from eoi.submission.resources import Budget
from eoi.submission.scope import FORM, Option


class Phase(Part):
    """A phase of the arrangement, with the form that applies in it."""

    shorthand = "name"

    name = ask(TEXT, "What the phase is called")
    form = ask(FORM, "The form during this phase: influence, joint or delegated")
    start = ask(DATE, "When it starts")
    end = ask(DATE, "When it ends")
    description = ask(TEXT, "What happens in it")


class CarveOut(Part):
    """Work that stays elsewhere although its function is in scope."""

    shorthand = "what"

    what = ask(TEXT, "The work that is left out")
    stays_with = ask(TEXT, "Who does it")
    how = ask(TEXT, "Under what arrangement")


class Arrangement(Part):
    """The way in which co-commissioning would work."""

    overview = ask(MARKDOWN, "How would co-commissioning work day to day?")
    options = ask_several(Option, "Which forms were weighed, and why is this one preferred?")
    fallback = ask(FORM, "The form that would do if this one is refused")
    budget = ask(Budget, "Which budget would be managed, and how?")
    phases = ask_several(Phase, "Does the arrangement come in phases?", may_be_none=True)
    carve_outs = ask_several(CarveOut, "What is left out, and who does it?", may_be_none=True)
    future = ask(MARKDOWN, "How might the arrangement develop?")


class Milestone(Part):
    """A milestone: an event that the plan expects by a date."""

    milestone = ask(TEXT, "What will have happened")
    date = ask(DATE, "By when")
    note = ask(TEXT, "What it depends on")
