"""The mistakes of a configuration file, each with its line."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.nearest import find_nearest_word


class WrongValue(ValueError):
    """The value of a key is not of its kind; `item` is the wrong part, as typed."""

    def __init__(self, complaint: str, item: str = "") -> None:
        super().__init__(complaint)
        self.item = item


class ConfigurationError(Exception):
    """A configuration that cannot be obeyed; `lines` say why, one for each mistake."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(lines[0])
        self.lines = tuple(lines)


def suggest(typed: str, known: Sequence[str]) -> str:
    """Return `; did you mean ignore?`, or nothing if no known word is near."""
    near = find_nearest_word(typed, known)
    return f"; did you mean {near}?" if near else ""
