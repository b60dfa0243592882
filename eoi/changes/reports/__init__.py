"""The reports of `eoi diff`, one in each module. Each writes all the differences of a call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Protocol, cast

from eoi.changes.diff import Diff
from eoi.modules import list_text_first


class DiffReport(Protocol):
    """The interface of a report. The text ends in a new line, and `width` is in columns of a terminal.

    `alone` has a sentence on each submission that only one of two folders has. It is printed beside a report,
    so that a report which people keep has to say it itself.
    """

    def write(self, diffs: Iterable[Diff], width: int, alone: Sequence[str] = (), /) -> str: ...


def list_diff_formats() -> tuple[str, ...]:
    """List the reports, with the one for people first."""
    return list_text_first(__path__)


def load_diff_report(name: str) -> DiffReport:
    """Return a report by its name in `list_diff_formats`."""
    return cast("DiffReport", import_module(f"{__name__}.{name}"))
