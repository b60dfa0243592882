"""The words of `eoi help`, which shows the help of the program or of a command."""

from __future__ import annotations

from typing import Any

from eoi.cli.choices import command_names
from eoi.cli.command import Command, CommandWords


def run(words: list[str], _options: dict[str, Any]) -> int:
    from eoi.cli.app import show_help

    return show_help(words[0] if words else None)


COMMAND = Command(
    "help",
    "Show what a command takes, with an example.",
    "Show what a COMMAND does and takes, with an example; without one, list the commands.",
    ("eoi help check",),
    run,
    CommandWords("[COMMAND]", "The name of a command.", least=0, most=1, choices=command_names),
)
