"""What one writer has worked out for a document serves the next, which gets the very same blocks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from eoi.document.blocks import Block

Blocks = tuple[Block, ...]
More = ParamSpec("More")
Result = TypeVar("Result")
KEPT = 8  # results: a submission has two documents, each as it came and as it was measured, and PDF in parts


def recent(
    call: Callable[Concatenate[Blocks, More], Result],
) -> Callable[Concatenate[Blocks, More], Result]:
    """Remembers the last results. The same blocks are known by their identity: to compare all that a document
    holds would take as long as the call."""
    results: deque[tuple[Blocks, object, Result]] = deque(maxlen=KEPT)

    @wraps(call)
    def remembered(blocks: Blocks, /, *more: More.args, **named: More.kwargs) -> Result:
        for known, others, result in tuple(results):
            if known is blocks and others == (more, named):
                return result
        result = call(blocks, *more, **named)
        results.append((blocks, (more, named), result))
        return result

    return remembered
