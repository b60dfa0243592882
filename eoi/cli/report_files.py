"""The reports of `eoi check`: which are wanted, and where each is written piece by piece.

A report on no file at all is not written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from eoi.cli.terminal import choose_width, put, tell, wants_colour
from eoi.files import open_growing_file, say_os_reason
from eoi.reports import Style, list_report_endings, load_report
from eoi.reports.totals import Tally

if TYPE_CHECKING:
    from eoi.cli.check_options import CheckOptions

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
            tell(f"eoi: the step summary was not written: {say_os_reason(problem)}")


def choose_format(options: CheckOptions) -> str:
    """Return the format of the report.

    By default it is annotations in GitHub Actions, and the full report elsewhere.
    """
    if options.statistics:
        return "statistics"
    return options.format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")


def choose_order(format_: str, options: CheckOptions) -> str:
    """Return the order of a report: the one asked for, or else its own, or that of the file."""
    own: str = getattr(load_report(format_), "ORDER", "file")
    return options.order or own


@contextmanager
def open_reports(options: CheckOptions) -> Iterator[list[ReportFile]]:
    """Yield the reports to write in one pass: on standard output, in files, and the CI step summary."""
    shown = choose_format(options)
    with ExitStack() as stack:
        style = Style(
            choose_width(), wants_colour(options.colour), choose_order(shown, options), options.quiet
        )
        # A diff replaces the report, so that `patch` can read it.
        sinks: list[ReportFile] = [] if options.diff else [StreamReport(shown, style, put)]
        for output in options.output_files:
            write = stack.enter_context(open_growing_file(output))
            format_ = list_report_endings()[output.suffix]
            sinks.append(StreamReport(format_, Style(width=100, order=choose_order(format_, options)), write))
        if shown == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
            sinks.append(StepSummary(Path(summary)))
        yield sinks
