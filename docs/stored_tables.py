"""A section of the page about trust whose table was measured once, and is stored as JSON beside the pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any


def section_lines(
    store: Path,
    heading: str,
    told: str,
    table: Callable[[Sequence[Any]], Iterator[str]],
    sum_up: Callable[[Any], str] | None = None,
) -> Iterator[str]:
    """Yield a section: its heading, how it was measured, a sum in words, when and where, and the table."""
    stored = json.loads(store.read_text(encoding="utf-8"))
    yield f"## {heading}\n"
    yield told
    if sum_up:
        yield f"{sum_up(stored)}\n"
    yield f"{stored['date']}, {stored['machine']}.\n"
    yield from (*table(stored["rows"]), "")
