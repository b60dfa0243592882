"""The reports, one for each format: a module of this folder, with the name of the choice of `--format`.

A report is made file by file, so that its memory does not depend on the number of files. `part` turns one
file into its part of the report, in the process that checked the file, and `whole` joins the parts. No report
prints. The joined text ends in a new line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.modules import list_modules
from eoi.source import Source

if TYPE_CHECKING:
    from eoi.fixes import Fix
    from eoi.reports.totals import Tally

HELPERS = frozenset({"colour", "fixes", "json_text", "lines", "next_step", "spool", "totals"})


class FindFix(Protocol):
    """A function that returns the fix for a finding of one file, or None."""

    def __call__(self, finding: Finding, suggested: bool = False, /) -> Fix | None: ...


def find_no_fix(_finding: Finding, _suggested: bool = False, /) -> Fix | None:
    """Return None, for files whose fixes nobody has asked for."""
    return None


class CheckedFile(FrozenValue):
    """A file and its findings, in the order of the report. `path` is as given on the command line.

    If the file could not be read, its applicants, form and round are unknown. `left_out` holds the findings
    that are in a baseline. `fix` returns the fix for a finding; its second argument also allows a fix that is
    likely, but not certain.
    """

    path: str
    source: Source
    findings: tuple[Finding, ...]
    applicants: tuple[str, ...] = ()
    form: str = ""
    round: str = ""
    left_out: tuple[Finding, ...] = ()
    fix: FindFix = find_no_fix


class Style(FrozenValue):
    """The look of a report for people: columns of the terminal, colour, and order.

    A `quiet` report has neither counts nor a next step.
    """

    width: int = 80
    colour: bool = False
    order: str = "file"
    quiet: bool = False


PLAIN = Style()


class Whole(Protocol):
    """A report in the making: each call returns the text that can be written by then."""

    def begin(self) -> str: ...

    def add(self, part: Any, /) -> str: ...

    def end(self, tally: Tally, /) -> Iterator[str]: ...


class TextsWithCounts:
    """The texts on all files, followed by the counts."""

    def __init__(self, style: Style) -> None:
        self.style = style

    def begin(self) -> str:
        return ""

    def add(self, part: str) -> str:
        return part

    def end(self, tally: Tally) -> Iterator[str]:
        from eoi.reports.totals import write_summary

        if not self.style.quiet:
            yield f"{write_summary(tally, tally.seconds)}\n"


class ReportFormat(Protocol):
    """The interface of a report.

    `ENDING` is that of a file with such a report, and `BEGINS` matches the start of one, so that only such a
    file is overwritten. A report that is never written to a file has neither. `IS_DATA` says that a report
    has no words for people, such as that nothing was found. `ORDER` is that of its findings unless somebody
    asks for another; a report without one has that of the file.

    `part` returns the input of the same format's `whole`: a text, or a small value that can be sent to
    another process.
    """

    ENDING: str
    BEGINS: Expression
    IS_DATA: bool
    ORDER: str

    @staticmethod
    def part(file: CheckedFile, style: Style, /) -> Any: ...

    @staticmethod
    def whole(style: Style, /) -> Whole: ...


def list_report_formats() -> tuple[str, ...]:
    """List the choices of `--format`, without importing any report."""
    return tuple(name for name in list_modules(__path__) if name not in HELPERS)


@cache
def list_report_endings() -> dict[str, str]:
    """Return the formats of reports in files by their endings, as each report says its own."""
    endings = {getattr(load_report(name), "ENDING", ""): name for name in list_report_formats()}
    return {ending: endings[ending] for ending in sorted(filter(None, endings))}


@cache
def load_report(name: str) -> ReportFormat:
    """Import the report of a format."""
    return cast("ReportFormat", import_module(f"{__name__}.{name}"))


def write_report(
    name: str, checked: Iterable[CheckedFile], style: Style = PLAIN, seconds: float = 0.0
) -> str:
    """Write a whole report on files that are all in memory."""
    from eoi.reports.totals import Tally, count_file

    chosen, tally = load_report(name), Tally(seconds=seconds)
    whole = chosen.whole(style)
    text = [whole.begin()]
    for file in checked:
        tally = tally.plus(count_file(file))
        text.append(whole.add(chosen.part(file, style)))
    return "".join((*text, *whole.end(tally)))
