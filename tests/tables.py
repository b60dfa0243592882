"""A table of many small cases as one test, which tells of each case that fails.

    @for_each(FIELDS, lambda field: field.pattern)
    def test_a_list_is_no_single_value(field: ModelField) -> None: ...

    @for_each_row([("1st", 1), ("2nd", 2)])
    def test_a_word_is_a_number(word: str, number: int) -> None: ...

pytest takes two milliseconds of a core for each case of a test with parameters, which is longer than many of
them run. Cases that take long, or of which the quick tests try a few, stay parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import wraps
from traceback import extract_tb
from typing import Any, TypeVar

import pytest

Case = TypeVar("Case")
FAILURES = (Exception, pytest.fail.Exception)


def for_each(
    cases: Collection[Case], name: Callable[[Case], str] = str
) -> Callable[[Callable[[Case], None]], Callable[[], None]]:
    """Make one test of a check of each of these cases."""

    def make_test(check: Callable[[Case], None]) -> Callable[[], None]:
        def test() -> None:
            assert cases, "a table without cases shows nothing"
            failed = [f"{name(case)}: {why}" for case in cases if (why := failure_of(check, case))]
            assert not failed, "\n".join(failed)

        test.__name__, test.__doc__, test.__module__ = check.__name__, check.__doc__, check.__module__
        return test

    return make_test


def for_each_row(rows: Collection[Sequence[Any]]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Make one test of a check of each of these rows, whose cells are its arguments."""

    def make_test(check: Callable[..., None]) -> Callable[[], None]:
        @wraps(check)
        def check_row(row: Sequence[Any]) -> None:
            check(*row)

        return for_each(rows)(check_row)

    return make_test


def failure_of(check: Callable[[Case], None], case: Case) -> str:
    """Return why a case fails and in which line, and nothing if it does not."""
    try:
        check(case)
    except FAILURES as failure:
        line = extract_tb(failure.__traceback__)[-1]
        return f"{type(failure).__name__} at {line.filename}:{line.lineno}: {failure}"
    return ""
