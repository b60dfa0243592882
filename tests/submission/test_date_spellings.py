"""Dates as officers type them: the days meant, what is printed alone and what in a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.document.drawing.lettering import measure_text_width
from eoi.document.figures.timeline import AXIS, DATES, draw
from eoi.submission.dates import MONTHS, WEEKDAYS, DateRange, read_when
from tests.samples import examined, interest, skeleton, words_of
from tests.submission.spellings import spellings
from tests.tables import for_each
from tests.thorough import some_of
from tests.values import FIRST_DAY, LAST_DAY

ROWS = spellings("dates")
each_row = for_each(ROWS, lambda row: row[0])
# Each is printed in a document of its own. The kinds are the numbers of words.
some_rows = for_each(some_of(ROWS, 15, lambda row: len(row[0].split())), lambda row: row[0])


def test_the_spellings_are_seen() -> None:
    assert len(ROWS) >= 70


@each_row
def test_a_date_means_its_days_and_is_printed_in_a_letters_style(row: list[str]) -> None:
    typed, first, last, alone, dated, bound = row
    read = read_when(typed)
    assert (read.first.isoformat(), read.last.isoformat()) == (first, last)
    assert (str(read), read.dated, read.bound) == (alone, dated, bound)


@each_row
def test_a_date_as_printed_is_read_back_to_the_same(row: list[str]) -> None:
    assert read_when(str(read_when(row[0]))) == read_when(row[0])


@pytest.mark.slow
@some_rows
def test_a_date_stands_in_a_sentence_with_its_preposition(row: list[str]) -> None:
    more = f'support: [{{body: The Council, date: "{row[0]}"}}]\n'
    assert f" the proposal {row[4]}." in words_of(interest(skeleton(more=more)))


@pytest.mark.slow
@some_rows
def test_a_date_stands_after_from_and_until(row: list[str]) -> None:
    assert f"commissioning support from {row[5]} to 31 March 2020." in words_of_support(
        row[0], "31 March 2020"
    )
    assert f"commissioning support from 1 April 2012 to {row[5]}." in words_of_support("1 April 2012", row[0])


@pytest.mark.slow
@some_rows
def test_a_period_that_starts_and_ends_on_one_date_has_that_date_once(row: list[str]) -> None:
    assert f"commissioning support {row[4]}." in words_of_support(row[0], row[0])


def words_of_support(start: str, end: str) -> str:
    support = f'{{provider: The unit, start: "{start}", end: "{end}"}}'
    return words_of(interest(skeleton().replace("CCG\n", f"CCG\n    commissioning_support: {support}\n", 1)))


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_any_day_has_its_weekday_when_it_is_typed_so(day: date) -> None:
    name = WEEKDAYS[day.weekday()]
    read = read_when(f"{name[:3]} {day.day} {MONTHS[day.month - 1]} {day.year}")
    assert (read.first, read.weekday) == (day, name)


@given(st.dates(FIRST_DAY, LAST_DAY), st.integers(1, 200))
def test_any_two_days_make_a_span_in_their_order(day: date, more: int) -> None:
    end = date.fromordinal(day.toordinal() + more)
    first, last = (read_when(each.isoformat()) for each in (day, end))
    assert (read_when(f"{first} to {last}").first, read_when(f"{first} - {last}").last) == (day, end)
    with pytest.raises(ValueError, match=r"^write the earlier date first: "):
        read_when(f"{last} to {first}")


@given(st.integers(2000, 2050), st.integers(1, 4))
def test_the_quarters_of_a_financial_year_follow_each_other(year: int, number: int) -> None:
    whole = read_when(f"{year}/{(year + 1) % 100:02}")
    quarters = [read_when(f"Q{each} {whole}") for each in range(1, 5)]
    assert quarters[0].first == whole.first
    assert quarters[3].last == whole.last
    if number > 1:
        assert (quarters[number - 1].first - quarters[number - 2].last).days == 1


@given(st.integers(2000, 2050), st.sampled_from([*MONTHS, "spring", "summer", "autumn"]))
def test_early_mid_and_late_cover_the_whole(year: int, name: str) -> None:
    whole = read_when(f"{name} {year}")
    early, mid, late = (read_when(f"{word} {name} {year}") for word in ("early", "mid", "late"))
    assert (early.first, late.last) == (whole.first, whole.last)
    assert (mid.first - early.last).days == (late.first - mid.last).days == 1


def test_a_word_that_needs_an_endless_look_is_refused_at_once() -> None:
    for typed in ("by " * 5000 + "June 2014", "early " * 9 + "June 2014", "1 to " * 5000 + "2 June 2014"):
        with pytest.raises(ValueError, match=r"^write a date such as"):
            read_when(typed)


def test_what_is_open_at_one_end_is_not_said_to_come_before_or_after() -> None:
    assert [read_when(typed).open_at for typed in ("by June 2014", "from June 2014", "June 2014")] == [
        "start",
        "end",
        "",
    ]
    assert isinstance(read_when("June 2014"), DateRange)


@each_row
def test_a_date_keeps_clear_of_the_axis_of_the_timeline(row: list[str]) -> None:
    early = "submitted: 2012-01-01"  # what is past has no row
    rows = f'timescales: [{{milestone: One, date: "{row[0]}"}}, {{milestone: Two, date: 2014}}]\n'
    examined_ = examined(skeleton(more=f"{early}\n{rows}"))
    (drawn,) = draw(examined_.submission, examined_.round)
    for each in drawn.rows:
        assert all(DATES + measure_text_width(line) < AXIS for line in each.date.lines)
    assert row[3] in {" ".join(each.date.lines) for each in drawn.rows}
