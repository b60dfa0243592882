"""The report of one line for each finding, for `grep` and editors: `ccg.yaml:6:5: error: message [rule]`."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.reports import CheckedFile, Style, TextsWithCounts
from eoi.reports.lines import disarm, make_printable, write_message
from eoi.reports.totals import write_mark, write_place


def part(file: CheckedFile, _style: Style) -> str:
    """Write a line for each finding in one file."""
    return "".join(f"{write_finding_line(file.path, one, write_mark(file, one))}\n" for one in file.findings)


whole = TextsWithCounts


def write_finding_line(path: str, finding: Finding, mark: str = "") -> str:
    """Write the line of one finding."""
    where = write_place(make_printable(path), finding.span)
    return disarm(
        f"{where}: {finding.severity.word}: {make_printable(write_message(finding))} [{finding.rule}]{mark}"
    )
