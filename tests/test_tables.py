"""A test of a table tells of every case that fails, and of a table without cases."""

from __future__ import annotations

import pytest

from tests.tables import for_each, for_each_row


def test_every_case_that_fails_is_told_with_its_reason_and_the_others_are_not() -> None:
    @for_each([0, 1, 2, 3], lambda number: f"number {number}")
    def check(number: int) -> None:
        if number == 2:
            with pytest.raises(ValueError, match="not raised"):
                int("2")
        assert number != 1, "it is one"
        assert 6 / number

    with pytest.raises(AssertionError) as failure:
        check()
    told = str(failure.value).splitlines()
    assert [line.partition(": ")[0] for line in told if line.startswith("number")] == [
        "number 0",
        "number 1",
        "number 2",
    ]
    assert "ZeroDivisionError" in told[0]
    assert "it is one" in str(failure.value)


def test_a_table_whose_cases_all_hold_passes_and_has_the_name_of_its_check() -> None:
    @for_each("abc")
    def check(letter: str) -> None:
        assert letter.islower()

    check()
    assert check.__name__ == "check"


def test_a_table_without_cases_fails() -> None:
    @for_each("")
    def check(letter: str) -> None:
        assert letter

    with pytest.raises(AssertionError, match="without cases"):
        check()


def test_the_cells_of_a_row_are_the_arguments_of_its_check() -> None:
    @for_each_row([("one", 1), ("two", 3), ("three", 3)])
    def check_number(word: str, number: int) -> None:
        assert ("", "one", "two", "three").index(word) == number

    with pytest.raises(AssertionError, match=r"^\('two', 3\): AssertionError"):
        check_number()
    assert check_number.__name__ == "check_number"
