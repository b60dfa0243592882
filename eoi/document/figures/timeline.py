"""The timeline: milestones and phases, the deadline of the round, the start, and future events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.document.content.timeline_entries import (
    DatedEntry,
    Kind,
    ends_after,
    find_day_sent,
    find_deadline_entry,
    list_milestone_entries,
    list_own_entries,
)
from eoi.document.drawing.calendar import Calendar, make_calendar
from eoi.document.drawing.lettering import LEADING, wrap_lettering
from eoi.document.drawing.shapes import (
    EDGE,
    PAGE,
    TALLEST,
    Box,
    Sheet,
    Words,
    centre_lines,
    split_into_pages,
    spread,
)
from eoi.document.words.wording import counted, figure, join_words
from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Round
from eoi.submission.model import Submission

FEWEST = 2
KINDS: dict[Kind, str] = {
    "milestone": "Milestone",
    "start": "Start of co-commissioning",
    "engagement": "Engagement",
    "deadline": "Deadline",
}
SEVERAL = {
    "milestone": "Milestones",
    "start": "Starts of co-commissioning",
    "engagement": "Engagement",
    "deadline": "Deadlines",
}
NAMES, DATES, AXIS = 34, 258, 392
HEAD, FOOT, PADDING, BAR = 46, 34, 8, 10
TRACK = 20  # pixels for the mark of an entry, below its name
MOST_TOLD = 6


class EntrySign(FrozenValue):
    """The sign for an entry's kind, with its position."""

    kind: Kind
    x: int
    y: int


class EntryRow(FrozenValue):
    """The row of an entry. A single day has a `point` on the line, and a longer time has a `bar`."""

    sign: EntrySign
    name: Words
    date: Words
    point: EntrySign | None
    bar: Box | None
    foot: int


class EntryKey(FrozenValue):
    """An entry of the key to the signs."""

    sign: EntrySign
    says: Words


class CalendarTick(FrozenValue):
    """A mark on the time axis, with its label."""

    x: int
    label: Words


class TimelineDrawing(FrozenValue):
    """A timeline, ready for its template. `dates` holds the entries in all parts of the picture."""

    alt: str
    height: int
    ticks: tuple[CalendarTick, ...]
    rows: tuple[EntryRow, ...]
    key: tuple[EntryKey, ...]
    top: int
    foot: int
    dates: tuple[DatedEntry, ...]

    @property
    def milestones(self) -> int:
        """The number of milestones in all parts of the picture. Phases do not count."""
        return sum(one.kind in ("milestone", "start") and not one.of for one in self.dates)


def draw(submission: Submission, round_: Round, sheet: Sheet = PAGE) -> Sequence[TimelineDrawing]:
    """Draw the future events, on as many sheets as they need.

    Past meetings are described in their section.
    """
    own = list_own_entries(submission, round_)
    if len(own) < FEWEST or all(entry.kind == "engagement" for entry in own):
        return ()
    every = sorted(
        [*own, *find_deadline_entry(submission, round_)],
        key=lambda entry: (entry.when.first, entry.when.last),
    )
    start = NAMES if sheet.is_narrow else AXIS
    line = make_calendar([entry.when for entry in every], start, sheet.width - 3 * EDGE)
    room = TALLEST - HEAD - FOOT
    runs, most = split_into_pages(every, lambda entry, most: measure_entry_row(entry, most, PAGE), room, 3)
    return [draw_entries(run, every, line, sheet.lines(most), sheet) for run in runs]


def count(submission: Submission, round_: Round) -> tuple[int, int]:
    """Count the future milestones and phases that have a date, and all milestones and phases."""
    sent = find_day_sent(submission, round_)
    dated = sum(ends_after(one, sent) for one in list_milestone_entries(submission, round_))
    return dated, dated + sum(row.date is None for row in submission.timescales)


def measure_entry_row(entry: DatedEntry, most: int, sheet: Sheet) -> int:
    """Return the height of a row in pixels."""
    names, dates = len(wrap_entry_name(entry, most, sheet)), len(wrap_entry_date(entry))
    if sheet.is_narrow:
        return LEADING * (names + dates) + TRACK + PADDING
    return LEADING * max(names, dates) + PADDING


