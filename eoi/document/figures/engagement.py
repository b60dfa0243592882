"""The engagement chart: how many were for, against and unsure, among the public and the members who voted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from eoi.document.drawing.lettering import LEADING, measure_text_width, wrap_lettering
from eoi.document.drawing.shapes import EDGE, PAGE, TALLEST, Box, Sheet, Words, centre_lines, split_into_runs
from eoi.document.words.wording import counted, figure, join_words
from eoi.frozen_value import FrozenValue
from eoi.plain_words import capital
from eoi.rounds.model import Round
from eoi.submission.engagement import Ballot, Public
from eoi.submission.model import Submission
from eoi.submission.quantities import Quantity

MOST_GROUPS = 12  # the table shows more groups better than the picture
Pattern = Literal["solid", "hatched", "plain"]
SIDES: tuple[Pattern, ...] = ("solid", "hatched", "plain")
NAMES, BAR, STEP, GAP = 84, 20, 28, 16


class AskedGroup(FrozenValue):
    """A group that was asked: its name, its respondents in words, and the share or number for each view.

    `whole` is the share or number that a full bar stands for.
    """

    who: str
    respondents: str
    sides: tuple[tuple[str, Quantity | None], ...]
    whole: Decimal

    @property
    def given(self) -> list[tuple[str, Quantity, Pattern]]:
        pairs = zip(self.sides, SIDES, strict=True)
        return [(name, figure, pattern) for (name, figure), pattern in pairs if figure]

    @property
    def can_be_drawn(self) -> bool:
        return len(self.given) > 1 and any(figure.amount for _, figure, _ in self.given)


class ViewBar(FrozenValue):
    """The bar of one view. `track` is the length of a bar for everybody who answered."""

    name: Words
    track: Box
    box: Box
    pattern: Pattern
    figure: Words


class ViewPanel(FrozenValue):
    """The bars of one group, with its name and the number of those who replied."""

    title: Words
    about: Words
    bars: tuple[ViewBar, ...]


class EngagementDrawing(FrozenValue):
    """A picture of views, ready for its template. `asked` holds the groups in all parts of the picture."""

    alt: str
    height: int
    panels: tuple[ViewPanel, ...]
    asked: tuple[AskedGroup, ...]


def draw(
    submission: Submission,
    round_: Round,  # noqa: ARG001
    sheet: Sheet = PAGE,
) -> Sequence[EngagementDrawing]:
    """Draw how many were for and against, on as many sheets as the groups need."""
    asked = [group for group in list_asked_groups(submission) if group.can_be_drawn]
    return [draw_groups(run, asked, sheet) for run in split_sheets(asked)]


def count(submission: Submission, round_: Round) -> tuple[int, int]:  # noqa: ARG001
    """Count the figures to draw, and all that are stated.

    The first number is 0 if there are too many groups for a picture.
    """
    asked = [group for group in list_asked_groups(submission) if group.can_be_drawn]
    given = sum(len(group.given) for group in asked)
    return (given if len(asked) <= MOST_GROUPS else 0), given


def split_sheets(asked: list[AskedGroup]) -> list[list[AskedGroup]]:
    """Split the groups evenly over the sheets that they need: a bid of many CCGs has many votes."""
    return split_into_runs(asked, list(map(measure_group_panel, asked)), TALLEST) if asked else []


def measure_group_panel(group: AskedGroup) -> int:
    """Return the height of a group's panel in pixels."""
    return lay_out_view_panel(group, 0, PAGE).bars[-1].track.bottom + GAP


def draw_groups(run: list[AskedGroup], asked: list[AskedGroup], sheet: Sheet) -> EngagementDrawing:
    """Draw the groups of one sheet."""
    y, panels = EDGE, []
    for group in run:
        panels.append(lay_out_view_panel(group, y, sheet))
        y = panels[-1].bars[-1].track.bottom + GAP
    some = (
        f" This part shows {figure(len(asked), len(run))} of {counted(len(asked), 'group')}."
        if len(run) < len(asked)
        else ""
    )
    alt = " ".join([f"Bar chart of views.{some}", *map(write_shares_of_group, run)])
    return EngagementDrawing(alt=alt, height=y, panels=tuple(panels), asked=tuple(asked))


