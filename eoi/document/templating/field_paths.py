"""Paths of fields as templates write them: `governance.groups[0].quorum`.

A path that is no field of the model stops the build, so that a misspelt path is not overlooked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from eoi.source.nodes import Path
from eoi.submission.vocabulary import find_kind_at, find_nearest_field

STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")
WHOLE = re.compile(r"[a-z_]+(?:\[\d+\])?(?:\.[a-z_]+(?:\[\d+\])?)*")


class UnknownField(LookupError):
    """An error for a path that leads to no field."""


@lru_cache(maxsize=8192)
def read_known_path(text: str) -> Path:
    """Return the steps of a path; raise `UnknownField` if they lead to no field of the model."""
    path = tuple(int(number) if number else name for name, number in STEP.findall(text))
    names = tuple(step for step in path if isinstance(step, str))
    if not WHOLE.fullmatch(text) or find_kind_at(names) is None:
        near = find_nearest_field(names) if names else None
        hint = f"; did you mean `{near}`?" if near else ""
        raise UnknownField(f"there is no field `{text}`{hint}")
    return path


def is_known_path(text: str) -> bool:
    """Tell whether a text is the path of a field of the model."""
    try:
        return bool(read_known_path(text))
    except UnknownField:
        return False
