"""Read the words of a call as a command's own words and options.

It is not `argparse`, which takes a twentieth of the time of a check to import, and wants options and files in
an order that people do not keep.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any

from eoi.cli.command import Command, CommandOption
from eoi.cli.problems import CannotRun, nearest


def parse_call(command: Command, typed: Sequence[str]) -> tuple[list[str], dict[str, Any]]:
    """Give the words and the options of a call; raises `CannotRun` where it is no call of this command.

    Options stand before, between or after the words, as `--name value` or `--name=value`; after `--` all is
    words. Of an option that is there twice, the last counts, unless it takes several.
    """
    values = {option.key: option.initial for option in command.options}
    words: list[str] = []
    rest = deque(typed)
    while rest:
        word = rest.popleft()
        if word == "--":
            words += rest
            break
        if not word.startswith("-") or word == "-":
            words.append(word)
            continue
        flag, joined, value = split_flag(word)
        option = option_called(command, flag)
        values[option.key] = read_value(option, flag, value if joined else None, rest, values[option.key])
    return words, values


def split_flag(word: str) -> tuple[str, bool, str]:
    """Split `--output=DIR` and `-oDIR` into the option and its value, if that is joined to it."""
    if word.startswith("--"):
        flag, sign, value = word.partition("=")
        return flag, bool(sign), value
    return word[:2], len(word) > 2, word[2:].removeprefix("=")


def option_called(command: Command, flag: str) -> CommandOption:
    for option in command.options:
        if flag in option.flags:
            return option
    known = [flag for option in command.options for flag in option.flags]
    near = nearest(flag, known)
    hint = f"did you mean {near}?" if near else f"eoi {command.name} --help shows them all"
    raise CannotRun(f"eoi {command.name} has no option {flag}; {hint}")


def read_value(option: CommandOption, flag: str, joined: str | None, rest: deque[str], before: Any) -> Any:
    """Read what an option says, from the same word or from the next."""
    if not option.value:
        if joined is not None:
            raise CannotRun(f"{flag} takes no value; write it alone")
        return True
    if joined is None and not rest:
        raise CannotRun(f"{flag} needs a value: {flag} {option.value}")
    value = option.read(rest.popleft() if joined is None else joined)
    return (*before, value) if option.several else value


def refuse_wrong_number(command: Command, words: Sequence[str]) -> None:
    """Raise `CannotRun` for a call with too few words, or too many."""
    takes = command.words
    if takes and len(words) < takes.least:
        raise CannotRun(f"eoi {command.name} needs {takes.name}; for example: {command.examples[0]}")
    most = takes.most if takes else 0
    if most is not None and len(words) > most:
        only = takes.name if takes else "options"
        raise CannotRun(f"eoi {command.name} takes only {only}, and was also given '{words[most]}'")


def read_number(typed: str) -> int:
    """Read the value of `--jobs`."""
    if not (typed.isascii() and typed.isdigit()):
        raise CannotRun(f"--jobs needs a whole number from 0 on, not '{typed}'")
    return int(typed)
