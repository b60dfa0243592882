"""The commands that look something up: `eoi rules`, `explain`, `functions`, `ccgs` and `rounds`.

Each imports only what its own list needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import fill
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.cli.command import PAGE_FORMATS
from eoi.cli.terminal import say, width

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration
    from eoi.reference import Ccg
    from eoi.rounds.model import CatalogueFunction
    from eoi.rules.pages import OwnWeights


def list_rules(
    format: str,
    round: str | None = None,
    form: str | None = None,
    family: str | None = None,
    configuration: Configuration | None = None,
) -> int:
    """Print the rules of a round, form and family, or all rules if none of these is given."""
    from eoi.rounds.choice import form_named, round_named
    from eoi.rules.catalogue_page import write_catalogue_page
    from eoi.rules.entries import Selection, list_families

    refuse_unknown_format(format)
    if round is not None:
        chosen = round_named(round)
        round, offers = chosen.id, chosen.offers
    form = form_named(form) if form else None
    if round and form and form not in offers:
        raise CannotRun(
            f"round {round} takes no submission of the form '{form}' (known: {', '.join(offers)})"
        )
    if family is not None and family not in list_families():
        raise name_unknown_choice("family", family, list_families())
    say(write_catalogue_page(format, width(), Selection(round, form, family), own_weights(configuration)))
    return 0


def explain(names: Sequence[str], format: str, configuration: Configuration | None = None) -> int:
    """Print what each rule checks, and why."""
    from eoi.rules.entries import list_entries
    from eoi.rules.pages import write_rule_pages

    refuse_unknown_format(format)
    known = list_entries()
    for name in names:
        if name not in known:
            raise name_unknown_choice("rule", name, tuple(known), "eoi rules lists them all")
    chosen = [known[name] for name in dict.fromkeys(names)]
    say(write_rule_pages(chosen, format, width(), own_weights(configuration)))
    return 0


def own_weights(configuration: Configuration | None) -> OwnWeights:
    """Return the severities that a configuration gives to rules, which may be none."""
    if configuration is None:
        return {}
    from eoi.organisation.rule_preferences import list_own_weights

    return dict(list_own_weights(configuration))


def list_rounds(format: str) -> int:
    """Print the rounds as text, Markdown or JSON."""
    from eoi.rounds.pages import rounds_page

    refuse_unknown_format(format)
    say(rounds_page(format, width()))
    return 0


def list_ccgs(words: str, format: str) -> int:
    """Print the CCGs whose name, code, council or area team matches the words, or all CCGs without words."""
    from eoi.reference.names import find_ccgs_by_name, find_ccgs_by_words, find_nearest_few

    refuse_unknown_format(format)
    found = find_ccgs_by_name(words) or find_ccgs_by_words(words) or find_nearest_few(words)
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
    from eoi.rounds.choice import round_named

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


def refuse_unknown_format(name: str) -> None:
    """Raise `CannotRun` for a format that these lists do not have."""
    if name not in PAGE_FORMATS:
        raise name_unknown_choice("format", name, PAGE_FORMATS)
