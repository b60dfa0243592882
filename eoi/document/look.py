"""The look of a document: the size of its text, and the colours, headers and logo of its pages."""

from __future__ import annotations

from base64 import b64encode
from functools import cached_property

from eoi.frozen_value import FrozenValue

SMALL, LARGE = 11, 12  # points
BLUE = "#005eb8"
DARKER = 0.53  # the share of each colour of the accent that the darker shade keeps
MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


class Logo(FrozenValue):
    """The picture of a letterhead, with its width and height in points."""

    content: bytes
    ending: str
    width: float
    height: float

    @cached_property
    def svg(self) -> str:
        """The picture as SVG, in which every writer can place it."""
        address = f"data:{MEDIA_TYPES[self.ending]};base64,{b64encode(self.content).decode()}"
        size = f'width="{self.width:g}" height="{self.height:g}"'
        link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {link} {size}>'
            f'<image {size} xlink:href="{address}"/></svg>'
        )


class Look(FrozenValue):
    """The look of a document. `text_size` is in points.

    `accent` is the colour of headings. `font`, `header`, `footer` and `logo` come from a letterhead.
    """

    text_size: int = SMALL
    accent: str = BLUE
    font: str = ""
    page_room: float = 100
    header: str = ""
    footer: str = ""
    logo: Logo | None = None

    @property
    def dark_accent(self) -> str:
        """A darker shade of the accent, for outlines beside it."""
        parts = (int(self.accent[at : at + 2], 16) for at in (1, 3, 5))
        return "#" + "".join(f"{int(part * DARKER):02x}" for part in parts)


PLAIN = Look()
