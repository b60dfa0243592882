"""The rounds of this version: each is a YAML file in this folder, read like a submission."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import cast

from eoi.rounds.extension import extended
from eoi.rounds.model import Round, read_round
from eoi.source import load
from eoi.source.nodes import Plain, to_plain

FOLDER = Path(__file__).parent
COMPILED = FOLDER.parent / "compiled" / "rounds"
FUNCTIONS = "functions"


class UnknownRoundError(LookupError):
    """A name for which there is no round."""


def known_rounds() -> tuple[str, ...]:
    """Return the names of the rounds, the earliest first."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yaml") if file.stem != FUNCTIONS))


@cache
def load_round(name: str) -> Round:
    """Return the round called `name`, such as "2014"; raise `UnknownRoundError` where there is none."""
    if name not in known_rounds():
        raise UnknownRoundError(name)
    return read_round(contents(name) | contents(FUNCTIONS))


def contents(name: str) -> dict[str, Plain]:
    """Return a round as the wheel holds it, or read the YAML itself, which takes longer."""
    compiled = COMPILED / f"{name}.json"
    if compiled.is_file():
        return cast("dict[str, Plain]", json.loads(compiled.read_bytes()))
    return data(name)


def data(name: str) -> dict[str, Plain]:
    """Read a data file. A mistake in one is a defect of this program, so it raises."""
    source = load((FOLDER / f"{name}.yaml").read_bytes(), name)
    if source.findings or source.tree is None:
        raise ValueError(f"{name}.yaml: {source.findings}")
    fields = to_plain(source.tree)
    assert isinstance(fields, dict)
    base = fields.pop("extends", None)
    return extended(data(base), fields) if isinstance(base, str) else fields