def list_asked_groups(submission: Submission) -> Iterator[AskedGroup]:
    """Yield each group with its shares for and against: members who voted, then the public."""
    engagement = submission.engagement
    for ballot in engagement.members.votes if engagement and engagement.members else ():
        yield make_group_of_ballot(ballot)
    if engagement and engagement.public and engagement.public.views:
        yield make_group_of_public(engagement.public)


def make_group_of_ballot(ballot: Ballot) -> AskedGroup:
    """Return a vote of members as a group.

    Its full bar stands for all who voted, or for the sum of the votes if that is larger.
    """
    sides = (("For", ballot.votes_for), ("Against", ballot.votes_against), ("Abstained", ballot.abstained))
    cast = sum((votes.amount for _, votes in sides if votes), Decimal(0))
    voted = ballot.voted.amount if ballot.voted else cast
    numbers = [
        f"{ballot.electorate} could vote" if ballot.electorate else "",
        f"{ballot.voted} voted" if ballot.voted else "",
    ]
    who = f"{ballot.voters} of {ballot.ccg}" if ballot.ccg else ballot.voters
    return AskedGroup(f"Vote of {who}", ", ".join(filter(None, numbers)), sides, max(voted, cast))


def make_group_of_public(public: Public) -> AskedGroup:
    """Return the public as a group, in per cent.

    The full bar stands for 100, or for a larger stated share.
    """
    views = public.views
    assert views is not None, "only asked of those who have views"
    sides = (("For", views.in_favour), ("Against", views.against), ("Unsure", views.unsure))
    shares = [share.amount for _, share in sides if share]
    numbers = [
        f"sent to {public.sent}" if public.sent else "",
        counted(public.responses, "reply", "replies") if public.responses else "",
        f"response rate {public.response_rate}" if public.response_rate else "",
    ]
    respondents = ", ".join(filter(None, numbers))
    return AskedGroup("Patients and the public", respondents, sides, max([Decimal(100), *shares]))


def lay_out_view_panel(group: AskedGroup, y: int, sheet: Sheet) -> ViewPanel:
    """Lay out the panel of a group from a height downwards."""
    room, most = sheet.width - 2 * EDGE, sheet.lines(2)
    about = wrap_lettering(capital(group.respondents or "number of respondents not stated"), room, most)
    title = wrap_lettering(group.who, room, most, bold=True)
    start = y + LEADING * (len(title) + len(about)) + 8
    bars = [lay_out_view_bar(group, side, start + STEP * n, sheet) for n, side in enumerate(group.given)]
    titles = Words(EDGE, y + 12, title)
    return ViewPanel(titles, Words(EDGE, y + 12 + LEADING * len(title), about), tuple(bars))


def lay_out_view_bar(group: AskedGroup, side: tuple[str, Quantity, Pattern], y: int, sheet: Sheet) -> ViewBar:
    """Lay out the bar of one view."""
    name, figure, pattern = side
    left = EDGE + NAMES
    labels = round(max(measure_text_width(str(figure), bold=True) for _, figure, _ in group.given))
    track = Box(left, y, sheet.width - left - labels - 2 * EDGE, BAR)
    box = Box(left, y, round(track.width * figure.amount / group.whole), BAR)
    return ViewBar(
        name=centre_lines(EDGE, track.middle, (name,)),
        track=track,
        box=box,
        pattern=pattern,
        figure=centre_lines(track.right + EDGE, track.middle, (str(figure),)),
    )


def write_shares_of_group(group: AskedGroup) -> str:
    """Write the shares of a group in a sentence."""
    sides = join_words(f"{figure} {name.lower()}" for name, figure, _ in group.given)
    about = f" ({group.respondents})" if group.respondents else ""
    return f"{capital(group.who)}{about}: {sides}."
