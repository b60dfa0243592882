"""The look of a document beyond its blocks: the size of its text, and the colours and edges of its pages."""

from __future__ import annotations

from dataclasses import dataclass

SMALL, LARGE = 11, 12  # points


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a document; `text_size` is in points."""

    text_size: int = SMALL


PLAIN = Look()
