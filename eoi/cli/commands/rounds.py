"""The options of `eoi rounds`."""

from __future__ import annotations

from typing import Any

from eoi.cli.command import CONFIGURED, PAGE_FORMAT, Command


def run(_words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.lookups import list_rounds

    return list_rounds(**options)


COMMAND = Command(
    "rounds",
    "List the rounds, with their dates.",
    "List the rounds that a submission can answer: forms, invitation, deadline and start.",
    ("eoi rounds",),
    run,
    own_options=(PAGE_FORMAT, *CONFIGURED),
)
