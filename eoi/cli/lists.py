"""The commands `eoi ccgs` and `eoi functions`, which list the names that a submission can use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import fill

from eoi.cannot_run import CannotRun, unknown_choice
from eoi.cli.rounds import round_named
from eoi.cli.terminal import say, width
from eoi.reference import Ccg
from eoi.reference.names import find_ccgs_by_name, find_ccgs_by_words, nearest_few
from eoi.rounds.model import CatalogueFunction

FORMATS = ("text", "json", "markdown")


def list_ccgs(words: str, format: str) -> int:
    """Print the CCGs whose name, code, council or area team matches the words, or all CCGs without words."""
    refuse_unknown_format(format)
    found = find_ccgs_by_name(words) or find_ccgs_by_words(words) or nearest_few(words)
    if not found:
        raise CannotRun(f"no CCG of October 2014 has a name, code, council or area team like '{words}'")
    match format:
        case "json":
            say(json.dumps([ccg_as_data(one) for one in found], indent=2, ensure_ascii=False))
        case "markdown":
            rows = ((one.code, one.name, one.area_team, ", ".join(one.local_authorities)) for one in found)
            say("\n".join(table_lines(("code", "name", "area team", "councils"), rows)))
        case _:
            say("\n".join(indent_text(f"{one.code}  {one.name}", "     ") for one in found))
    return 0


def print_functions(round_name: str, format: str) -> int:
    """Print the catalogue of functions of a round."""
    refuse_unknown_format(format)
    found = round_named(round_name).functions
    match format:
        case "json":
            rows = [{"id": one.id, "function": one.function, "group": one.group} for one in found]
            say(json.dumps(rows, indent=2, ensure_ascii=False))
        case "markdown":
            say(
                "\n".join(
                    table_lines(("id", "function", "group"), ((o.id, o.function, o.group) for o in found))
                )
            )
        case _:
            say("\n".join(group_lines(found)))
    return 0


def ccg_as_data(one: Ccg) -> dict[str, object]:
    """Return the published facts about a CCG for JSON."""
    return {
        "code": one.code,
        "name": one.name,
        "region": one.region,
        "area_team": one.area_team,
        "local_authorities": list(one.local_authorities),
    }


def group_lines(found: Sequence[CatalogueFunction]) -> Iterator[str]:
    """Yield functions grouped by contractors, since a round asks for some groups only."""
    ranked = sorted(found, key=lambda one: [other.group for other in found].index(one.group))
    for number, (group, functions) in enumerate(groupby(ranked, key=lambda one: one.group)):
        yield f"{'' if not number else chr(10)}{group}"
        for one in functions:
            yield f"  {one.id}"
            yield indent_text(f"    {one.function}", "    ")


def indent_text(text: str, indent: str) -> str:
    """Wrap text to the terminal, with an indent from the second line on."""
    return fill(text, width(), subsequent_indent=indent, break_on_hyphens=False)


def table_lines(head: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def refuse_unknown_format(form: str) -> None:
    """Raise `CannotRun` for a format that lists do not have."""
    if form not in FORMATS:
        raise unknown_choice("format", form, FORMATS)
