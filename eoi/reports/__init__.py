"""The reports, one for each format: a module of this folder, named as `--format` names it.

A report turns what was found in all files into text that ends in a new line; none prints.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from eoi.findings import Finding
from eoi.source import Source

HELPERS = frozenset({"excerpt", "text", "totals"})


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and its findings, in the file's order. `path` is as given on the command line."""

    path: str
    source: Source
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a report for people looks: columns of the terminal, whether in colour, and the seconds it took.

    The other reports say nothing of time, so that the same files give the same bytes.
    """

    width: int = 80
    colour: bool = False
    seconds: float = 0.0


class Report(Protocol):
    @staticmethod
    def render(checked: Sequence[Checked], style: Style, /) -> str: ...


def formats() -> tuple[str, ...]:
    """What `--format` accepts; found without importing any report."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name not in HELPERS))


def report(name: str) -> Report:
    return cast("Report", import_module(f"{__name__}.{name}"))