def wrap_entry_name(entry: DatedEntry, most: int, sheet: Sheet) -> tuple[str, ...]:
    """Wrap the name of an entry to at most `most` lines."""
    return wrap_lettering(entry.name, (sheet.width if sheet.is_narrow else DATES) - NAMES - EDGE, most)


def wrap_entry_date(entry: DatedEntry) -> tuple[str, ...]:
    """Wrap the date of an entry."""
    return wrap_lettering(str(entry.when), AXIS - DATES - EDGE / 2, 3)


def draw_entries(
    run: list[DatedEntry], every: list[DatedEntry], line: Calendar, most: int, sheet: Sheet
) -> TimelineDrawing:
    """Draw the entries of one sheet, on the common calendar of all sheets."""
    y, rows = HEAD, []
    for entry in run:
        rows.append(lay_out_entry_row(entry, y, line, most, sheet))
        y = rows[-1].foot
    kinds = [kind for kind in KINDS if any(entry.kind == kind for entry in run)]
    key = tuple(lay_out_entry_key(kinds, y + FOOT // 2, sheet))
    return TimelineDrawing(
        alt=describe_timeline(run, every),
        height=key[-1].sign.y + FOOT // 2,
        ticks=tuple(CalendarTick(x, Words(x, 18, lines, "middle")) for x, lines in line.ticks()),
        rows=tuple(rows),
        key=key,
        top=HEAD - PADDING // 2,
        foot=y,
        dates=tuple(every),
    )


def lay_out_entry_row(entry: DatedEntry, y: int, line: Calendar, most: int, sheet: Sheet) -> EntryRow:
    """Lay out the row of an entry from a height downwards."""
    foot = y + measure_entry_row(entry, most, sheet)
    lines, dates = wrap_entry_name(entry, most, sheet), wrap_entry_date(entry)
    left, right = line.at(entry.when.first), line.at(entry.when.last)
    if sheet.is_narrow:
        top, middle = y + PADDING // 2 + 12, foot - PADDING // 2 - TRACK // 2
        name, date = Words(NAMES, top, lines), Words(NAMES, top + LEADING * len(lines), dates)
    else:
        middle = (y + foot) // 2
        name, date = centre_lines(NAMES, middle, lines), centre_lines(DATES, middle, dates)
    return EntryRow(
        sign=EntrySign(entry.kind, EDGE + 10, y + PADDING // 2 + 8 if sheet.is_narrow else middle),
        name=name,
        date=date,
        point=EntrySign(entry.kind, left, middle) if entry.when.is_day else None,
        bar=None if entry.when.is_day else Box(left, middle - BAR // 2, max(4, right - left), BAR),
        foot=foot,
    )


def lay_out_entry_key(kinds: list[Kind], y: int, sheet: Sheet) -> Iterator[EntryKey]:
    """Yield the entries of the key for the kinds in the picture."""
    for x, below, kind in spread([(KINDS[kind], kind) for kind in kinds], EDGE + 10, 40, sheet):
        yield EntryKey(EntrySign(kind, x, y + below), centre_lines(x + 14, y + below, (KINDS[kind],)))


def describe_timeline(run: list[DatedEntry], every: list[DatedEntry]) -> str:
    """Describe the timeline in words, for readers who cannot see it."""
    some = f", of which this part shows {figure(len(every), len(run))}" if len(run) < len(every) else ""
    start = f"Timeline of {counted(len(every), 'date')}{some}."
    return " ".join(
        [
            start,
            *(write_dates_of_kind(kind, run) for kind in KINDS if any(entry.kind == kind for entry in run)),
        ]
    )


def write_dates_of_kind(kind: Kind, run: list[DatedEntry]) -> str:
    """List the dates of one kind, or write how many there are and between which two.

    Several dates of engagement are always counted.
    """
    entries = [entry for entry in run if entry.kind == kind]
    most = 1 if kind == "engagement" else MOST_TOLD
    if len(entries) > most:
        first, last = entries[0].when, max((entry.when for entry in entries), key=lambda when: when.last)
        between = first.dated if first == last else f"between {first.bound} and {last.bound}"
        return f"{SEVERAL[kind]}: {counted(len(entries), 'date')}, {between}."
    dates = join_words(f"{entry.name} ({entry.when.within})" for entry in entries)
    return f"{SEVERAL[kind] if len(entries) > 1 else KINDS[kind]}: {dates}."
