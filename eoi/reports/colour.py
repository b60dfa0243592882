"""Colour texts with Rich. It is imported late, since to start it takes as long as to check a file."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from eoi.reports.text import Part


def colour_texts(texts: Iterable[Iterable[Part]], width: int) -> str:
    """Colour texts whatever the environment says; the caller has decided whether there is colour."""
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
    for parts in texts:
        console.print(Text.assemble(*parts))
    return stream.getvalue()
