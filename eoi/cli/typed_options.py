"""The words of a call, split into options with their values and other words.

They are split as the standard library's `getopt.gnu_getopt` does, but it imports `gettext`, which takes a
hundredth of the time of a check.
"""

from __future__ import annotations

from collections.abc import Sequence


class WrongOptionError(Exception):
    """An error for an option that is not known, or that has a value too many or too few."""

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option


class TypedOptions:
    """The options and the other words of a call. `takes_value` tells which options have a value."""

    def __init__(self, takes_value: dict[str, bool], typed: Sequence[str]) -> None:
        self.takes_value = takes_value
        self.due = list(reversed(typed))
        self.pairs: list[tuple[str, str]] = []
        self.words: list[str] = []

    def split(self) -> None:
        """Split the words. After `--`, none is an option."""
        while self.due:
            word = self.due.pop()
            if word == "--":
                self.words += reversed(self.due)
                return
            if word.startswith("--"):
                self.add_long(word)
            elif word.startswith("-") and word != "-":
                self.add_short(word[1:])
            else:
                self.words.append(word)

    def add_long(self, word: str) -> None:
        """Add an option such as `--jobs=2` or `--jobs 2`, of which the beginning of the name is enough."""
        flag, equals, value = word.partition("=")
        name = self.complete(flag)
        if self.takes_value[name]:
            self.pairs.append((name, value if equals else self.take_value(name)))
        elif equals:
            raise WrongOptionError(name)
        else:
            self.pairs.append((name, ""))

    def add_short(self, letters: str) -> None:
        """Add options of one letter: several in one word, or one with its value, as in `-oDIR`."""
        while letters:
            flag, letters = f"-{letters[0]}", letters[1:]
            if flag not in self.takes_value:
                raise WrongOptionError(flag)
            if self.takes_value[flag]:
                self.pairs.append((flag, letters or self.take_value(flag)))
                return
            self.pairs.append((flag, ""))

    def complete(self, flag: str) -> str:
        """Return the only long option that begins like this, or the one that is typed in full."""
        fitting = [name for name in self.takes_value if name.startswith("--") and name.startswith(flag)]
        if flag not in fitting and len(fitting) != 1:
            raise WrongOptionError(flag)
        return flag if flag in fitting else fitting[0]

    def take_value(self, flag: str) -> str:
        """Return the next word as the value of an option."""
        if not self.due:
            raise WrongOptionError(flag)
        return self.due.pop()


def split_options(
    takes_value: dict[str, bool], typed: Sequence[str]
) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the options with their values, in the order typed, and the other words.

    Raise `WrongOptionError` for an option that is not known or that has a value too many or too few.
    """
    options = TypedOptions(takes_value, typed)
    options.split()
    return options.pairs, options.words
