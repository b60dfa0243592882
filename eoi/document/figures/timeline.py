"""The timeline: milestones, engagement, the deadline of the round and the start, as far as they are dated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from eoi.document.drawing.calendar import Calendar, calendar
from eoi.document.drawing.lettering import LEADING, wrapped
from eoi.document.drawing.shapes import EDGE, TALLEST, WIDTH, Box, Words, lettered, pages, spread
from eoi.document.wording import capital, counted, in_words, listed, within
from eoi.rounds.model import Round
from eoi.rules.shared.dating import starts
from eoi.submission.arrangement import Milestone
from eoi.submission.dates import When
from eoi.submission.engagement import Ballot
from eoi.submission.model import Submission

FEWEST = 2
Kind = Literal["milestone", "start", "engagement", "deadline"]
KINDS: dict[Kind, str] = {
    "milestone": "Milestone",
    "start": "Start of co-commissioning",
    "engagement": "Engagement",
    "deadline": "Deadline",
}
NAMES, DATES, AXIS = 34, 258, 392
HEAD, FOOT, PADDING, BAR = 46, 34, 8, 10
MOST_TOLD = 6


class Entry(NamedTuple):
    """`of` says whose milestone or whose engagement it is."""

    kind: Kind
    of: str
    name: str
    when: When


class Sign(NamedTuple):
    kind: Kind
    x: int
    y: int


class Row(NamedTuple):
    """A day has a `point` on the line, a longer time a `bar`."""

    sign: Sign
    name: Words
    date: Words
    point: Sign | None
    bar: Box | None
    foot: int


class Key(NamedTuple):
    sign: Sign
    says: Words


class Tick(NamedTuple):
    x: int
    label: Words


class TimelineDrawing(NamedTuple):
    """`others` are the dates, in all parts of the picture, that are no milestones."""

    alt: str
    height: int
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    key: tuple[Key, ...]
    top: int
    foot: int
    others: tuple[Entry, ...]


def draw(submission: Submission, round_: Round) -> Sequence[TimelineDrawing]:
    own = [*milestones(submission, round_), *engagement(submission)]
    if len(own) < FEWEST or all(entry.kind == "engagement" for entry in own):
        return ()
    every = sorted(
        [*own, *deadline(submission, round_)], key=lambda entry: (entry.when.first, entry.when.last)
    )
    line = calendar([entry.when for entry in every], AXIS, WIDTH - 3 * EDGE)
    room = TALLEST - HEAD - FOOT
    runs, most = pages(every, height, room, 3)
    return [part(run, every, line, most) for run in runs]


def milestones(submission: Submission, round_: Round) -> Iterator[Entry]:
    """Those that are dated, and the phases; where no milestone is the start, the phases that are."""
    begins = {path: when for path, when, _ in starts(submission)}
    phases = submission.arrangement.phases if submission.arrangement else ()
    rows = submission.timescales
    starting = {n for n in range(len(rows)) if ("timescales", n, "date") in begins}
    for n, row in enumerate(rows):
        if row.date:
            kind: Kind = "start" if n in starting else "milestone"
            yield Entry(kind, "", row.milestone or "An unnamed milestone", row.date)
    for n, phase in enumerate(phases):
        name = phase.name or (round_.forms[phase.form].name if phase.form else "A phase")
        if phase.start and not any(tells_of(row, name, phase.start) for row in rows):
            begun = not starting and ("arrangement", "phases", n, "start") in begins
            yield Entry("start" if begun else "milestone", "Phase", f"{name} starts", phase.start)


def tells_of(row: Milestone, phase: str, start: When) -> bool:
    """Whether a milestone is the start of the phase in other words."""
    same_time = row.date is not None and row.date.first <= start.last and start.first <= row.date.last
    return same_time and phase.casefold() in (row.milestone or "").casefold()


def engagement(submission: Submission) -> Iterator[Entry]:
    told = submission.engagement
    for event in told.members.events if told and told.members else ():
        if event.date:
            yield Entry(
                "engagement", "Engagement with members", event.event or "Event for members", event.date
            )
    if told and told.members:
        yield from votes(told.members.votes)
    for row in told.stakeholders if told else ():
        if row.date and row.consulted is not False:
            what = "Views of" if row.has_answered else "Consultation of"
            name = f"{what} {within(row.name or 'a stakeholder')}"
            yield Entry("engagement", "Engagement with stakeholders", name, row.date)
    for event in told.nhs_england if told else ():
        if event.date:
            name = event.event or "Contact with NHS England"
            yield Entry("engagement", "Engagement with NHS England", name, event.date)


def votes(ballots: tuple[Ballot, ...]) -> Iterator[Entry]:
    """When voting closes, and when a result that is not there yet is due: one entry for all of one day."""
    for day, same in by_day(ballots, lambda ballot: ballot.closed):
        several = f"{capital(in_words(len(same), 'vote'))} of members close"
        name = f"Vote of {voters(same[0])} closes" if len(same) == 1 else several
        yield Entry("engagement", "Engagement with members", name, day)
    awaited = tuple(ballot for ballot in ballots if not ballot.has_result and not ballot.result_date)
    for day, same in by_day(awaited, lambda ballot: ballot.result_due):
        one = f"Result of the vote of {voters(same[0])} due"
        name = one if len(same) == 1 else f"Results of {in_words(len(same), 'vote')} of members due"
        yield Entry("engagement", "Engagement with members", name, day)


def voters(ballot: Ballot) -> str:
    return f"{ballot.voters} of {ballot.ccg}" if ballot.ccg else ballot.voters


def by_day(
    ballots: tuple[Ballot, ...], date_of: Callable[[Ballot], When | None]
) -> Iterator[tuple[When, list[Ballot]]]:
    days: dict[When, list[Ballot]] = {}
    for ballot in ballots:
        if day := date_of(ballot):
            days.setdefault(day, []).append(ballot)
    yield from days.items()


def deadline(submission: Submission, round_: Round) -> Iterator[Entry]:
    if closing := round_.closes(submission.form):
        yield Entry("deadline", "The round", "Submissions close", closing)


def height(entry: Entry, most: int) -> int:
    return LEADING * max(len(name_lines(entry, most)), len(date_lines(entry))) + PADDING


def name_lines(entry: Entry, most: int) -> tuple[str, ...]:
    return wrapped(entry.name, DATES - NAMES - EDGE, most)


def date_lines(entry: Entry) -> tuple[str, ...]:
    return wrapped(str(entry.when), AXIS - DATES - EDGE / 2, 3)


def part(run: list[Entry], every: list[Entry], line: Calendar, most: int) -> TimelineDrawing:
    y, rows = HEAD, []
    for entry in run:
        rows.append(row(entry, y, line, most))
        y = rows[-1].foot
    kinds = [kind for kind in KINDS if any(entry.kind == kind for entry in run)]
    return TimelineDrawing(
        alt=alt(run, every),
        height=y + FOOT,
        ticks=tuple(Tick(x, Words(x, 18, lines, "middle")) for x, lines in line.ticks()),
        rows=tuple(rows),
        key=tuple(key(kinds, y + FOOT // 2)),
        top=HEAD - PADDING // 2,
        foot=y,
        others=tuple(entry for entry in every if entry.of),
    )


def row(entry: Entry, y: int, line: Calendar, most: int) -> Row:
    foot = y + height(entry, most)
    middle = (y + foot) // 2
    left, right = line.at(entry.when.first), line.at(entry.when.last)
    return Row(
        sign=Sign(entry.kind, EDGE + 10, middle),
        name=lettered(NAMES, middle, name_lines(entry, most)),
        date=lettered(DATES, middle, date_lines(entry)),
        point=Sign(entry.kind, left, middle) if entry.when.is_day else None,
        bar=None if entry.when.is_day else Box(left, middle - BAR // 2, max(4, right - left), BAR),
        foot=foot,
    )


def key(kinds: list[Kind], y: int) -> Iterator[Key]:
    for x, kind in spread([(KINDS[kind], kind) for kind in kinds], EDGE + 10, 40):
        yield Key(Sign(kind, x, y), lettered(x + 14, y, (KINDS[kind],)))


def alt(run: list[Entry], every: list[Entry]) -> str:
    some = f", of which this part shows {len(run)}" if len(run) < len(every) else ""
    start = f"Timeline of {counted(len(every), 'date')}{some}."
    return " ".join([start, *(told(kind, run) for kind in KINDS if any(entry.kind == kind for entry in run))])


def told(kind: Kind, run: list[Entry]) -> str:
    """Each date, or how many there are and between which two; engagement is always many."""
    entries = [entry for entry in run if entry.kind == kind]
    most = 1 if kind == "engagement" else MOST_TOLD
    if len(entries) > most:
        first, last = entries[0].when, max((entry.when for entry in entries), key=lambda when: when.last)
        between = first.dated if first == last else f"between {first.bound} and {last.bound}"
        return f"{KINDS[kind]}: {len(entries)} dates, {between}."
    dates = listed(f"{entry.name} ({entry.when.within})" for entry in entries).unescape()
    return f"{KINDS[kind]}{'s' if len(entries) > 1 else ''}: {dates}."
