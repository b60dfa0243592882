"""The whole submission, in the order in which an officer writes it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from eoi.submission.applicant import Applicant
from eoi.submission.arrangement import Arrangement, Milestone
from eoi.submission.assurance import Decision, Evaluation, Signatory, Support, Version, Waiver
from eoi.submission.choices import one_of
from eoi.submission.dates import WhenField
from eoi.submission.engagement import Engagement
from eoi.submission.fields import Markdown, Part, Text
from eoi.submission.governance import Governance
from eoi.submission.nothing import MAY_BE_NONE
from eoi.submission.priorities import Background, Benefits, CcgsInvolved, Priority
from eoi.submission.resources import Resources
from eoi.submission.scope import Form, Scope

Status = Annotated[
    Literal["draft", "submitted", "withdrawn", "declined"],
    BeforeValidator(
        one_of(
            "draft",
            "submitted",
            "withdrawn",
            "declined",
            draft="in draft, first draft, working draft",
            submitted="sent, sent in",
            declined="rejected, refused, not approved, turned down",
        )
    ),
]


class Submission(Part):
    round: Text = Field(description="Which invitation does this answer?")
    form: Form = Field(description="Which form of co-commissioning: influence, joint or delegated?")
    status: Status = Field("draft", description="draft, submitted, withdrawn or declined")
    submitted: WhenField | None = Field(None, description="When was it submitted?")
    versions: tuple[Version, ...] = Field(
        (), description="Which versions of this document have there been, for the document control table?"
    )
    applicants: tuple[Applicant, ...] = Field(description="Which CCGs apply?")
    summary: Markdown | None = Field(
        None, description="Who applies, for what, and with what benefits, in brief?"
    )
    background: Background | None = Field(None, description="Who is the applicant, and how is it organised?")
    ccgs_involved: CcgsInvolved | None = Field(None, description="Which CCGs are involved, and why these?")
    benefits: Benefits | None = Field(None, description="What good will it do?")
    priorities: tuple[Priority, ...] = Field(
        (), description="Which priorities of the plan would it help to deliver?"
    )
    scope: Scope | None = Field(None, description="Which functions are in scope?")
    resources: Resources | None = Field(None, description="What capacity and money are asked for?")
    arrangement: Arrangement | None = Field(None, description="What kind of co-commissioning is proposed?")
    timescales: tuple[Milestone, ...] = Field((), description="When will it happen?")
    governance: Governance | None = Field(
        None, description="Who decides, and how are conflicts of interest managed?"
    )
    engagement: Engagement | None = Field(None, description="Who was asked, and what did they say?")
    evaluation: tuple[Evaluation, ...] = Field((), description="How will you know that it works?")
    support: Annotated[tuple[Support, ...], MAY_BE_NONE] = Field(
        (), description="Which bodies support the proposal?"
    )
    signatories: tuple[Signatory, ...] = Field((), description="Who signs?")
    decision: Decision | None = Field(None, description="What became of the submission?")
    waivers: tuple[Waiver, ...] = Field((), description="Which gaps are left open on purpose, and why?")

    @property
    def ended(self) -> str:
        """`withdrawn` or `declined`, after which nobody has anything to complete; else nothing."""
        words = (self.status, self.decision.outcome if self.decision else None)
        return next((word for word in words if word in ("withdrawn", "declined")), "")
