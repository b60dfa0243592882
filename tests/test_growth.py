"""The measure of growth tells work that grows with the input from work that grows with its square."""

from __future__ import annotations

from tests.growth import grows_in_proportion

SHORT, LONG = "a\n" * 400, "a\n" * 3_200


def once(given: str) -> None:
    for letter in given:
        letter.isspace()


def each_with_each(given: str) -> None:
    for one in range(len(given)):
        for other in given[:one:50]:
            other.isspace()


def all_for_each(given: str) -> None:
    for one in range(len(given)):
        given.count("\n", 0, one)


def test_work_that_grows_with_the_input_is_in_proportion() -> None:
    assert grows_in_proportion(once, SHORT, LONG)


def test_work_that_grows_with_the_square_of_the_input_is_not() -> None:
    assert not grows_in_proportion(each_with_each, SHORT, LONG)


def test_a_text_that_is_gone_over_from_its_start_for_each_of_its_letters_is_not() -> None:
    assert not grows_in_proportion(all_for_each, SHORT, LONG)
