"""A section of the trust page with a table that was measured before, and is stored as JSON."""

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
    """Yield a section with its table.

    Before the table it has its heading, how it was measured, the sum in words, and the date and machine.
    """
    stored = json.loads(store.read_text(encoding="utf-8"))
    yield f"## {heading}\n"
    yield told
    if sum_up:
        yield f"{sum_up(stored)}\n"
    yield f"{stored['date']}, {stored['machine']}.\n"
    yield from (*table(stored["rows"]), "")
