"""The report with counts in place of findings: how many there are of each rule, and in each file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.reports import CheckedFile, Style
from eoi.reports.lines import disarm, make_printable
from eoi.reports.totals import HEAVIEST_FIRST, Tally, write_amounts, write_summary

Counts = tuple[str, dict[tuple[str, Severity], int]]
"""The path of a file, and the number of its findings by rule and severity."""


def part(file: CheckedFile, _style: Style) -> Counts:
    """Count the findings of one file."""
    return file.path, dict(Counter((finding.rule, finding.severity) for finding in file.findings))


class Statistics:
    """The counts of all files, which are written after the last file."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.by_rule: Counter[tuple[str, Severity]] = Counter()
        self.by_file: dict[str, dict[Severity, int]] = {}

    def begin(self) -> str:
        return ""

    def add(self, part: Counts) -> str:
        path, counts = part
        self.by_rule.update(counts)
        for (_, severity), number in counts.items():
            of_file = self.by_file.setdefault(path, dict.fromkeys(HEAVIEST_FIRST, 0))
            of_file[severity] += number
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        found = self.by_rule.items()
        rules = [(number, severity, f"{rule} ({severity.word})") for (rule, severity), number in found]
        files = [
            (sum(counts.values()), max(s for s in counts if counts[s]), f"{path} ({write_amounts(counts)})")
            for path, counts in self.by_file.items()
        ]
        yield from write_counts("By rule:", rules)
        yield from write_counts("By file:", files)
        if not self.style.quiet:
            yield f"{write_summary(tally)}\n"


whole = Statistics


def write_counts(title: str, rows: list[tuple[int, Severity, str]]) -> Iterator[str]:
    """Yield the rows, the largest number first. Of equal numbers, the most severe comes first."""
    if not rows:
        return
    yield f"{title}\n"
    ranked = sorted(rows, key=lambda row: (-row[0], -row[1], row[2]))
    room = len(f"{ranked[0][0]:,}")
    for number, _, name in ranked:
        yield f"{disarm(f'  {number:>{room},}  {make_printable(name)}')}\n"
    yield "\n"
