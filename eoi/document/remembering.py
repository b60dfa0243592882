"""Results that are kept for the last values asked about, since several papers and formats need them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

Asked = TypeVar("Asked")
More = ParamSpec("More")
Result = TypeVar("Result")
KEPT = 8  # how many results are kept: those for two documents of a submission, in their several versions


def remember_last(
    call: Callable[Concatenate[Asked, More], Result],
) -> Callable[Concatenate[Asked, More], Result]:
    """Return a function that remembers its last results.

    Its first argument is recognised by identity, since comparing blocks or submissions would take as long as
    the call.
    """
    results: deque[tuple[Asked, object, Result]] = deque(maxlen=KEPT)

    @wraps(call)
    def call_once(asked: Asked, /, *more: More.args, **named: More.kwargs) -> Result:
        for known, others, result in tuple(results):
            if known is asked and others == (more, named):
                return result
        result = call(asked, *more, **named)
        results.append((asked, (more, named), result))
        return result

    return call_once
