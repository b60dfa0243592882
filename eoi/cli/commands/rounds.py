"""The command `eoi rounds`, which lists the rounds that a submission can answer."""

from __future__ import annotations

from typing import Any

from eoi.cli.command import CONFIGURED, PAGE_FORMAT, Command, refuse_unknown_format
from eoi.cli.terminal import choose_width, say


def run(_words: list[str], options: dict[str, Any]) -> int:
    return list_rounds(**options)


def list_rounds(format: str) -> int:
    """Print the rounds as text, Markdown or JSON."""
    from eoi.rounds.pages import write_rounds_page

    refuse_unknown_format(format)
    say(write_rounds_page(format, choose_width()))
    return 0


COMMAND = Command(
    "rounds",
    "List the rounds, with their dates.",
    "List the rounds that a submission can answer: forms, invitation, deadline and start.",
    ("eoi rounds",),
    run,
    own_options=(PAGE_FORMAT, *CONFIGURED),
)
