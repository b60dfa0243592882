"""One line for each finding, for `grep` and for editors: `ccg.yaml:6:5: error: what is wrong [rule]`."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Finding
from eoi.reports import Checked, Style
from eoi.reports.excerpt import harmless, printable
from eoi.reports.places import said
from eoi.reports.totals import Tally, place, summary


def part(file: Checked, _style: Style) -> str:
    return "".join(f"{line(file.path, finding)}\n" for finding in file.findings)


class Lines:
    """The parts one after another, and then the counts."""

    def __init__(self, style: Style) -> None:
        self.style = style

    def begin(self) -> str:
        return ""

    def add(self, part: str) -> str:
        return part

    def end(self, tally: Tally) -> Iterator[str]:
        yield f"{summary(tally, tally.seconds)}\n"


whole = Lines


def line(path: str, finding: Finding) -> str:
    where = place(printable(path), finding.span)
    return harmless(f"{where}: {finding.severity.word}: {printable(said(finding))} [{finding.rule}]")
