"""Footnotes as GitHub writes them: `[^1]` in the text, even in a cell, and their words at the end."""

from __future__ import annotations

import re

from eoi.document.blocks import Footnote

AT_THE_END = re.compile(r"\[\^\d+\]$")


class Footnotes:
    """The footnotes of one document, in the order in which they were met."""

    def __init__(self) -> None:
        self.met: list[Footnote] = []
        self.held: list[str] = []

    def add(self, footnote: Footnote, in_link: bool) -> str:
        """Take a footnote and return its mark.

        A mark is a link, so within another link it waits for the end of that.
        """
        self.met.append(footnote)
        mark = f"[^{len(self.met)}]"
        if not in_link:
            return mark
        self.held.append(mark)
        return ""

    def take_held(self) -> str:
        marks = "".join(self.held)
        self.held.clear()
        return marks
