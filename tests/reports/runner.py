"""How the runner of GitHub Actions reads a log, after `ActionCommand.cs` of actions/runner."""

from __future__ import annotations

import re
from typing import NamedTuple

SPACE_FIRST = re.compile("^[\\s\ufeff\u200b\u180e]+")
DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Of every line, at whatever anyone takes for the end of one."""
    return [found for line in log.splitlines() if (found := command(line))]


def command(line: str) -> Command | None:
    """`::name key=value,key=value::data` at the start of a line, after any space."""
    begun = SPACE_FIRST.sub("", line)
    if not begun.startswith("::") or "::" not in begun[2:]:
        return None
    inside, _, data = begun[2:].partition("::")
    name, _, properties = inside.partition(" ")
    pairs = (pair.split("=", 1) for pair in properties.split(",") if "=" in pair)
    return Command(name, {key: unescaped(value, PROPERTY) for key, value in pairs}, unescaped(data, DATA))


def unescaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, character in escapes:
        text = text.replace(escape, character)
    return text
