"""For a person at a terminal: every finding with its lines of the file, then the counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text

from eoi.findings import Severity
from eoi.reports import Checked, Style
from eoi.reports.text import STYLES, plain_report, report
from eoi.reports.totals import HEAVIEST_FIRST, count, summary

NARROWEST = 40


def render(checked: Sequence[Checked], style: Style) -> str:
    width = max(style.width, NARROWEST)
    counts = summary(checked, style.seconds)
    if not style.colour:
        frames = [text for file in checked for text in plain_report(file.source, file.findings, width)]
        return "".join(f"{text}\n" for text in [*frames, counts])
    texts = [text for file in checked for text in report(file.source, file.findings, width)]
    return coloured([*texts, Text(counts, heaviest_style(checked))], width)


def heaviest_style(checked: Sequence[Checked]) -> str:
    heaviest: Iterable[Severity] = (severity for severity in HEAVIEST_FIRST if count(checked, severity))
    return next((STYLES[severity.label] for severity in heaviest), "bold green")


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
