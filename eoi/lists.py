"""Several things in one sentence, for every room that writes plain text."""

from __future__ import annotations

from collections.abc import Iterable


def listed(items: Iterable[object], most: int | None = None) -> str:
    """`a, b and c`, or `a, b and 4 more`; items that hold one of these are set off by semicolons."""
    words = [str(item) for item in items]
    if most is not None and len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1:,} more"]
    comma = "; " if any(", " in word or " and " in word for word in words) else ", "
    if len(words) < 2:
        return "".join(words)
    return f"{comma.join(words[:-1])}{comma.rstrip() if comma == '; ' else ''} and {words[-1]}"
