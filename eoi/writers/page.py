"""The paper, the place of a block on it, and the style, indent and room that follow from that."""

from __future__ import annotations

from typing import NamedTuple

from eoi.document.blocks import Figure


class Page(NamedTuple):
    """A page's sizes in twips. A negative margin keeps its size whatever the header needs, as Word has it."""

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
        """Turn the page. The margins stay where they are: a header needs its own depth either way."""
        return self._replace(width=self.height, height=self.width) if self.height > self.width else self


A4 = Page()


CELL_MARGIN = 85  # twips, each side, as the table styles say
NARROWEST = 600  # twips of text kept, however deep the nesting
DEEPEST = 8  # the last list level that Word has
LIST_STEP, CELL_LIST_STEP = 397, 260  # twips a list level is indented by, as numbering.xml says
FRAME_INDENT = {"Quote": (454, 170), "Gap": (227, 142), "Note": (227, 142)}  # in the body, in a cell


class Surroundings(NamedTuple):
    """The surroundings of a block, which decide how it is set.

    `frame` is the style that a callout, a quotation or a header cell gives to everything in it. `marker` is
    the list whose bullet or number the next paragraph carries. A block that `leads` stays with the next one,
    and one that `opens` starts a page. `ends` are properties of a section, which its last paragraph carries,
    and `line_end` those of the end of one paragraph. `counted` is the level of a numbered section, 0, or of
    a paragraph of it, 1. What is `right` is aligned to the right, as figures are.
    """

    width: int = A4.room
    depth: int = A4.depth
    indent: int = 0
    level: int = 0
    in_cell: bool = False
    frame: str = ""
    list_style: str = ""
    marker: int | None = None
    leads: bool = False
    opens: bool = False
    before_heading: bool = False
    ends: str = ""
    line_end: str = ""
    counted: int | None = None
    right: bool = False

    @classmethod
    def on(cls, page: Page) -> Surroundings:
        return cls(page.room, page.depth)

    @property
    def is_body(self) -> bool:
        """Tell whether a block is not in a cell, list, quotation or callout."""
        return not (self.in_cell or self.frame or self.level)

    def style(self, role: str = "") -> str:
        return self.twin(self.frame or role or self.list_style or "BodyText")

    def twin(self, style: str) -> str:
        """Return the style for cells of a style of running text: smaller, closer, with less indent."""
        return f"Table{style}" if self.in_cell else style

    @property
    def room(self) -> int:
        return max(self.width - self.indent, NARROWEST)

    @property
    def step(self) -> int:
        return CELL_LIST_STEP if self.in_cell else LIST_STEP

    @property
    def list_level(self) -> int:
        """Return the level of a list that starts here."""
        return min(self.level, DEEPEST)

    @property
    def marker_level(self) -> int:
        return min(self.level - 1, DEEPEST)

    def own_indent(self, style: str) -> int:
        """Return the indent that the list or the style makes by itself."""
        if self.marker is not None:
            return self.step * (self.marker_level + 1)
        framed = bool(self.frame) and style == self.style()
        return FRAME_INDENT.get(self.frame, (0, 0))[self.in_cell] if framed else 0

    def put_in_frame(self, style: str) -> Surroundings:
        return self._replace(frame=style, right=False).indent_by(FRAME_INDENT[style][self.in_cell])

    def item(self, number: int, style: str) -> Surroundings:
        """Place an item of a list.

        Under a row's heading it explains the heading, and is not set in bold like it.
        """
        frame = "" if self.frame == "RowHeading" else self.frame
        item = self._replace(frame=frame, level=self.level + 1, list_style=style, marker=number, right=False)
        return item.indent_by(self.step)

    def after_marker(self) -> Surroundings:
        if self.marker is None:
            return self
        return self._replace(marker=None, list_style="ListContinue")

    def cell(self, width: int, frame: str, *, right: bool = False) -> Surroundings:
        """Place a cell.

        A list in it starts at the first level, unless it would count on with an outer cell's.
        """
        level = self.level if self.in_cell else 0
        room = width - 2 * CELL_MARGIN
        return Surroundings(room, self.depth, level=level, in_cell=True, frame=frame, right=right)

    def indent_by(self, by: int) -> Surroundings:
        return self._replace(indent=max(0, min(self.indent + by, self.width - NARROWEST)))


CAPTION_DEPTH = 1134  # twips kept free for the caption: 2 cm


def figure_size(block: Figure, place: Surroundings) -> tuple[int, int]:
    """Return the size in twips: as wide as the text, unless the page is too short for that."""
    width, height = max(block.width, 1), max(block.height, 1)
    scale = min(place.room / width, (place.depth - CAPTION_DEPTH) / height)
    return max(int(width * scale), 1), max(int(height * scale), 1)


# A number stands in the margin, so that text, lists and tables keep one left edge; in twips.
NUMBER_ROOM, NUMBER_EDGE = 680, 454


def number_indent(left_margin: int) -> int:
    """Say how far the text moves in where the margin is too narrow for a number."""
    return max(0, NUMBER_ROOM + NUMBER_EDGE - left_margin)


def entry_leads(number: int, last: int) -> bool:
    """Tell whether an entry of the contents stays with the next: so do the first two and the last two."""
    return number < last and number in (0, last - 1)


HEADING_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2", 4: "Heading3", 5: "Heading4"}
ROLE_STYLES = {"body": "", "subtitle": "Subtitle", "question": "Question"}
FRAMES = {"gap": "Gap", "note": "Note"}
