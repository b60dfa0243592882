"""The paper and its margins, upright and on its side."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """In twips. A negative margin keeps its size whatever the header needs, as Word has it."""

    width: int = 11906  # A4, with margins of 2.2 cm
    height: int = 16838
    top: int = 1247
    right: int = 1247
    bottom: int = 1247
    left: int = 1247
    header: int = 624
    footer: int = 624
    gutter: int = 0

    @property
    def room(self) -> int:
        return self.width - self.left - self.right - self.gutter

    @property
    def depth(self) -> int:
        return self.height - abs(self.top) - abs(self.bottom)

    def on_its_side(self) -> Page:
        """The margins stay where they are, since a header needs its own depth either way."""
        return self._replace(width=self.height, height=self.width) if self.height > self.width else self


A4 = Page()
