"""Totals recomputed: exact for the figures as stated, and fair to how they were rounded."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from eoi.submission.quantities import Money, make_count_kind, read_money
from eoi.submission.sums import Sum, add, compute_total, write_like
from tests.tables import for_each_row
from tests.values import amounts

count = make_count_kind().read

# Pence, pounds, thousands with a decimal and without: a unit, its decimals and its suffix.
MANNERS = ((1, 2, ""), (1, 0, ""), (1000, 1, "k"), (1000, 0, "k"))
POSTS = ("£43.3k", "£25.7k", "£10.4k")


def totalled(parts: tuple[str, ...], stated: str | None = None) -> Sum:
    result = compute_total([read_money(part) for part in parts], read_money(stated) if stated else None)
    assert result is not None
    return result


def test_a_total_is_written_like_its_finest_part() -> None:
    assert str(totalled(POSTS).computed) == "£79.4k"
    assert str(totalled(("£1.5m", "£79.4k")).computed) == "£1,579.4k"
    assert str(totalled(("£1.5 million", "£20 million")).computed) == "£21.5 million"
    assert str(totalled(("43,300", "£25.7k")).computed) == "£69,000"
    assert str(totalled(("approximately £1m", "£2m")).computed) == "£3m"
    assert str(totalled(("-£2m", "£0.5m")).computed) == "-£1.5m"


def test_a_stated_total_that_is_the_sum_agrees() -> None:
    result = totalled(POSTS, "£79.4k")
    assert result.agrees
    assert result.explained_by_rounding
    assert not result.falls_short
    assert result.difference == 0


@for_each_row(
    [
        ("£79.5k", 100, "£100", True),
        ("£79.2k", -200, "£200", True),
        ("£79.6k", 200, "£200", True),
        ("£79.7k", 300, "£300", False),
        ("£79k", -400, "£400", True),
        ("£80k", 600, "£600", True),
        ("£82k", 2_600, "£2.6k", False),
        ("79,450", 50, "£50", True),
        ("79,600", 200, "£200", False),
    ],
)
def test_rounding_explains_half_a_step_of_every_figure_and_no_more(
    stated: str, difference: int, gap: str, rounding: bool
) -> None:
    result = totalled(POSTS, stated)
    assert not result.agrees
    assert result.difference == difference
    assert result.falls_short == (difference > 0)
    assert str(result.gap) == gap
    assert result.explained_by_rounding == rounding


def test_a_difference_is_never_printed_as_nothing() -> None:
    assert str(totalled(("£43k", "£36k"), "£79.4k").gap) == "£400"


def test_a_difference_of_millions_is_in_thousands_only_in_a_table_of_thousands() -> None:
    assert str(totalled(("£43.3k", "£26.3k"), "£69.6m").gap) == "£69,530,400"
    assert str(totalled(("£14,300k", "£9,100k"), "£25,300k").gap) == "£1,900k"


def test_there_is_no_total_where_a_part_is_missing_or_there_is_none() -> None:
    assert compute_total([], read_money("£1k")) is None
    assert compute_total([None], read_money("£1k")) is None
    assert compute_total([read_money("£1k"), None], None) is None


def test_without_a_stated_total_there_is_nothing_to_differ_from() -> None:
    result = totalled(POSTS)
    assert result.stated is None
    assert (result.agrees, result.falls_short) == (True, False)


def test_counts_are_added_where_none_is_missing() -> None:
    assert add([count("177,643"), count("1.5k")]) == 179_143
    assert add([count("1"), None]) is None
    assert add([]) is None


@given(st.lists(amounts(), min_size=1, max_size=6))
def test_any_total_is_exactly_the_sum_of_its_parts_and_prints_as_that(typed: list[str]) -> None:
    parts = [read_money(part) for part in typed]
    result = compute_total(parts, None)
    assert result is not None
    assert result.computed.amount == sum(part.amount for part in parts)
    assert result.computed.step == min(part.step for part in parts)
    printed = read_money(str(result.computed))
    assert (printed.amount, printed.step) == (result.computed.amount, result.computed.step)


@given(
    st.lists(st.tuples(st.decimals(0, 999_999, places=2), st.sampled_from(MANNERS)), min_size=1, max_size=6)
)
def test_any_parts_rounded_before_they_were_stated_are_explained_by_rounding(
    exact: list[tuple[Decimal, tuple[int, int, str]]],
) -> None:
    whole = sum((amount for amount, _ in exact), Decimal(0))
    result = compute_total([rounded(*part) for part in exact], rounded(whole, exact[0][1]))
    assert result is not None
    assert result.explained_by_rounding


def rounded(amount: Decimal, manner: tuple[int, int, str]) -> Money:
    unit, decimals, suffix = manner
    return read_money(f"£{amount / unit:.{decimals}f}{suffix}")


@given(amounts(), amounts())
def test_any_amount_written_like_another_is_read_back_if_that_is_precise_enough(
    typed: str, example: str
) -> None:
    amount, manner = read_money(typed).amount, read_money(example)
    assume(amount % manner.step == 0)
    written = read_money(str(write_like(amount, manner)))
    assert (written.amount, written.step) == (amount, manner.step)


@given(st.lists(amounts(), min_size=1, max_size=4), amounts())
def test_any_difference_is_printed_exactly(typed: list[str], stated: str) -> None:
    result = compute_total([read_money(part) for part in typed], read_money(stated))
    assert result is not None
    assert read_money(str(result.gap)).amount == abs(result.difference)
    assert (result.difference == 0) == result.agrees
