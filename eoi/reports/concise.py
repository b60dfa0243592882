"""One line for each finding, for `grep` and for editors: `ccg.yaml:6:5: error: what is wrong [rule]`."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.findings import Finding
from eoi.reports import Checked, Style
from eoi.reports.excerpt import harmless, printable
from eoi.reports.totals import place, summary


def render(checked: Sequence[Checked], style: Style) -> str:
    lines = [line(file.path, finding) for file in checked for finding in file.findings]
    return "\n".join((*lines, summary(checked, style.seconds))) + "\n"


def line(path: str, finding: Finding) -> str:
    where = place(printable(path), finding.span)
    return harmless(f"{where}: {finding.severity.label}: {printable(finding.message)} [{finding.rule}]")
