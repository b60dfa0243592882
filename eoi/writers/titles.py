"""The title of a document where there is little room for it."""

from __future__ import annotations

HEADER_ROOM = 100  # characters that fit beside the mark of a draft


def shortened(title: str) -> str:
    if len(title) <= HEADER_ROOM:
        return title
    return title[:HEADER_ROOM].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
