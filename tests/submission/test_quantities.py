"""Numbers as people write them, and the precision that each of them claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eoi.submission.quantities import make_count_kind, make_number_kind, read_money, read_range, read_share
from tests.tables import for_each, for_each_row
from tests.values import amounts, decimals, ranges, shares, whole_numbers

count = make_count_kind().read
number = make_number_kind().read

NO_BREAK = "\u00a0"


@for_each_row(
    [
        ("£79.4k", 79_400, 100, "£79.4k"),
        ("£220m", 220_000_000, 1_000_000, "£220m"),
        ("£23.1 million", 23_100_000, 100_000, "£23.1 million"),
        ("220,000,000", 220_000_000, 1, "£220,000,000"),
        ("220000000", 220_000_000, 1, "£220,000,000"),
        ("£4.70m", 4_700_000, 10_000, "£4.70m"),
        ("£4.7M", 4_700_000, 100_000, "£4.7M"),
        ("4.7m", 4_700_000, 100_000, "£4.7m"),
        ("£ 4.7 m", 4_700_000, 100_000, "£4.7 m"),
        ("£1.2bn", 1_200_000_000, 100_000_000, "£1.2bn"),
        ("£3 billion", 3_000_000_000, 1_000_000_000, "£3 billion"),
        ("£85 thousand", 85_000, 1_000, "£85 thousand"),
        ("£43,300", 43_300, 1, "£43,300"),
        ("£1,234.56", Decimal("1234.56"), Decimal("0.01"), "£1,234.56"),
        ("0", 0, 1, "£0"),
        ("-£12k", -12_000, 1_000, "-£12k"),
        ("-12k", -12_000, 1_000, "-£12k"),
        (f"£23.1{NO_BREAK}million", 23_100_000, 100_000, "£23.1 million"),
        ("approximately £23.1 million", 23_100_000, 100_000, "approximately £23.1 million"),
    ],
)
def test_money_keeps_its_wording_and_the_precision_it_was_stated_with(
    typed: str, amount: Decimal, step: Decimal, written: str
) -> None:
    read = read_money(typed)
    assert (read.amount, read.step, str(read)) == (amount, step, written)


@pytest.mark.parametrize(
    ("typed", "amount", "written"),
    [("45.0", 45, "45"), ("281,000.00", 281_000, "281,000"), ("about 30.0", 30, "about 30"), ("0.0", 0, "0")],
)
def test_a_whole_number_from_a_spreadsheet_loses_its_decimals(typed: str, amount: int, written: str) -> None:
    read = count(typed)
    assert (int(read.amount), int(read.step), str(read)) == (amount, 1, written)


@for_each(
    ["approximately ", "approx ", "approx. ", "about ", "around ", "circa ", "c. ", "c.", "~", "About "],
)
def test_a_word_for_about_makes_a_figure_approximate(word: str) -> None:
    assert read_money(f"{word}£5m").approximate
    assert count(f"{word}42").approximate
    assert number(f"{word}0.5").approximate
    assert read_share(f"{word}28.6%").approximate
    assert not read_money("£5m").approximate
    assert read_money(f"{word}£5m").amount == 5_000_000


@for_each(
    [
        *(
            "79k4",
            "£",
            "k",
            "£5 pounds",
            "£5m a year",
            "five",
            "1.2.3",
            "1,00",
            "1,0000",
            "12,34,567",
            "0,5",
            "£-5",
        ),
        *(
            "$5",
            "€5m",
            "5%",
            "1e6",
            "1_000",
            "٣",
            "５",
            "½",
            "5K\u212a",
            "1" * 16,
            "1," + "000," * 2000 + "000",
            "9" * 5000,
        ),
        "0." + "1" * 7,
    ],
    lambda typed: typed[:12],
)
def test_what_is_no_amount_is_refused_with_an_example_on_one_line(typed: str) -> None:
    with pytest.raises(
        ValueError, match=r"^write an amount such as £220m, £79\.4k or £220,000,000, not '"
    ) as refusal:
        read_money(typed)
    assert len(str(refusal.value)) < 130


@pytest.mark.parametrize(
    ("typed", "amount", "step"),
    [
        ("177,643", 177_643, 1),
        ("177643", 177_643, 1),
        ("1.5k", 1_500, 100),
        ("30 thousand", 30_000, 1_000),
        ("27", 27, 1),
    ],
)
def test_a_count_is_a_whole_number(typed: str, amount: Decimal, step: Decimal) -> None:
    assert (count(typed).amount, count(typed).step) == (amount, step)


@pytest.mark.parametrize("typed", ["197,04", "27.5", "-5", "£27", "27 practices", "28%", "twenty", "1.2345k"])
def test_what_is_no_whole_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValueError, match=rf"^write a whole number, not '{re.escape(typed)}'$"):
        count(typed)


@pytest.mark.parametrize(
    ("typed", "amount", "step"), [("34", "34", "1"), ("0.5", "0.5", "0.1"), ("1.00", "1", "0.01")]
)
def test_a_number_may_have_decimals(typed: str, amount: str, step: str) -> None:
    assert (number(typed).amount, number(typed).step) == (Decimal(amount), Decimal(step))


@pytest.mark.parametrize("typed", ["one", "£1", "-1", "1 wte", ".5", "5."])
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValueError, match=rf"^write a number such as 34 or 0\.5, not '{re.escape(typed)}'$"):
        number(typed)


@pytest.mark.parametrize(
    ("typed", "amount", "step"),
    [
        ("28.6%", "28.6", "0.1"),
        ("58 %", "58", "1"),
        ("17 per cent", "17", "1"),
        ("25 percent", "25", "1"),
        ("0%", "0", "1"),
    ],
)
def test_a_share_is_in_per_cent(typed: str, amount: str, step: str) -> None:
    assert (read_share(typed).amount, read_share(typed).step, str(read_share(typed))) == (
        Decimal(amount),
        Decimal(step),
        typed,
    )


@pytest.mark.parametrize("typed", ["28.6", "0.286", "most", "%", "28,6%", "28.6 % of them", "-5%"])
def test_what_is_no_share_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValueError, match=rf"^write a percentage such as 28\.6%, not '{re.escape(typed)}'$"):
        read_share(typed)


@pytest.mark.parametrize(
    ("typed", "low", "high", "printed"),
    [
        ("30000-50000", 30_000, 50_000, "30,000 to 50,000"),
        ("30,000 to 50,000", 30_000, 50_000, "30,000 to 50,000"),
        ("30,000 – 50,000", 30_000, 50_000, "30,000 to 50,000"),
        ("30k to 50k", 30_000, 50_000, "30k to 50k"),
        ("30.5k-50k", 30_500, 50_000, "30.5k to 50k"),
        ("40,000", 40_000, 40_000, "40,000"),
        ("40,000 - 40,000", 40_000, 40_000, "40,000"),
    ],
)
def test_a_range_runs_from_the_smaller_to_the_larger_number(
    typed: str, low: Decimal, high: Decimal, printed: str
) -> None:
    read = read_range(typed)
    assert (read.low.amount, read.high.amount, str(read)) == (low, high, printed)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("50,000 to 30,000", "write the smaller number first: 30,000 to 50,000"),
        ("30 to 50k", "write both numbers in full, not '30 to 50k'"),
        ("1-2-3", "write a range such as 30,000 to 50,000, not '1-2-3'"),
        ("30,000 to many", "write a whole number, not 'many'"),
    ],
)
def test_what_is_no_range_is_refused_with_words_for_what_to_write(typed: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(complaint)}$"):
        read_range(typed)


@given(amounts())
@example("-0k")
def test_any_amount_prints_as_typed_but_for_the_pound_sign_and_commas(typed: str) -> None:
    assert re.sub("[£,]", "", str(read_money(typed))) == re.sub("[£,]", "", typed)


@given(amounts())
def test_any_amount_as_printed_is_read_back_to_the_same_amount_and_step(typed: str) -> None:
    read = read_money(typed)
    assert read_money(str(read)) == read
    assert "£" in str(read)


@given(amounts())
def test_any_amount_is_a_whole_number_of_its_steps_and_its_step_a_power_of_ten(typed: str) -> None:
    read = read_money(typed)
    assert read.amount % read.step == 0
    assert re.fullmatch(r"10*|0\.0*1", f"{read.step:f}")


@given(st.integers(0, 10**14), st.sampled_from(("", "£")))
def test_a_whole_amount_means_the_same_with_commas_or_without(pounds: int, sign: str) -> None:
    assert read_money(f"{sign}{pounds}") == read_money(f"{sign}{pounds:,}")
    assert read_money(f"{sign}{pounds}").amount == pounds


@given(decimals(), st.sampled_from(((" thousand", "k"), (" million", "m"), (" billion", "bn"))))
def test_a_scale_means_the_same_as_its_abbreviation(digits: str, scale: tuple[str, str]) -> None:
    long, short = (read_money(digits + word) for word in scale)
    assert (long.amount, long.step) == (short.amount, short.step)


@given(whole_numbers(), decimals(), shares(), ranges())
def test_any_other_figure_as_printed_is_read_back_to_the_same(
    whole: str, decimal: str, part: str, ends: str
) -> None:
    assert count(str(count(whole))) == count(whole)
    assert number(str(number(decimal))) == number(decimal)
    assert read_share(str(read_share(part))) == read_share(part)
    assert read_range(str(read_range(ends))) == read_range(ends)


@given(st.text())
@example("1" * 5000)
@example("£" * 5000 + "1")
def test_any_text_is_a_figure_or_refused_in_a_sentence(text: str) -> None:
    for read in (read_money, count, number, read_share, read_range):
        printed, refusal = outcome(read, text)
        assert printed or refusal.startswith("write ") or refusal.endswith(" is no answer")
        assert len(refusal) < 200


def outcome(read: Callable[[str], object], text: str) -> tuple[str, str]:
    try:
        return str(read(text)), ""
    except ValueError as refusal:
        return "", str(refusal)
