"""The reader of the words of a call, as a command's own words and options.

Options may be before, between or after the words. Importing `argparse` would take a twentieth of the time of
a check, and its help and messages would not be used. Words are split as the standard library's
`getopt.gnu_getopt` does, but that imports `gettext`, which takes a hundredth of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from eoi.cannot_run import CannotRun
from eoi.cli.command import Command, CommandOption
from eoi.plain_words import find_nearest_word


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


def parse_call(command: Command, typed: Sequence[str]) -> tuple[list[str], dict[str, Any], frozenset[str]]:
    """Return the words, the options and the names of the typed options of a call.

    If an option occurs twice, the last one counts, unless it takes several. Raise `CannotRun` for a wrong
    option.
    """
    options = command.options
    by_flag = {flag: option for option in options for flag in option.flags}
    try:
        pairs, words = split_options({flag: bool(one.value) for flag, one in by_flag.items()}, typed)
    except WrongOptionError as problem:
        raise refuse_option(command, problem.option) from None
    values = {option.key: option.initial for option in options}
    for flag, value in pairs:
        option = by_flag[flag]
        values[option.key] = read_option_value(option, flag, value, values[option.key])
    return words, values, frozenset(by_flag[flag].key for flag, _ in pairs)


def read_option_value(option: CommandOption, flag: str, typed: str, before: Any) -> Any:
    """Return the value of an option, added to those before if it takes several. `-o=DIR` is `-oDIR`."""
    if not option.value:
        return True
    value = option.read(typed if flag == option.name else typed.removeprefix("="))
    if not option.several:
        return value
    return (*before, *value) if isinstance(value, tuple) else (*before, value)


def refuse_option(command: Command, flag: str) -> CannotRun:
    """Return the error for a wrong option, which says what to type instead."""
    option = next((one for one in command.options if flag in one.flags), None)
    if option and option.value:
        return CannotRun(f"{flag} needs a value: {flag} {option.value}")
    if option:
        return CannotRun(f"{flag} takes no value; write it alone")
    known = [name for one in command.options for name in one.flags]
    near = find_nearest_word(flag, known)
    hint = f"did you mean {near}?" if near else f"eoi {command.name} --help shows them all"
    return CannotRun(f"eoi {command.name} has no option {flag}; {hint}")


def refuse_wrong_number(command: Command, words: Sequence[str]) -> None:
    """Raise `CannotRun` for a call with too few words, or with too many."""
    takes = command.words
    if takes and len(words) < takes.least:
        raise CannotRun(f"eoi {command.name} needs {takes.name}; for example: {command.examples[0]}")
    most = takes.most if takes else 0
    if most is not None and len(words) > most:
        only = takes.name if takes else "options"
        raise CannotRun(f"eoi {command.name} takes only {only}, and was also given '{words[most]}'")


def read_words(typed: str) -> tuple[str, ...]:
    """Return the words in a text such as `one,another`."""
    return tuple(word for word in typed.replace(" ", ",").split(",") if word)


def expand_words(typed: Sequence[str]) -> list[str]:
    """Return the words of a call with `~`, `%NAME%` and patterns such as `*.yaml` expanded, for Windows.

    Shells on other systems do so themselves. A pattern that matches nothing is kept.
    """
    from os.path import expanduser, expandvars

    expanded = [expandvars(expanduser(word)) for word in typed]  # noqa: PTH111  # a word need not be a path
    return [found for word in expanded for found in matches(word) or [word]]


def matches(pattern: str) -> list[str]:
    """Return the files that a pattern matches. Unlike for `Path.glob`, the pattern can be absolute."""
    from glob import glob

    return sorted(glob(pattern, recursive=True))  # noqa: PTH207
