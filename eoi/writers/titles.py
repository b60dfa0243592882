"""The title of a document where there is little room for it."""

from __future__ import annotations

HEADER_ROOM = 100  # characters that fit beside the mark of a draft


def shortened(title: str, room: int = HEADER_ROOM) -> str:
    if len(title) <= room:
        return title
    return title[:room].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
