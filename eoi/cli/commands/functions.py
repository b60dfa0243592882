"""The command `eoi functions`, which lists the catalogue of functions of a round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from eoi.cli.command import (
    CONFIGURED,
    PAGE_FORMAT,
    Command,
    CommandOption,
    list_round_names,
    refuse_unknown_format,
)
from eoi.cli.terminal import indent_text, say, write_table_lines

if TYPE_CHECKING:
    from eoi.rounds.model import CatalogueFunction


def run(_words: list[str], options: dict[str, Any]) -> int:
    return print_functions(**options)


def print_functions(round_name: str, format: str) -> int:
    """Print the catalogue of functions of a round."""
    import json  # late, as below: the help shows every command

    from eoi.rounds.choice import load_named_round

    refuse_unknown_format(format)
    found = load_named_round(round_name).functions
    match format:
        case "json":
            rows = [{"id": one.id, "function": one.function, "group": one.group} for one in found]
            say(json.dumps(rows, indent=2, ensure_ascii=False))
        case "markdown":
            say(
                "\n".join(
                    write_table_lines(
                        ("id", "function", "group"), ((o.id, o.function, o.group) for o in found)
                    )
                )
            )
        case _:
            say("\n".join(write_functions_by_group(found)))
    return 0


def write_functions_by_group(found: Sequence[CatalogueFunction]) -> Iterator[str]:
    """Yield functions grouped by contractors, since a round asks for some groups only."""
    ranked = sorted(found, key=lambda one: [other.group for other in found].index(one.group))
    for number, (group, functions) in enumerate(groupby(ranked, key=lambda one: one.group)):
        yield f"{'' if not number else chr(10)}{group}"
        for one in functions:
            yield f"  {one.id}"
            yield indent_text(f"    {one.function}", "    ")


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
            choices=list_round_names,
        ),
        PAGE_FORMAT,
        *CONFIGURED,
    ),
)
