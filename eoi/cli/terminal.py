"""What the program says: findings on standard output, everything else on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable

from eoi.findings import Finding
from eoi.source import Source

NARROWEST, WIDEST = 40, 100


def tell(message: str) -> None:
    print(message, file=sys.stderr)


def say(text: str) -> None:
    """A report or a page, on standard output."""
    print(text.rstrip("\n"))


def width() -> int:
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)


def colour_wanted(setting: str) -> bool:
    """`auto` is colour for a person at a terminal who has not said NO_COLOR."""
    if setting == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return setting == "always"


def show(source: Source, findings: Iterable[Finding]) -> None:
    from rich.console import Console

    from eoi.reports.text import report

    # Plain text only: what a file holds must never act as markup, and no line is cut.
    console = Console(markup=False, highlight=False, emoji=False, soft_wrap=True)
    for text in report(source, findings, width()):
        console.print(text)
