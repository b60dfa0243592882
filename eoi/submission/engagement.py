"""The engagement of members, stakeholders, the public and NHS England, and their views."""

from __future__ import annotations

import re
from typing import Literal

from eoi.expressions import Expression
from eoi.submission import MARKDOWN, TEXT
from eoi.submission.choices import ASKED, FLAG
from eoi.submission.dates import DATE
from eoi.submission.part import Part, ask, ask_several
from eoi.submission.proposal import Concern
from eoi.submission.quantities import PRACTICES, REPLIES, SENT, SHARE, VOTES
from eoi.submission.scope import LEVEL

NOT_YET = Expression(
    r"\b(?:not|never|to be) (?:yet )?(?:agreed|in favour|carried|approved|supported|accepted|passed)\b",
    re.IGNORECASE,
)
TIED = Expression(
    r"^(?:(?:the )?(?:vote|result|ballot|outcome) (?:was |is )?)?(?:a |an )?"
    r"(?:tied?|draw|drawn|equal|evenly split|split evenly)\b",
    re.IGNORECASE,
)
LOST = Expression(
    r"^(?:(?:the )?(?:members?|practices|result|vote|outcome) (?:was |were |is |voted )?)?"
    r"(?:against|rejected|lost|opposed|defeated|refused|voted down|"
    r"not (?:supported|approved|carried|in favour))\b",
    re.IGNORECASE,
)
WON = Expression(
    r"favour|\b(?:supported|approved|carried|accepted|agreed|passed|won|unanimous(?:ly)?)\b", re.IGNORECASE
)

TO_BE_ASKED = Expression(
    r"(?:(?:yet |still |due )?to be|will be|is to be|not yet|have not yet been|has not yet been) "
    r"(?:asked|consulted|contacted|invited|met|engaged|approached)\b",
    re.IGNORECASE,
    words="to be |will be |not yet ",
)


class Event(Part):
    """A meeting or other event of engagement."""

    shorthand = "event"

    date = ask(DATE, "When")
    event = ask(TEXT, "What took place")


class Point(Part):
    """A point for or against, with the weight its author gave it."""

    shorthand = "point"
    by_line = True

    point = ask(TEXT, "What was said")
    level = ask(LEVEL, "How much it weighs: high, medium or low")


class Ballot(Part):
    """A vote of member practices or GPs.

    Dates alone are no answer, since they do not tell what members think.
    """

    answered_by = ("votes_for", "votes_against", "outcome")

    ccg = ask(TEXT, "Whose members vote, by the CCG's name or short name")
    opened = ask(DATE, "When voting opened, or will open")
    closed = ask(DATE, "When it closed, or will close")
    voters = ask(TEXT, "Who could vote: practices or GPs", default="practices")
    electorate = ask(VOTES, "How many could vote")
    voted = ask(VOTES, "How many did")
    votes_for = ask(VOTES, "Votes for", written="for")
    votes_against = ask(VOTES, "Votes against", written="against")
    abstained = ask(VOTES, "Abstentions")
    outcome = ask(TEXT, "What came of it, such as in favour")
    rule = ask(TEXT, "What a vote against would mean")
    result_due = ask(DATE, "When the result is due")
    result_date = ask(DATE, "When the result was declared")

    @property
    def has_result(self) -> bool:
        """Tell whether the file gives any result of the vote."""
        return any((self.voted, self.votes_for, self.votes_against, self.abstained, self.outcome))

    @property
    def result(self) -> Literal["won", "lost", "tied"] | None:
        """Return the result by the votes, or else by the words of the outcome, or None if neither tells.

        As many votes for as against are a tie, whatever a chair decided afterwards.
        """
        if self.votes_for and self.votes_against:
            more = self.votes_for.amount - self.votes_against.amount
            return "won" if more > 0 else "lost" if more < 0 else "tied"
        return read_vote_result(self.outcome or "")


class Members(Part):
    """The engagement of member practices."""

    consulted = ask_several(TEXT, "Who was consulted, one line each")
    practices_consulted = ask(PRACTICES, "How many practices were consulted")
    events = ask_several(Event, "Meetings and briefings of members")
    ballot = ask(Ballot, "Was there a vote?")
    ballots = ask_several(Ballot, "Or several votes, one for each CCG where several apply")
    view = ask(MARKDOWN, "What do member practices think?")
    issues = ask_several(TEXT, "The main points members raised, one line each")
    positives = ask_several(Point, "What members welcome, one line each")
    concerns = ask_several(Concern, "What worries members, one line each")
    planned = ask(MARKDOWN, "How will members be engaged from now on?")

    @property
    def votes(self) -> tuple[Ballot, ...]:
        """The votes under `ballot` and `ballots` together."""
        return ((self.ballot,) if self.ballot else ()) + self.ballots


class Stakeholder(Part):
    """A body that was, or should be, asked for its view."""

    shorthand = "name"

    name = ask(TEXT, "The organisation")
    role = ask(TEXT, "Who spoke for it, by role")
    consulted = ask(ASKED, "Were they asked: yes or no?")
    with_members = ask(FLAG, "Were they asked among the members, not as a stakeholder: yes or no?")
    date = ask(DATE, "When they were asked, or will be")
    view = ask(TEXT, "Their view in a sentence")
    positives = ask_several(Point, "What they welcome, one line each")
    concerns = ask_several(Concern, "What worries them, one line each")

    @property
    def has_answered(self) -> bool:
        """Tell whether the body has given a view. `To be asked` is none."""
        return bool((self.view and not self.is_yet_to_be_asked) or self.positives or self.concerns)

    @property
    def is_yet_to_be_asked(self) -> bool:
        """Tell whether the words for the view say that nobody has asked for it yet."""
        return bool(self.view and TO_BE_ASKED.match(self.view))


class Views(Part):
    """The shares of a survey: in favour, against and unsure."""

    in_favour = ask(SHARE, "Share in favour, such as 58%", written="for")
    against = ask(SHARE, "Share against")
    unsure = ask(SHARE, "Share who do not know")


class Public(Part):
    """The engagement of patients and the public."""

    method = ask(TEXT, "How the public were asked, such as an online questionnaire")
    audience = ask(TEXT, "Who it went to")
    sent = ask(SENT, "How many it went to")
    responses = ask(REPLIES, "How many replied")
    response_rate = ask(SHARE, "The share who replied")
    views = ask(Views, "What they said")
    issues = ask_several(TEXT, "The main points raised, one line each")
    positives = ask_several(Point, "What they welcome, one line each")
    concerns = ask_several(Concern, "What worries them, one line each")
    planned = ask(MARKDOWN, "How will patients and the public be engaged from now on?")


class Engagement(Part):
    """All engagement on the proposal."""

    members = ask(Members, "How were member practices engaged?")
    stakeholders = ask_several(Stakeholder, "Which stakeholders were asked?", may_be_none=True)
    stakeholder_issues = ask_several(TEXT, "The main points stakeholders raised, one line each")
    stakeholders_planned = ask(MARKDOWN, "How will stakeholders be engaged from now on?")
    public = ask(Public, "How were patients and the public engaged?")
    nhs_england = ask_several(Event, "When was NHS England engaged?", may_be_none=True)
    nhs_england_notes = ask(MARKDOWN, "How do you work with NHS England on this?")


def read_vote_result(words: str) -> Literal["won", "lost", "tied"] | None:
    """Return the result that an officer's words mean, or None if they leave it open."""
    if LOST.match(words.strip()):
        return "lost"
    if TIED.match(words.strip()):
        return "tied"
    return "won" if WON.search(NOT_YET.sub("", words)) else None
