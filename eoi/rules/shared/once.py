"""A store of values that several rules need of one case."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from eoi.rules.case import Case

T = TypeVar("T")


def work_out_once(work: Callable[[Case], T]) -> Callable[[Case], T]:
    """Wrap a function so that it computes its value once for each case, however many rules need it."""

    @wraps(work)
    def look_up(case: Case) -> T:
        if work not in case.worked_out:
            case.worked_out[work] = work(case)
        return case.worked_out[work]  # type: ignore[no-any-return]

    return look_up
