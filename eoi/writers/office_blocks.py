"""The base of the Word and OpenDocument writers: the order of blocks, and how each affects the next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import chain, repeat
from typing import Generic, TypeVar, assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.inline import Inline
from eoi.writers.adaptation import Blocks
from eoi.writers.page import FRAMES, Surroundings
from eoi.writers.page_layout import introduces

Output = TypeVar("Output")


class BlockWriter(ABC, Generic[Output]):
    """A writer of the blocks of one document. A subclass writes each kind in its format."""

    def write_blocks(self, blocks: Blocks, place: Surroundings) -> Output:
        """Write blocks in order. In a list item, the first paragraph carries the bullet or number."""
        if place.marker is not None and not takes_marker(blocks):
            line = self.write_line(place.style(), (), place._replace(ends="") if blocks else place)
            return self.join([line, self.write_blocks(blocks, place.after_marker())])
        if len(blocks) == 1:  # as in most cells
            return self.write_block(blocks[0], find_surroundings(blocks[0], None, place))
        places = chain([place], repeat(place.after_marker()))
        followed = zip(blocks, (*blocks[1:], None), places, strict=False)
        return self.join(
            [
                self.write_block(block, find_surroundings(block, after, here))
                for block, after, here in followed
            ]
        )

    def write_block(self, block: Block, place: Surroundings) -> Output:
        match block:
            case Paragraph():
                return self.write_paragraph(block, place)
            case Heading():
                return self.write_heading(block, place)
            case BulletList():
                return self.write_bullets(block, place)
            case NumberedList():
                return self.write_numbers(block, place)
            case Quote():
                return self.write_blocks(block.blocks, place.put_in_frame("Quote"))
            case Callout():
                return self.write_blocks(block.blocks, place.put_in_frame(FRAMES[block.kind]))
            case Table():
                return self.write_table(block, place)
            case Figure():
                return self.write_figure(block, place)
            case Contents():
                return self.write_contents(place)
            case _:
                assert_never(block)

    @abstractmethod
    def join(self, parts: list[Output]) -> Output: ...

    @abstractmethod
    def write_paragraph(self, paragraph: Paragraph, place: Surroundings) -> Output: ...

    @abstractmethod
    def write_line(self, style: str, words: tuple[Inline, ...], place: Surroundings) -> Output: ...

    @abstractmethod
    def write_heading(self, heading: Heading, place: Surroundings) -> Output: ...

    @abstractmethod
    def write_bullets(self, bullets: BulletList, place: Surroundings) -> Output: ...

    @abstractmethod
    def write_numbers(self, numbers: NumberedList, place: Surroundings) -> Output: ...

    @abstractmethod
    def write_table(self, table: Table, place: Surroundings) -> Output: ...

    @abstractmethod
    def write_figure(self, figure: Figure, place: Surroundings) -> Output: ...

    @abstractmethod
    def write_contents(self, place: Surroundings) -> Output: ...


def find_surroundings(block: Block, after: Block | None, place: Surroundings) -> Surroundings:
    """Return the surroundings of a block, given the block after it.

    Only the last block gets the end of its section.
    """
    leads = place.leads_all or (after is not None and introduces(block, after))
    opens = opens_page(block) and place.is_body
    is_before, ends = (
        (place.before_heading, place.ends) if after is None else (isinstance(after, Heading), "")
    )
    if (leads, opens, is_before, ends) == (place.leads, place.opens, place.before_heading, place.ends):
        return place  # as most in cells are
    return place._replace(leads=leads, opens=opens, before_heading=is_before, ends=ends)


def opens_page(block: Block) -> bool:
    """Tell whether a block is a heading that begins a page."""
    return isinstance(block, Heading) and block.opens


def takes_marker(blocks: Blocks) -> bool:
    """Tell whether the first block of a list item can carry its bullet or number."""
    return bool(blocks) and isinstance(blocks[0], Heading | Paragraph | Quote | Callout)
