"""What is made of a submission is made once for all tests, but anew in a test that changes how it is made.

    @kept
    def examined(source: bytes) -> Examined: ...

`tests/conftest.py` says before each test whether it may use what others made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
MOST = 512  # of each kind, of half a megabyte at most
allowed = [True]


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """Keep the last few results of a function whose results never change."""
    known = cast("Callable[P, R]", lru_cache(maxsize=MOST)(make))

    @wraps(make)
    def make_once(*args: P.args, **kwargs: P.kwargs) -> R:
        return known(*args, **kwargs) if allowed[0] else make(*args, **kwargs)

    return make_once
