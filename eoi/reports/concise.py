"""The report of one line for each finding, for `grep` and editors: `ccg.yaml:6:5: error: message [rule]`."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Finding
from eoi.reports import CheckedFile, Style
from eoi.reports.lines import disarm, make_printable, write_message
from eoi.reports.totals import Tally, write_mark, write_place, write_summary


def part(file: CheckedFile, _style: Style) -> str:
    """Write a line for each finding in one file."""
    return "".join(f"{write_finding_line(file.path, one, write_mark(file, one))}\n" for one in file.findings)


class ConciseLines:
    """The lines of all files, followed by the counts."""

    def __init__(self, style: Style) -> None:
        self.style = style

    def begin(self) -> str:
        return ""

    def add(self, part: str) -> str:
        return part

    def end(self, tally: Tally) -> Iterator[str]:
        if not self.style.quiet:
            yield f"{write_summary(tally, tally.seconds)}\n"


whole = ConciseLines


def write_finding_line(path: str, finding: Finding, mark: str = "") -> str:
    """Write the line of one finding."""
    where = write_place(make_printable(path), finding.span)
    return disarm(
        f"{where}: {finding.severity.word}: {make_printable(write_message(finding))} [{finding.rule}]{mark}"
    )
