"""The errors for mistakes in a configuration file."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.plain_words import find_nearest_word


class WrongValue(ValueError):
    """An error for a value that is not of its key's kind. `item` is the wrong part, as typed."""

    def __init__(self, complaint: str, item: str = "") -> None:
        super().__init__(complaint)
        self.item = item


class ConfigurationError(Exception):
    """An error for an unusable configuration. `lines` has a message for each mistake."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(lines[0])
        self.lines = tuple(lines)


def suggest(typed: str, known: Sequence[str]) -> str:
    """Return a suggestion such as `; did you mean ignore?`, or an empty text if no known word is near."""
    near = find_nearest_word(typed, known)
    return f"; did you mean {near}?" if near else ""
