"""Shares of whole people, against every whole number tried one by one."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from eoi.rules.arithmetic.survey_shares_possible import is_share_of_some
from eoi.rules.shared.figures.rounding import list_whole_numbers
from eoi.rules.shared.figures.surveys import count_replies_by_rate
from eoi.submission.quantities import Share, make_count_kind, read_share

count = make_count_kind().read

people = st.integers(1, 400)
hundredths = st.integers(0, 10_000)


def rounds_to(part: int, of: int, stated: Share) -> bool:
    return abs(Fraction(100 * part, of) - Fraction(stated.amount)) <= Fraction(stated.step) / 2


@given(people, hundredths, st.sampled_from((0, 1, 2)))
def test_a_share_fits_if_some_whole_number_rounds_to_it(of: int, written: int, decimals: int) -> None:
    stated = read_share(f"{written / 100:.{decimals}f}%")
    assert is_share_of_some(stated, of) == any(rounds_to(part, of, stated) for part in range(of + 1))


@given(people, hundredths, st.sampled_from((0, 1, 2)))
def test_replies_are_the_whole_numbers_that_give_the_rate(sent: int, written: int, decimals: int) -> None:
    rate = read_share(f"{written / 100:.{decimals}f}%")
    found = count_replies_by_rate(list_whole_numbers(count(str(sent))), rate)
    assert [part for part in found if part <= sent] == [
        part for part in range(sent + 1) if rounds_to(part, sent, rate)
    ]


@given(people, st.integers(0, 400), st.sampled_from((0, 1, 2, 3)))
def test_what_is_rounded_properly_always_fits(of: int, part: int, decimals: int) -> None:
    assert is_share_of_some(read_share(f"{100 * min(part, of) / of:.{decimals}f}%"), of)
