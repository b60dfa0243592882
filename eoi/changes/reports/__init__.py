"""The reports of `eoi diff`, one a file: each writes all the differences of a call."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from eoi.changes.diff import Diff
from eoi.modules import list_modules


class DiffReport(Protocol):
    """The interface of a report: it ends in a new line. `width` is that of a terminal, in columns."""

    def write(self, diffs: Iterable[Diff], width: int, /) -> str: ...


def list_diff_formats() -> tuple[str, ...]:
    """List the reports, that for people first."""
    return ("text", *(name for name in list_modules(__path__) if name != "text"))


def load_diff_report(name: str) -> DiffReport:
    """Return a report by its name, which must be one of `list_diff_formats`."""
    return cast("DiffReport", import_module(f"{__name__}.{name}"))
