"""Who decides: groups and their members, decisions kept back, conflicts of interest."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from eoi.submission.choices import NO, YES, InPublic, one_of, together
from eoi.submission.dates import WhenField
from eoi.submission.fields import Markdown, Part, Text, Texts
from eoi.submission.nothing import MAY_BE_NONE
from eoi.submission.quantities import QuorumField

Voting = Annotated[
    Literal["yes", "no", "in_attendance"],
    BeforeValidator(
        one_of(
            "yes",
            "no",
            "in_attendance",
            yes=together(YES, "voting, votes, voting member, can vote"),
            no=together(
                NO, "non-voting, nonvoting, not voting, no vote, non-voting member, does not vote, observer"
            ),
            in_attendance="attends, attendee, attending, attendance, in attendance only, by invitation",
        )
    ),
]


class Member(Part):
    shorthand = "role"

    role: Text | None = Field(None, description="The role, such as lay member")
    body: Text | None = Field(None, description="The organisation they come from")
    voting: Voting | None = Field(None, description="Do they vote: yes, no or in attendance?")

    @property
    def votes(self) -> bool | None:
        """Nothing where it is not said; whoever is in attendance does not vote."""
        return None if self.voting is None else self.voting == "yes"


class Group(Part):
    """A committee or group. `quorum` is free text because quorum rules differ widely."""

    shorthand = "name"

    name: Text | None = Field(None, description="Its name")
    kind: Text | None = Field(None, description="What it is, such as joint committee or operational group")
    purpose: Markdown | None = Field(None, description="What it does")
    meets: Text | None = Field(None, description="How often it meets, such as quarterly")
    chair: Text | None = Field(None, description="Who chairs it, by role")
    reports_to: Texts = Field((), description="Which bodies it reports to")
    members: tuple[Member, ...] = Field((), description="Who sits on it, and who votes")
    quorum: Text | None = Field(None, description="How many must be present, and who")
    quorum_minimum: QuorumField | None = Field(None, description="That number as a figure")
    public: InPublic | None = Field(None, description="Does it meet in public: yes or no?")
    replaces: Text | None = Field(None, description="Which existing group it replaces")


class ConflictCase(Part):
    shorthand = "case"

    case: Text | None = Field(None, description="What was decided")
    date: WhenField | None = Field(None, description="When")
    outcome: Text | None = Field(None, description="How the conflict was handled")


class ConflictsOfInterest(Part):
    none_of = "cases"

    policy: Text | None = Field(None, description="The policy and where it is set out")
    arrangements: Markdown | None = Field(None, description="How conflicts are managed in practice")
    registers: Annotated[Texts, MAY_BE_NONE] = Field(
        (), description="The registers kept, such as a register of interests"
    )
    guardian: Text | None = Field(None, description="The conflicts of interest guardian, by role (from 2016)")
    cases: Annotated[tuple[ConflictCase, ...], MAY_BE_NONE] = Field(
        (), description="Conflicts already managed, and how"
    )


class ReservedDecision(Part):
    """A decision that a board keeps for itself. `id` ties it to a function of the catalogue."""

    shorthand = "decision"

    decision: Text | None = Field(None, description="The decision")
    id: Text | None = Field(None, description="The function it belongs to, such as discretionary_payments")
    body: Text | None = Field(None, description="Who keeps it, such as the CCG Board")
    threshold: Text | None = Field(None, description="From what value, or in which cases")


class Governance(Part):
    introduction: Markdown | None = Field(None, description="What would the governance arrangements be?")
    constitution: Markdown | None = Field(
        None, description="How is the CCG's constitution amended for this, and who has approved it?"
    )
    groups: tuple[Group, ...] = Field((), description="Which groups would oversee the work?")
    existing: Markdown | None = Field(None, description="Which existing groups and contracts would be used?")
    conflicts_of_interest: ConflictsOfInterest | None = Field(
        None, description="How are conflicts of interest managed?"
    )
    reserved_decisions: Annotated[tuple[ReservedDecision, ...], MAY_BE_NONE] = Field(
        (), description="Which decisions stay with a board?"
    )
