"""The contradictions that are planted: prose.yaml and fields.yaml as values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import yaml

from eoi.source.nodes import Path

HERE = FilePath(__file__).parent
STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`says` are patterns that a finding has to match, in its message or in the words it points at."""

    id: str
    kind: str
    base: str
    paths: tuple[Path, ...]
    says: tuple[str, ...] = ()
    expects_reading_error: bool = False

    @property
    def wordings(self) -> tuple[str, ...]:
        return ("",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Contradiction):
    """A sentence, in two wordings, that says something else than a field; `into` is where it goes."""

    into: Path
    value: str
    claim: str
    first: str
    second: str = ""

    @property
    def wordings(self) -> tuple[str, ...]:
        return ("first", "second") if self.second else ("first",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields(Contradiction):
    """Texts of a file that become other texts; each stands in it once."""

    edits: tuple[tuple[str, str], ...]
    why: str


@cache
def entries() -> tuple[Contradiction, ...]:
    return (*prose(), *fields())


@cache
def prose() -> tuple[Prose, ...]:
    return tuple(
        Prose(
            one["id"],
            one["kind"],
            one["base"],
            (path_of(one["field"]),),
            tuple(one.get("says", ())),
            into=path_of(one["into"]),
            **{name: one.get(name, "") for name in ("value", "claim", "first", "second")},
        )
        for one in items("prose.yaml")
    )


@cache
def fields() -> tuple[Fields, ...]:
    return tuple(
        Fields(
            one["id"],
            one["kind"],
            one["base"],
            tuple(path_of(path) for path in one["contradicts"]),
            tuple(one.get("says", ())),
            one.get("reading", False),
            edits=tuple(one["edit"].items()),
            why=one["why"],
        )
        for one in items("fields.yaml")
    )


def items(name: str) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: list[dict[str, Any]] = yaml.load((HERE / name).read_text(encoding="utf-8"), loader)
    return found


def path_of(text: str) -> Path:
    """`governance.groups[0].quorum` as the steps to it."""
    return tuple(name or int(number) for name, number in STEP.findall(text))
