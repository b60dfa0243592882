"""Texts in colour, by Rich.

Rich is imported late, since that takes as long as checking a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from eoi.reports.full import Part


def colour_texts(texts: Iterable[Iterable[Part]], width: int) -> str:
    """Colour texts for a terminal, whatever the environment says.

    The caller has decided already whether to use colour.
    """
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
