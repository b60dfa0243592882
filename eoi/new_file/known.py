"""Facts that a new file can state: its round and form, each CCG's published facts, and the functions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from eoi.reference import YEARS_IN_USE, Ccg
from eoi.rounds.model import Round

# The known values of a field: one, or one for each item of its list.
Values = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class KnownValues:
    """The values that a new file can state. `rows` holds the items of lists of groups."""

    values: Values
    rows: dict[str, list[Values]] = field(default_factory=dict)


def collect_known(round_: Round, form: str, name: str | None, ccgs: Sequence[Ccg]) -> KnownValues:
    """Return the values that a new file can state already."""
    values = {"round": [round_.id], "form": [form], "status": ["draft"]}
    named = {"applicants[].name": [write_quoted(name or "[Full name of the CCG]")]}
    applicants = [write_published_facts(ccg, round_) for ccg in ccgs]
    first = [applicants[0] | named if name else named | applicants[0]] if applicants else [named]
    functions: list[Values] = [
        {"scope.functions[].function": [one.function], "scope.functions[].id": [one.id]}
        for one in round_.functions
    ]
    return KnownValues(values, {"applicants": first + applicants[1:], "scope.functions": functions})


def write_published_facts(ccg: Ccg, round_: Round) -> Values:
    """Write the published facts of a CCG, each marked as a figure to confirm.

    The date of the figures is left out if it is after the round, since no submission could have known them.
    Counts of people are left out if they are from long before the round.
    """
    counted, dated = ccg.population_date, round_.dated
    in_use = counted.year >= dated.first.year - YEARS_IN_USE
    found = {
        "name": [write_quoted(ccg.name)],
        "code": [ccg.code],
        "area_team": [ccg.area_team],
        "population.registered": [f"{ccg.registered_population:,}"] if in_use else [],
        "population.as_of": [counted.isoformat()] if in_use and counted <= dated.last else [],
        "practices": [str(ccg.practices)],
        "local_authorities": list(ccg.local_authorities),
        "coterminous": [] if ccg.coterminous is None else ["yes" if ccg.coterminous else "no"],
    }
    mark = f"# published figure for {ccg.month}: confirm"
    return {f"applicants[].{path}": [f"{value}  {mark}" for value in lines] for path, lines in found.items()}


def write_quoted(text: str) -> str:
    """Write a text in double quotes that JSON and YAML read in the same way."""
    return json.dumps(text, ensure_ascii=False)
