"""Facts that the parts of a document share while they are encoded."""

from __future__ import annotations

from collections.abc import Iterable

from eoi.document.blocks import Block, Figure, Heading, Paragraph, Table
from eoi.document.inline import Link
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_own_inlines, walk_blocks, walk_inlines
from eoi.writers.glyphs import is_visible, make_storable
from eoi.writers.pdf.spelling import Spelling

DEEPEST = 6  # levels of heading that PDF/UA-1 knows
SECTION_LEVEL = 2


class PdfContext:
    """The anchors and headings of one PDF.

    Only the first block with an anchor gets it. Levels of headings go down one at a time.
    """

    def __init__(self, blocks: Iterable[Block], spelling: Spelling) -> None:
        self.spelt, self.spell_out_svg = spelling
        anchored = [
            block for block in walk_blocks(blocks) if isinstance(block, Heading | Paragraph | Table | Figure)
        ]
        marks = {
            inline.anchor
            for block in walk_blocks(blocks)
            for inline in walk_inlines(list_own_inlines(block))
            if isinstance(inline, Link)
        }
        self.anchors = frozenset(
            marks | {block.anchor for block in anchored if not is_blank_heading(block)}
        ) - {""}
        self.sections = sum(isinstance(block, Heading) and block.level == SECTION_LEVEL for block in anchored)
        self.claimed: set[str] = set()
        self.level = 0

    def claim(self, anchor: str) -> str:
        if anchor in self.claimed:
            return ""
        self.claimed.add(anchor)
        return make_storable(anchor)

    def level_below(self, wanted: int) -> int:
        """Return the nearest level of heading that PDF/UA-1 allows here. It forbids skipping a level."""
        self.level = max(1, min(wanted, self.level + 1, DEEPEST))
        return self.level


def is_blank_heading(block: Block) -> bool:
    """Tell whether a block is a heading without visible words. PDF/UA-1 forbids one."""
    return isinstance(block, Heading) and not is_visible(read_plain_words(block.children))
