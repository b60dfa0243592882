"""The destinations of the reports of `eoi check`, which are written piece by piece.

A report on no file at all is not written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from eoi.cli.terminal import tell
from eoi.files.atomic_files import os_reason
from eoi.reports import Style, load_report
from eoi.reports.totals import Tally

# Writing does not wait for a pipe that nobody reads.
ADDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)


class ReportFile(Protocol):
    """A report that is written part by part, in a format and a style."""

    format: str
    style: Style

    def add(self, part: Any, /) -> None: ...

    def end(self, tally: Tally, /) -> None: ...


class StreamReport:
    """A report on standard output or in a file, written piece by piece."""

    def __init__(self, format_: str, style: Style, write: Callable[[str], object]) -> None:
        self.format, self.style, self.write = format_, style, write
        self.whole = load_report(format_).whole(style)
        self.begun = False

    def add(self, part: Any) -> None:
        if not self.begun:
            self.begun = True
            self.write(self.whole.begin())
        self.write(self.whole.add(part))

    def end(self, tally: Tally) -> None:
        if self.begun:
            for piece in self.whole.end(tally):
                self.write(piece)


class StepSummary:
    """The summary that GitHub shows with a step of a workflow, added to those of earlier steps."""

    format, style = "markdown", Style(order="weight")

    def __init__(self, file: Path) -> None:
        self.file = file
        self.whole = load_report(self.format).whole(self.style)

    def add(self, part: Any) -> None:
        self.whole.add(part)

    def end(self, tally: Tally) -> None:
        if tally.files:
            self.append(chain([self.whole.begin()], self.whole.end(tally)))

    def append(self, pieces: Iterator[str]) -> None:
        from eoi.reports.markdown import fit_step_summary

        try:
            with os.fdopen(os.open(self.file, ADDING, 0o666), "a", encoding="utf-8", newline="\n") as stream:
                stream.write(fit_step_summary(pieces))
        except OSError as problem:
            tell(f"eoi: the step summary was not written: {os_reason(problem)}")
