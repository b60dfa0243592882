"""The names of the styles that blocks take in a word processor, and what blocks ask of their neighbours."""

from __future__ import annotations

from eoi.document.blocks import Block, BulletList, Callout, Heading, NumberedList, Paragraph, Quote

HEADING_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2", 4: "Heading3", 5: "Heading4"}
ROLE_STYLES = {"body": "", "subtitle": "Subtitle", "question": "Question"}
FRAMES = {"gap": "Gap", "note": "Note"}


def leads_to(block: Block, after: Block | None) -> bool:
    """A paragraph that leads to a list stays on its page: "It set these conditions:"."""
    return isinstance(block, Paragraph) and isinstance(after, BulletList | NumberedList)


def takes_marker(blocks: tuple[Block, ...]) -> bool:
    return bool(blocks) and isinstance(blocks[0], Heading | Paragraph | Quote | Callout)
