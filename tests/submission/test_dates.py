"""Dates as precise as people state them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eoi.submission.dates import MONTHS, DateRange, read_when
from tests.tables import for_each, for_each_row
from tests.values import FIRST_DAY, LAST_DAY, date_forms, dates

JUNE_20 = DateRange(date(2014, 6, 20), date(2014, 6, 20), "20 June 2014")
JUNE = DateRange(date(2014, 6, 1), date(2014, 6, 30), "June 2014")
REFUSAL = re.compile(
    r"write (a date|a month|a year|a quarter|the earlier) |there is no |a financial year "
    r"|'[A-Za-z]+' is not a month|.* is no answer"
)
FINANCIAL_YEAR = DateRange(date(2014, 4, 1), date(2015, 3, 31), "2014/15")
YEAR = DateRange(date(2014, 1, 1), date(2014, 12, 31), "2014")


@for_each_row(
    [
        *(
            (typed, JUNE_20)
            for typed in ("2014-06-20", "20 June 2014", "20th June 2014", "20 Jun 2014", "20/6/14")
        ),
        *(
            (typed, JUNE_20)
            for typed in ("20/06/2014", "20 JUNE 2014", "20TH june 2014", "20\u00a0June\u00a02014")
        ),
        *((typed, JUNE) for typed in ("2014-06", "June 2014", "Jun 2014", "june 2014")),
        *((typed, FINANCIAL_YEAR) for typed in ("2014/15", "14/15", "2014-15", "2014/2015", "14/2015")),
        ("2014", YEAR),
        ("1st April 2015", DateRange(date(2015, 4, 1), date(2015, 4, 1), "1 April 2015")),
        ("27/5/14", DateRange(date(2014, 5, 27), date(2014, 5, 27), "27 May 2014")),
        ("Sept 2014", DateRange(date(2014, 9, 1), date(2014, 9, 30), "September 2014")),
        ("29 February 2016", DateRange(date(2016, 2, 29), date(2016, 2, 29), "29 February 2016")),
        ("2014-02", DateRange(date(2014, 2, 1), date(2014, 2, 28), "February 2014")),
        ("1999/00", DateRange(date(1999, 4, 1), date(2000, 3, 31), "1999/00")),
        ("2011-12", DateRange(date(2011, 12, 1), date(2011, 12, 31), "December 2011")),
        ("3/4/2014", DateRange(date(2014, 4, 3), date(2014, 4, 3), "3 April 2014")),
    ],
)
def test_a_date_means_the_days_that_it_was_stated_for(typed: str, meant: DateRange) -> None:
    assert read_when(typed) == meant


@for_each_row(
    [
        ("31 June 2014", "there is no 31 June 2014"),
        ("2014-06-31", "there is no 31 June 2014"),
        ("29/2/2014", "there is no 29 February 2014"),
        ("0 June 2014", "there is no 0 June 2014"),
        ("2014-13", "there is no month 13"),
        ("2014-00", "there is no month 0"),
        ("2014-13-01", "there is no month 13"),
        ("6/20/2014", "there is no month 20: the day comes first, then the month"),
        ("2014/16", "a financial year runs to the next one: 2014/15"),
        ("2014/1915", "a financial year runs to the next one: 2014/15"),
        ("15/14", "a financial year runs to the next one: 2015/16"),
        ("20 Jume 2014", "'Jume' is not a month (did you mean June?)"),
        ("20 Brumaire 2014", "'Brumaire' is not a month"),
        ("20 June", "write a date with its year, such as 20 June 2014 or June 2014, not '20 June'"),
        ("9/14", "write a month in words, with its year in full, such as September 2014, not '9/14'"),
        ("12/06", "write a month in words, with its year in full, such as December 2006, not '12/06'"),
        ("June", "write a date with its year, such as 20 June 2014 or June 2014, not 'June'"),
        ("June 20", "write a date with its year, such as 20 June 2014 or June 2014, not 'June 20'"),
        ("Q2 2014", "write a quarter with its financial year, such as Q2 2014/15, not 'Q2 2014'"),
        ("31 June 2014, noon", "there is no 31 June 2014"),
        ("Monday 31 June 2014", "there is no 31 June 2014"),
        ("5-3 June 2014", "write the earlier date first: 3 June 2014 to 5 June 2014"),
        ("2015 to 2014", "write the earlier date first: 2014 to 2015"),
        ("Q3 2014/16", "a financial year runs to the next one: 2014/15"),
        ("3014", "write a year between 1900 and 2100, not 3014"),
        ("0000-00-00", "there is no month 0"),
        ("1 June 0001", "write a year between 1900 and 2100, not 1"),
        ("2101/02", "write a year between 1900 and 2100, not 2101"),
    ],
)
def test_a_date_that_does_not_exist_is_refused_with_the_reason(typed: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(complaint)}$"):
        read_when(typed)


@for_each(
    [
        "next week",
        "soon after",
        "from time to time",
        "by and by",
        "early 12 June 2014",
        "25:00 on 12 June 2014",
        "June and so on",
        "2014-6-20",
        "20140620",
        "14",
        "14-15",
        "٢٠١٤",
        "1" * 500,
    ]
)
def test_what_is_no_date_is_refused_with_examples_on_one_line(typed: str) -> None:
    with pytest.raises(
        ValueError, match=r"^write a date such as 2014-06-20, 20 June 2014, June 2014, autumn 2014, "
    ) as refusal:
        read_when(typed)
    assert len(str(refusal.value)) < 160


def test_only_a_day_is_a_day() -> None:
    assert read_when("2014-06-20").is_day
    assert not read_when("2014-06").is_day
    assert not read_when("2014").is_day


@given(st.dates(FIRST_DAY, LAST_DAY))
@example(date(2016, 2, 29))
@example(date(2015, 3, 31))
def test_any_day_is_the_same_day_in_figures_and_in_words(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day:%d/%m/%y}",
        f"{day.day} {month} {day.year}",
        f"{day:%d} {month[:3]} {day.year}",
    )
    for form in forms:
        assert read_when(form) == DateRange(day, day, f"{day.day} {month} {day.year}")


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_any_day_lies_within_its_month_and_its_year(day: date) -> None:
    iso_day, iso_month, _, _, _, _, _, year = date_forms(day)
    for wider in (iso_month, year):
        assert read_when(wider).first <= read_when(iso_day).first <= read_when(wider).last
    assert (read_when(iso_month).last - read_when(iso_month).first).days in range(27, 31)


@given(st.integers(1900, 2098))
def test_any_financial_year_begins_in_april_and_ends_before_the_next(year: int) -> None:
    this, following = read_when(f"{year}/{year + 1}"), read_when(f"{year + 1}/{year + 2}")
    assert (this.first, (following.first - this.last).days) == (date(year, 4, 1), 1)
    assert this == read_when(f"{year}/{(year + 1) % 100:02}")


@given(dates())
def test_any_date_as_printed_is_read_back_to_the_same_days(typed: str) -> None:
    assert read_when(str(read_when(typed))) == read_when(typed)


@given(st.text() | st.from_regex(r"[0-9]{1,4}[-/ ][0-9]{1,4}([-/ ][0-9]{1,4})?", fullmatch=True))
def test_any_text_is_a_date_or_refused_in_a_sentence(text: str) -> None:
    read, refusal = outcome(text)
    if read is None:
        assert REFUSAL.match(refusal)
        assert len(refusal) < 200
    else:
        assert date(1900, 1, 1) <= read.first <= read.last <= date(2101, 3, 31)


def outcome(text: str) -> tuple[DateRange | None, str]:
    try:
        return read_when(text), ""
    except ValueError as refusal:
        return None, str(refusal)
