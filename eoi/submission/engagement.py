"""Who was asked: members, stakeholders, the public and NHS England, and what they said."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from eoi.submission.choices import Asked, Flag
from eoi.submission.concerns import Concerns
from eoi.submission.dates import WhenField
from eoi.submission.fields import Markdown, Part, Text, Texts, listed
from eoi.submission.nothing import MAY_BE_NONE
from eoi.submission.quantities import PeopleField, PracticesField, RepliesField, ShareField, VotesField
from eoi.submission.scope import Level


class Event(Part):
    shorthand = "event"

    date: WhenField | None = Field(None, description="When")
    event: Text | None = Field(None, description="What took place")


class Point(Part):
    """Something said for or against, with the weight its author gave it."""

    shorthand = "point"

    point: Text | None = Field(None, description="What was said")
    level: Level | None = Field(None, description="How much it weighs: high, medium or low")


Points = Annotated[tuple[Point, ...], BeforeValidator(listed)]


class Ballot(Part):
    """A vote of member practices or GPs. One with nothing but dates has not told what members think."""

    answered_by = ("votes_for", "votes_against", "outcome")

    ccg: Text | None = Field(None, description="Whose members vote, by the CCG's name or short name")
    opened: WhenField | None = Field(None, description="When voting opened, or will open")
    closed: WhenField | None = Field(None, description="When it closed, or will close")
    voters: Text = Field("practices", description="Who could vote: practices or GPs")
    electorate: VotesField | None = Field(None, description="How many could vote")
    voted: VotesField | None = Field(None, description="How many did")
    votes_for: VotesField | None = Field(None, alias="for", description="Votes for")
    votes_against: VotesField | None = Field(None, alias="against", description="Votes against")
    abstained: VotesField | None = Field(None, description="Abstentions")
    outcome: Text | None = Field(None, description="What came of it, such as in favour")
    rule: Text | None = Field(None, description="What a vote against would mean")
    result_due: WhenField | None = Field(None, description="When the result is due")
    result_date: WhenField | None = Field(None, description="When the result was declared")

    @property
    def has_result(self) -> bool:
        return any((self.voted, self.votes_for, self.votes_against, self.abstained, self.outcome))


class Members(Part):
    consulted: Texts = Field((), description="Who was consulted, one line each")
    practices_consulted: PracticesField | None = Field(None, description="How many practices were consulted")
    events: tuple[Event, ...] = Field((), description="Meetings and briefings of members")
    ballot: Ballot | None = Field(None, description="Was there a vote?")
    ballots: tuple[Ballot, ...] = Field(
        (), description="Or several votes, one for each CCG where several apply"
    )
    view: Markdown | None = Field(None, description="What do member practices think?")
    issues: Texts = Field((), description="The main points members raised, one line each")
    positives: Points = Field((), description="What members welcome, one line each")
    concerns: Concerns = Field((), description="What worries members, one line each")
    planned: Markdown | None = Field(None, description="How will members be engaged from now on?")

    @property
    def votes(self) -> tuple[Ballot, ...]:
        """Every ballot: a single one may stand by itself."""
        return ((self.ballot,) if self.ballot else ()) + self.ballots


class Stakeholder(Part):
    shorthand = "name"

    name: Text | None = Field(None, description="The organisation")
    role: Text | None = Field(None, description="Who spoke for it, by role")
    consulted: Asked | None = Field(None, description="Were they asked: yes or no?")
    with_members: Flag | None = Field(
        None, description="Were they asked among the members, not as a stakeholder: yes or no?"
    )
    date: WhenField | None = Field(None, description="When they were asked, or will be")
    view: Text | None = Field(None, description="Their view in a sentence")
    positives: Points = Field((), description="What they welcome, one line each")
    concerns: Concerns = Field((), description="What worries them, one line each")

    @property
    def has_answered(self) -> bool:
        return bool(self.view or self.positives or self.concerns)


class Views(Part):
    in_favour: ShareField | None = Field(None, alias="for", description="Share in favour, such as 58%")
    against: ShareField | None = Field(None, description="Share against")
    unsure: ShareField | None = Field(None, description="Share who do not know")


class Public(Part):
    method: Text | None = Field(
        None, description="How the public were asked, such as an online questionnaire"
    )
    audience: Text | None = Field(None, description="Who it went to")
    sent: PeopleField | None = Field(None, description="How many it went to")
    responses: RepliesField | None = Field(None, description="How many replied")
    response_rate: ShareField | None = Field(None, description="The share who replied")
    views: Views | None = Field(None, description="What they said")
    issues: Texts = Field((), description="The main points raised, one line each")
    positives: Points = Field((), description="What they welcome, one line each")
    concerns: Concerns = Field((), description="What worries them, one line each")
    planned: Markdown | None = Field(
        None, description="How will patients and the public be engaged from now on?"
    )


class Engagement(Part):
    members: Members | None = Field(None, description="How were member practices engaged?")
    stakeholders: Annotated[tuple[Stakeholder, ...], MAY_BE_NONE] = Field(
        (), description="Which stakeholders were asked?"
    )
    stakeholder_issues: Texts = Field((), description="The main points stakeholders raised, one line each")
    stakeholders_planned: Markdown | None = Field(
        None, description="How will stakeholders be engaged from now on?"
    )
    public: Public | None = Field(None, description="How were patients and the public engaged?")
    nhs_england: Annotated[tuple[Event, ...], MAY_BE_NONE] = Field(
        (), description="When was NHS England engaged?"
    )
    nhs_england_notes: Markdown | None = Field(None, description="How do you work with NHS England on this?")
