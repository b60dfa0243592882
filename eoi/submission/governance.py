"""Governance: groups and their members, reserved decisions, and conflicts of interest."""

from __future__ import annotations

from typing import Literal

from eoi.submission import MARKDOWN, TEXT
from eoi.submission.choices import IN_PUBLIC, NO, YES, Choice, join_lists, make_choice
from eoi.submission.dates import DATE
from eoi.submission.part import Part, ask, ask_several
from eoi.submission.quantities import QUORUM

Voting = Literal["yes", "no", "in_attendance"]
VOTING: Choice[Voting] = make_choice(
    Voting,
    yes=join_lists(YES, "voting, votes, voting member, can vote"),
    no=join_lists(
        NO, "non-voting, nonvoting, not voting, no vote, non-voting member, does not vote, observer"
    ),
    in_attendance="attends, attendee, attending, attendance, in attendance only, by invitation",
)


class Member(Part):
    """A member of a group, or several members in one line."""

    shorthand = "role"

    role = ask(TEXT, "The role, such as lay member")
    body = ask(TEXT, "The organisation they come from")
    voting = ask(VOTING, "Do they vote: yes, no or in attendance?")

    @property
    def votes(self) -> bool | None:
        """Tell whether a member votes; None if the file does not say. Members in attendance do not vote."""
        return None if self.voting is None else self.voting == "yes"


class Group(Part):
    """A committee or group. `quorum` is free text, because rules on quorums differ widely."""

    shorthand = "name"

    name = ask(TEXT, "Its name")
    kind = ask(TEXT, "What it is, such as joint committee or operational group")
    purpose = ask(MARKDOWN, "What it does")
    meets = ask(TEXT, "How often it meets, such as quarterly")
    chair = ask(TEXT, "Who chairs it, by role")
    reports_to = ask_several(TEXT, "Which bodies it reports to")
    members = ask_several(Member, "Who sits on it, and who votes")
    quorum = ask(TEXT, "How many must be present, and who")
    quorum_minimum = ask(QUORUM, "That number as a figure")
    public = ask(IN_PUBLIC, "Does it meet in public: yes or no?")
    replaces = ask(TEXT, "Which existing group it replaces")


class ConflictCase(Part):
    """A decision in which an interest conflicted, and how that was handled."""

    shorthand = "case"

    case = ask(TEXT, "What was decided")
    date = ask(DATE, "When")
    outcome = ask(TEXT, "How the conflict was handled")


class ConflictsOfInterest(Part):
    """The way in which conflicts of interest are managed."""

    none_of = "cases"

    policy = ask(TEXT, "The policy and where it is set out")
    arrangements = ask(MARKDOWN, "How conflicts are managed in practice")
    registers = ask_several(TEXT, "The registers kept, such as a register of interests", may_be_none=True)
    guardian = ask(TEXT, "The conflicts of interest guardian, by role (from 2016)")
    cases = ask_several(ConflictCase, "Conflicts already managed, and how", may_be_none=True)


class ReservedDecision(Part):
    """A decision that a board keeps for itself. `id` links it to a function in the round's list."""

    shorthand = "decision"

    decision = ask(TEXT, "The decision")
    id = ask(TEXT, "The function it belongs to, such as discretionary_payments")
    body = ask(TEXT, "Who keeps it, such as the CCG Board")
    threshold = ask(TEXT, "From what value, or in which cases")


class Governance(Part):
    """The groups that would oversee the work, and the decisions that stay with boards."""

    introduction = ask(MARKDOWN, "What would the governance arrangements be?")
    constitution = ask(MARKDOWN, "How is the CCG's constitution amended for this, and who has approved it?")
    groups = ask_several(Group, "Which groups would oversee the work?")
    existing = ask(MARKDOWN, "Which existing groups and contracts would be used?")
    conflicts_of_interest = ask(ConflictsOfInterest, "How are conflicts of interest managed?")
    reserved_decisions = ask_several(ReservedDecision, "Which decisions stay with a board?", may_be_none=True)
