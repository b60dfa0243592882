"""The options of `eoi functions`."""

from __future__ import annotations

from typing import Any

from eoi.cli.command import CONFIGURED, PAGE_FORMAT, Command, CommandOption, round_names


def run(_words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.lookups import print_functions

    return print_functions(**options)


COMMAND = Command(
    "functions",
    "List the functions of a scope table.",
    "List the functions that a scope table can name, with the id of each.",
    ("eoi functions", "eoi functions --round 2015 --format markdown"),
    run,
    own_options=(
        CommandOption(
            "--round",
            "The round to answer: {choices}.",
            "ROUND",
            "Which functions",
            field="round_name",
            setting="round",
            default="2014",
            choices=round_names,
        ),
        PAGE_FORMAT,
        *CONFIGURED,
    ),
)
