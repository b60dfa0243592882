"""The report for a person at a terminal: every finding with its lines, the counts, and the first step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eoi.reports import CheckedFile, Style
from eoi.reports.concise import ConciseLines
from eoi.reports.lines import make_printable
from eoi.reports.text import Part, frame, wrap_words
from eoi.reports.totals import Tally, write_mark, write_summary

NARROWEST = 40


def part(file: CheckedFile, style: Style) -> str:
    """Write each finding in one file, with the lines that it is about."""
    width = max(style.width, NARROWEST)
    frames = (frame(file.source, one, width, write_mark(file, one)) for one in file.findings)
    if style.colour:
        return colour_frames(frames, width)
    return "".join(f"{''.join(text for text, _ in pieces)}\n" for pieces in frames)


class Frames(ConciseLines):
    """The findings of all files with their lines, followed by the counts and the next step."""

    def end(self, tally: Tally) -> Iterator[str]:
        if self.style.quiet:
            return
        width = max(self.style.width, NARROWEST)
        counts = fill_line(write_summary(tally, tally.seconds), width)
        style = tally.heaviest.words.style if tally.heaviest else "bold green"
        yield colour_frames([[(counts, style)]], width) if self.style.colour else f"{counts}\n"
        if said := write_next_step(tally):
            yield "".join(f"{line}\n" for line in wrap_words(said, width))


whole = Frames


def fill_line(text: str, width: int) -> str:
    """Return a text on as many lines as it needs."""
    if len(text) <= width:
        return text
    from textwrap import fill  # late: counts are short

    return fill(text, width, subsequent_indent="  ")


def write_next_step(tally: Tally) -> str:
    """Return a sentence on what to do first, with the file if there are several.

    Return an empty text if there are fewer than two findings.
    """
    if tally.first is None or sum(tally.counts.values()) < 2:
        return ""
    file = f"{make_printable(tally.first.path)}: " if tally.files > 1 else ""
    return f"First: {file}{make_printable(tally.first.step)}."


def colour_frames(texts: Iterable[Iterable[Part]], width: int) -> str:
    """Colour findings, and import what colours them only then."""
    from eoi.reports.colour import colour_texts

    return colour_texts(texts, width)
