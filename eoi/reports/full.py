"""For a person at a terminal: every finding with its lines of the file, then the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from eoi.reports import Checked, Style
from eoi.reports.concise import Lines
from eoi.reports.text import STYLES, Part, frame, plain_report
from eoi.reports.totals import Tally, summary

NARROWEST = 40


def part(file: Checked, style: Style) -> str:
    width = max(style.width, NARROWEST)
    if style.colour:
        return in_colour((frame(file.source, finding, width) for finding in file.findings), width)
    return "".join(f"{text}\n" for text in plain_report(file.source, file.findings, width))


class Frames(Lines):
    def end(self, tally: Tally) -> Iterator[str]:
        width = max(self.style.width, NARROWEST)
        counts = fill(summary(tally, tally.seconds), width, subsequent_indent="  ")
        style = STYLES[tally.heaviest] if tally.heaviest else "bold green"
        yield in_colour([[(counts, style)]], width) if self.style.colour else f"{counts}\n"


whole = Frames


def in_colour(texts: Iterable[Iterable[Part]], width: int) -> str:
    from eoi.reports.coloured import coloured

    return coloured(texts, width)
