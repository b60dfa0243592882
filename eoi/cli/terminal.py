"""What the program says: findings on standard output, everything else on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eoi.findings import Finding
    from eoi.source import Source

NARROWEST, WIDEST = 40, 100


def tell(message: str) -> None:
    """For a person, no word is broken at the edge: a path can be copied whole."""
    lines = encodable(message).split("\n")
    print("\n".join(map(fitted, lines) if is_watched() else lines), file=sys.stderr)


def fitted(line: str) -> str:
    if len(line) <= width():
        return line
    return "\n".join(
        wrap(line, width(), subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    )


def is_watched() -> bool:
    """Whether a person reads standard error as it comes."""
    return sys.stderr is not None and sys.stderr.isatty()


def encodable(text: str) -> str:
    """Names of files can hold bytes that are no text; they are shown as `\\udce9`."""
    return text.encode(errors="backslashreplace").decode()


def say(text: str) -> None:
    """A report or a page, on standard output."""
    print(encodable(text.rstrip("\n")))


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
