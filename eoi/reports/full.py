"""For a person at a terminal: every finding with its lines of the file, then the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from eoi.reports import Checked, Style
from eoi.reports.concise import Lines
from eoi.reports.text import STYLES, plain_report, report
from eoi.reports.totals import Tally, summary

NARROWEST = 40


def part(file: Checked, style: Style) -> str:
    width = max(style.width, NARROWEST)
    if style.colour:
        return coloured(report(file.source, file.findings, width), width)
    return "".join(f"{text}\n" for text in plain_report(file.source, file.findings, width))


class Frames(Lines):
    def end(self, tally: Tally) -> Iterator[str]:
        if not self.style.colour:
            yield from super().end(tally)
            return
        style = STYLES[tally.heaviest.label] if tally.heaviest else "bold green"
        yield coloured([Text(summary(tally, tally.seconds), style)], max(self.style.width, NARROWEST))


whole = Frames


def coloured(texts: Iterable[Text], width: int) -> str:
    """Whatever the environment says: whether there is colour was decided before."""
    stream = StringIO()
    console = Console(
        file=stream,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
        width=width,
        soft_wrap=True,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for text in texts:
        console.print(text)
    return stream.getvalue()
