"""The rounds of this version. Each is a YAML file in this folder, read like a submission."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import cast

from eoi.rounds.model import Round, read_round
from eoi.source import load
from eoi.source.nodes import Plain, convert_to_plain

FOLDER = Path(__file__).parent
COMPILED = FOLDER.parent / "compiled" / "rounds"
FUNCTIONS = "functions"


class UnknownRoundError(LookupError):
    """An error for a name that no round has."""


OWN_ROUNDS: dict[str, Round] = {}
"""The rounds that an organisation has added for this process."""


def list_known_rounds() -> tuple[str, ...]:
    """Return the names of the rounds, the earliest first. Those that an organisation added come last."""
    return (*list_shipped_rounds(), *OWN_ROUNDS)


def list_shipped_rounds() -> tuple[str, ...]:
    """Return the names of the rounds that are part of this version."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yaml") if file.stem != FUNCTIONS))


def add_round(round_: Round) -> None:
    """Add a round, before any submission is judged by it."""
    OWN_ROUNDS[round_.id] = round_
    load_round.cache_clear()


@cache
def load_round(name: str) -> Round:
    """Return the round called `name`, such as "2014", or raise `UnknownRoundError` if there is none."""
    if name in OWN_ROUNDS:
        return OWN_ROUNDS[name]
    if name not in list_known_rounds():
        raise UnknownRoundError(name)
    return read_round(load_fields(name) | load_fields(FUNCTIONS))


def load_fields(name: str) -> dict[str, Plain]:
    """Return the fields of a round, from the compiled file in the wheel or else from its YAML.

    Reading YAML takes longer.
    """
    compiled = COMPILED / f"{name}.json"
    if compiled.is_file():
        return cast("dict[str, Plain]", json.loads(compiled.read_bytes()))
    return load_yaml_fields(name)


def load_yaml_fields(name: str) -> dict[str, Plain]:
    """Return the fields of a data file.

    A mistake in one is a defect of this program, so it raises `ValueError`.
    """
    source = load((FOLDER / f"{name}.yaml").read_bytes(), name)
    if source.findings or source.tree is None:
        raise ValueError(f"{name}.yaml: {source.findings}")
    fields = convert_to_plain(source.tree)
    assert isinstance(fields, dict)
    return extend_fields(fields)


def extend_fields(fields: dict[str, Plain]) -> dict[str, Plain]:
    """Return the fields of a round, joined with those of the round that it extends, if any."""
    from eoi.rounds.extension import extend_round  # late: rounds in a wheel are complete

    base = fields.pop("extends", None)
    return extend_round(load_yaml_fields(base), fields) if isinstance(base, str) else fields
