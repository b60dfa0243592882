"""Evaluation, support, signatures, decisions and waivers."""

from __future__ import annotations

from typing import Literal

from eoi.submission import MARKDOWN, TEXT, says_none
from eoi.submission.choices import Choice, make_choice
from eoi.submission.dates import DATE
from eoi.submission.part import Part, ask, ask_several, require
from eoi.submission.proposal import Concern

Outcome = Literal["approved", "approved_with_conditions", "declined", "withdrawn"]
OUTCOME: Choice[Outcome] = make_choice(
    Outcome,
    approved="agreed, accepted, approved in full",
    approved_with_conditions="conditionally approved, approved subject to conditions",
    declined="rejected, refused, not approved, turned down",
)


class Evaluation(Part):
    """A future review: its subject and measure, the reviewer and the time."""

    shorthand = "what"

    what = ask(TEXT, "What is reviewed")
    measure = ask(TEXT, "The measure it is judged by")
    by = ask(TEXT, "Who reviews it")
    when = ask(TEXT, "When, or how often")


class Version(Part):
    """A version of the document, as listed in the document control table."""

    shorthand = "version"

    version = ask(TEXT, "Its number or name, such as 0.2")
    date = ask(DATE, "When it was issued")
    by = ask(TEXT, "Who issued it, by role")
    changes = ask(TEXT, "What changed")


class Paper(Part):
    """The paper in which this document goes to a meeting, and the body that meets."""

    shorthand = "meeting"

    meeting = ask(TEXT, "The meeting it goes to, such as Governing Body")
    date = ask(DATE, "When the meeting is")
    number = ask(TEXT, "The number of the paper, such as 7")
    author = ask(TEXT, "Who wrote it, by role")
    owner = ask(TEXT, "Who answers for it, by role")
    distribution = ask_several(TEXT, "Who receives it, one line each")
    classification = ask(TEXT, "Who may read it, such as Official")


class Support(Part):
    """A body that has considered the proposal: a health and wellbeing board, a council, a committee."""

    shorthand = "body"

    body = ask(TEXT, "The body")
    date = ask(DATE, "When it considered the proposal")
    view = ask(MARKDOWN, "What it said, as its minutes have it")
    resolution = ask_several(MARKDOWN, "What it resolved, one line for each resolution")
    conditions = ask_several(TEXT, "Conditions it set, one line each", may_be_none=True)
    concerns = ask_several(Concern, "Concerns it raised, each with your answer", may_be_none=True)

    @property
    def said(self) -> tuple[str, ...]:
        return ((self.view,) if self.view else ()) + self.resolution

    @property
    def is_told(self) -> bool:
        """Tell whether the file gives more about the body than its name."""
        return bool(self.date) or self.has_answered

    @property
    def says_only_its_view(self) -> bool:
        """Tell whether the file gives a view, and no resolution, condition or concern beside it."""
        return bool(self.view) and not (self.resolution or self.conditions or self.concerns)

    @property
    def has_answered(self) -> bool:
        lists = (self.conditions, self.concerns)
        return bool(self.said) or any(value or says_none(value) for value in lists)


class Signatory(Part):
    """A person or role that signs the submission."""

    shorthand = "role"

    name = ask(TEXT, "Who signs")
    role = ask(TEXT, "In which role, such as accountable officer")
    organisation = ask(TEXT, "For which organisation")
    date = ask(DATE, "When they signed")


class Decision(Part):
    """The outcome of the submission."""

    outcome = ask(OUTCOME, "approved, approved with conditions, declined or withdrawn")
    date = ask(DATE, "When")
    by = ask(TEXT, "Who decided")
    reason = ask(MARKDOWN, "Why")
    conditions = ask_several(TEXT, "Conditions, one line each", may_be_none=True)


class Waiver(Part):
    """A gap left open on purpose. A waiver without a reason does not count."""

    path = require(TEXT, "The field that is left out, as the checklist names it")
    reason = require(TEXT, "Why, and who agreed")
