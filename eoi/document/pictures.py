"""Pictures that a template has drawn, by the name its figure calls them."""

from __future__ import annotations

from typing import NamedTuple


class Picture(NamedTuple):
    """A whole SVG file, and its size in pixels."""

    svg: str
    size: tuple[int, int]
