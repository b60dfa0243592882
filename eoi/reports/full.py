"""For a person at a terminal: every finding with its lines of the file, the counts, and what to do first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from eoi.reports import Checked, Style
from eoi.reports.concise import Lines
from eoi.reports.excerpt import printable
from eoi.reports.text import Part, frame, plain_report, wrapped
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
        style = tally.heaviest.words.style if tally.heaviest else "bold green"
        yield in_colour([[(counts, style)]], width) if self.style.colour else f"{counts}\n"
        if said := what_to_do_first(tally):
            yield "".join(f"{line}\n" for line in wrapped(said, width))


whole = Frames


def what_to_do_first(tally: Tally) -> str:
    """Where there is more than one thing to do; with the file's name, where there is more than one file."""
    if tally.first is None or sum(tally.counts.values()) < 2:
        return ""
    file = f"{printable(tally.first.path)}: " if tally.files > 1 else ""
    return f"First: {file}{printable(tally.first.step)}."


def in_colour(texts: Iterable[Iterable[Part]], width: int) -> str:
    from eoi.reports.coloured import coloured

    return coloured(texts, width)
