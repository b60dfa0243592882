"""The reports of `eoi import`, one a file: each writes the outcome of one document."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from eoi.imports.outcome import ImportOutcome
from eoi.modules import list_modules


class ImportReport(Protocol):
    """The interface of a report: it ends in a new line. `width` is that of a terminal, in columns."""

    def write(self, name: str, outcome: ImportOutcome, width: int, /) -> str: ...


def list_import_formats() -> tuple[str, ...]:
    """List the reports, that for people first."""
    return ("text", *(name for name in list_modules(__path__) if name != "text"))


def load_import_report(name: str) -> ImportReport:
    """Return a report by its name, which must be one of `list_import_formats`."""
    return cast("ImportReport", import_module(f"{__name__}.{name}"))
