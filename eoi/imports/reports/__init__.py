"""The reports of `eoi import`, one file each. Each writes the outcome for one document."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from eoi.imports.outcome import ImportOutcome
from eoi.modules import list_text_first


class ImportReport(Protocol):
    """The interface of a report, whose text ends in a new line. `width` is the columns of the terminal."""

    def write(self, name: str, outcome: ImportOutcome, width: int, /) -> str: ...


def list_import_formats() -> tuple[str, ...]:
    """List the names of the reports, with the one for people first."""
    return list_text_first(__path__)


def load_import_report(name: str) -> ImportReport:
    """Return a report by its name, which must be one of `list_import_formats`."""
    return cast("ImportReport", import_module(f"{__name__}.{name}"))
