"""Dates that people state roughly, and periods: `autumn 2014`, `3-5 June 2014`.

Each reader is given the function `read` for the rest of the words, since `by the end of June 2014` holds a
date within a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from eoi.expressions import Expression
from eoi.plain_words import capital
from eoi.submission.days import (
    WEEKDAYS,
    DateRange,
    complete_year,
    make_financial_year,
    span_months,
)

ReadDate = Callable[[str], DateRange | None]
Reader = Callable[["re.Match[str]", ReadDate], DateRange | None]
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
THIRDS = ("early", "mid", "late")
EDGES = {"beginning": 0, "start": 0, "middle": 1, "end": 2}


def read_season(match: re.Match[str], _: ReadDate) -> DateRange | None:
    """Read a season. Winter continues into the next year, and can name both years."""
    name, start, end = match["season"], complete_year(match["start"]), match["end"]
    if end and (name != "winter" or end not in (str(start + 1), f"{(start + 1) % 100:02}")):
        return None
    within = f"{name} {start}/{(start + 1) % 100:02}" if end else f"{name} {start}"
    return DateRange(*span_months(start, SEASONS[name], 3), capital(within), within)


def read_quarter(match: re.Match[str], _: ReadDate) -> DateRange:
    """Read a quarter of a financial year. Q1 is April to June, and Q4 is January to March."""
    number = ORDINALS.get(match["word"] or "") or int(match["number"])
    year = make_financial_year(complete_year(match["start"]), match["end"])
    start = (year.last.year, 1) if number == 4 else (year.first.year, 3 * number + 1)
    return DateRange(*span_months(*start, 3), f"Q{number} {year}")


def read_third(match: re.Match[str], read: ReadDate) -> DateRange | None:
    """Read a third of a period: `early June`, `mid-June`, `late 2014`."""
    whole = read(match["rest"])
    if whole is None or whole.is_day or whole.open_at:
        return None
    number = THIRDS.index(match["third"])
    within = f"{match['third']}{'-' if number == 1 else ' '}{whole.within}"
    return DateRange(*find_third(whole, number), capital(within), within)


def read_edge(match: re.Match[str], read: ReadDate) -> DateRange | None:
    """Read the beginning or the end of a period: `end of June`, `the beginning of 2015`."""
    whole = read(match["rest"])
    if whole is None or whole.is_day or whole.open_at:
        return None
    within = f"{match['edge']} of {whole.within}"
    preposition = "in" if match["edge"] == "middle" else "at"
    days = find_third(whole, EDGES[match["edge"]])
    return DateRange(*days, capital(within), f"the {within}", f"{preposition} the {within}")


def find_third(whole: DateRange, number: int) -> tuple[date, date]:
    """Return the first and last day of a third of a period; `number` is 0, 1 or 2."""
    days = (whole.last - whole.first).days + 1
    if days > 360:
        return span_months(
            whole.first.year + (whole.first.month + 4 * number > 12),
            (whole.first.month + 4 * number - 1) % 12 + 1,
            4,
        )
    first, after = (whole.first + timedelta(days * part // 3) for part in (number, number + 1))
    return first, after - timedelta(1)


def read_latest(match: re.Match[str], read: ReadDate) -> DateRange | None:
    """Read `by June 2014`, which gives the latest possible date and not the earliest."""
    limit = read(match["rest"])
    if limit is None or limit.open_at:
        return None
    within = f"by {limit.within}"
    bound = f"{limit.bound} at the latest"
    return DateRange(
        limit.first, limit.last, capital(within), within, within, bound, limit.weekday, open_at="start"
    )


def read_earliest(match: re.Match[str], read: ReadDate) -> DateRange | None:
    """Read `from April 2015` and `April 2015 onwards`, which give the earliest possible date."""
    start = read(match["rest"])
    if start is None or start.open_at or start.dated.startswith("from "):
        return None
    within = f"from {start.bound}"
    return DateRange(
        start.first, start.last, capital(within), within, within, start.bound, start.weekday, open_at="end"
    )


def read_week(match: re.Match[str], read: ReadDate) -> DateRange | None:
    """Read the week that begins on a day: `week of 9 June 2014`."""
    start = read(match["rest"])
    if start is None or not start.is_day:
        return None
    within = f"week of {start.within}"
    days = start.first, start.first + timedelta(6)
    return DateRange(*days, capital(within), f"the {within}", f"in the {within}", weekday=start.weekday)


def read_weekday(match: re.Match[str], read: ReadDate) -> DateRange | None:
    """Read a day with its weekday: `Thursday 12 June 2014`."""
    day = read(match["rest"])
    if day is None or not day.is_day or day.open_at or day.weekday:
        return None
    weekday = next(name for name in WEEKDAYS if name.lower().startswith(match["weekday"][:3]))
    return DateRange(day.first, day.last, f"{weekday} {day}", weekday=weekday)


def read_time(match: re.Match[str], read: ReadDate) -> DateRange | None:
    """Read a day with its time: `9 January 2015, noon`."""
    day = read(match["rest"])
    if day is None or not day.is_day or day.within != day.written:
        return None
    time = re.sub(r"[ .]{1,3}(?=[ap]\.?m)", "", match["time"])
    within = f"{time} on {day}"
    bound = f"{day} at {time}"
    return DateRange(day.first, day.last, f"{day}, {time}", within, f"at {within}", bound, day.weekday)


def read_span(match: re.Match[str], read: ReadDate) -> DateRange | None:
    """Read `3-5 June 2014` and `Nov/Dec 2014`.

    The first date takes its month and year from the second, if it lacks them.
    """
    end = read(match["end"])
    if end is None or end.within != end.written or "," in str(end):
        return None
    for more in ("", *list_endings(end)):
        start = read(match["start"] + more.lower())
        if start and start.is_day == end.is_day and start.within == start.written:
            return join_dates(start, match["link"].strip(), end, more)
    return None


def list_endings(end: DateRange) -> list[str]:
    """List the endings that two dates can share: the month and year, or the year."""
    words = str(end).split(" ")
    return [" " + " ".join(words[number:]) for number in range(len(words) - 1, 0, -1)]


def join_dates(start: DateRange, link: str, end: DateRange, more: str) -> DateRange:
    """Join two dates to a period; raise `ValueError` if the first is not earlier."""
    if end.last <= start.first or end.first <= start.first:
        raise ValueError(f"write the earlier date first: {end} to {start}")
    told = str(start).removesuffix(more)
    if link in ("-", "to", "until"):
        written = f"{told} to {end}"
        return DateRange(start.first, end.last, written, dated=f"from {written}", bound=f"{told}–{end}")
    written = f"{told}/{end}" if link == "/" else f"{told} {link.replace('&', 'and')} {end}"
    return DateRange(start.first, end.last, written, dated=f"{'on' if end.is_day else 'in'} {written}")


YEARS = r"'?(?P<start>\d{4}|\d{2})[/-](?P<end>\d{4}|\d{2})"
REST = r"(?P<rest>.+)"
TIME = (
    r"(?:12 ?)?(?:noon|midday|midnight)|(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]m)?|(?:0?[1-9]|1[0-2]) ?[ap]m"
)
DAY_NAME = r"(?P<weekday>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
LINKS = (" to | until | and | & | or ", " - ", " ?/ ?", "-")
PATTERNS: tuple[tuple[str, Reader], ...] = (
    (
        rf"(?P<season>{'|'.join(SEASONS)}),?(?: of)? (?P<start>\d{{4}})(?:[/-](?P<end>\d{{4}}|\d\d))?",
        read_season,
    ),
    (rf"(?:q|quarter )(?P<number>[1-4])(?P<word>),?(?: of)? (?:fy ?)?{YEARS}", read_quarter),
    (
        rf"(?:the )?(?P<word>{'|'.join(ORDINALS)})(?P<number>) quarter,?(?: of)? (?:fy ?)?{YEARS}",
        read_quarter,
    ),
    (rf"{YEARS},? (?:q|quarter )(?P<number>[1-4])(?P<word>)", read_quarter),
    (rf"(?P<third>{'|'.join(THIRDS)})[ -]{REST}", read_third),
    (rf"(?:at )?(?:the )?(?P<edge>{'|'.join(EDGES)})(?: of)? {REST}", read_edge),
    (rf"(?:by|no later than|not later than) {REST}", read_latest),
    (rf"(?:the )?(?:w/c|week (?:of|commencing|beginning|starting)) {REST}", read_week),
    (rf"(?P<rest>.+?)(?:,? at |,? )(?P<time>{TIME})", read_time),
    (rf"(?:at )?(?P<time>{TIME})(?: on |, ?| ){REST}", read_time),
    (rf"{DAY_NAME}\.?,? (?:the )?{REST}", read_weekday),
    *((rf"(?:from |between )?(?P<start>.+?)(?P<link>{link})(?P<end>.+)", read_span) for link in LINKS),
    (rf"from {REST}", read_earliest),
    (r"(?P<rest>.+?) onwards?", read_earliest),
)


@cache
def compile_rough_readers() -> tuple[tuple[Expression, Reader], ...]:
    """Compile the patterns when the first rough date is read. Most files have none."""
    return tuple((Expression(pattern, re.ASCII), read) for pattern, read in PATTERNS)
