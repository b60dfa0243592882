"""The paper, the place of a block on it, and the style, indent and room that follow from that."""

from __future__ import annotations

from typing import NamedTuple

from eoi.document.blocks import Figure


class Page(NamedTuple):
    """The sizes of a page in twips.

    A negative margin is not enlarged for a tall header, as in Word.
    """

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
        """Return the page in landscape.

        The margins stay on their sides, since a header needs the same depth.
        """
        return self._replace(width=self.height, height=self.width) if self.height > self.width else self


A4 = Page()


CELL_MARGIN = 85  # twips on each side, as in the table styles
NARROWEST = 600  # twips of width that text always keeps, however deep it is nested
DEEPEST = 8  # the last list level that Word has
LIST_STEP, CELL_LIST_STEP = 397, 260  # twips by which a list level is indented, as in numbering.xml
FRAME_INDENT = {"Quote": (454, 170), "Gap": (227, 142), "Note": (227, 142)}  # in the body, in a cell


class Surroundings(NamedTuple):
    """The surroundings of a block, which decide its look.

    `frame` is the style that a callout, a quotation or a header cell gives to everything in it. `marker` is
    the list whose bullet or number the next paragraph carries. With `leads`, a block stays on the page of the
    next one, with `leads_all` all of a cell or an item stays on that of the next row or item, and with
    `opens` a block begins a page. `ends` holds the properties of a section for its last paragraph, and
    `line_end` those of the end of one paragraph. `counted` is 0 for a numbered section and 1 for a numbered
    paragraph. With `right`, text is aligned to the right, as figures are.
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
    leads_all: bool = False
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
        """Return the table version of a style in a cell: smaller, closer, with less indent."""
        return f"Table{style}" if self.in_cell else style

    @property
    def room(self) -> int:
        return max(self.width - self.indent, NARROWEST)

    @property
    def step(self) -> int:
        return CELL_LIST_STEP if self.in_cell else LIST_STEP

    @property
    def list_level(self) -> int:
        """The level of a list that begins here, counted from 0."""
        return min(self.level, DEEPEST)

    @property
    def marker_level(self) -> int:
        return min(self.level - 1, DEEPEST)

    def own_indent(self, style: str) -> int:
        """Return the indent in twips that the list or the style already gives."""
        if self.marker is not None:
            return self.step * (self.marker_level + 1)
        if not self.frame or style != self.style():
            return 0
        return FRAME_INDENT.get(self.frame, (0, 0))[self.in_cell]

    def put_in_frame(self, style: str) -> Surroundings:
        return self._replace(frame=style, right=False).indent_by(FRAME_INDENT[style][self.in_cell])

    def item(self, number: int, style: str) -> Surroundings:
        """Return the surroundings of a list item.

        An item in a row's heading explains the heading, so it is not bold.
        """
        frame = "" if self.frame == "RowHeading" else self.frame
        item = self._replace(frame=frame, level=self.level + 1, list_style=style, marker=number, right=False)
        return item.indent_by(self.step)

    def after_marker(self) -> Surroundings:
        if self.marker is None:
            return self
        return self._replace(marker=None, list_style="ListContinue")

    def cell(self, width: int, frame: str, *, right: bool = False) -> Surroundings:
        """Return the surroundings inside a cell.

        A list in it begins at the first level. In a cell inside a cell it begins deeper, so that it does not
        continue the outer list.
        """
        level = self.level if self.in_cell else 0
        room = width - 2 * CELL_MARGIN
        return Surroundings(room, self.depth, level=level, in_cell=True, frame=frame, right=right)

    def indent_by(self, by: int) -> Surroundings:
        return self._replace(indent=max(0, min(self.indent + by, self.width - NARROWEST)))


CAPTION_DEPTH = 1134  # twips kept free for the caption: 2 cm


def compute_figure_size(block: Figure, place: Surroundings) -> tuple[int, int]:
    """Return the width and height of a figure in twips.

    It is as wide as the text, unless it would then be too tall for the page.
    """
    width, height = max(block.width, 1), max(block.height, 1)
    scale = min(place.room / width, (place.depth - CAPTION_DEPTH) / height)
    return max(int(width * scale), 1), max(int(height * scale), 1)


# Twips for a number, which is in the margin so that text, lists and tables have the same left edge.
NUMBER_ROOM, NUMBER_EDGE = 680, 454


def measure_number_indent(left_margin: int) -> int:
    """Return how many twips the text is indented if the left margin is too narrow for a number."""
    return max(0, NUMBER_ROOM + NUMBER_EDGE - left_margin)


def is_leading_entry(number: int, last: int) -> bool:
    """Tell whether an entry of the contents stays on the page of the next one.

    The first two entries stay together, and the last two.
    """
    return number < last and number in (0, last - 1)


HEADING_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2", 4: "Heading3", 5: "Heading4"}
ROLE_STYLES = {"body": "", "subtitle": "Subtitle", "question": "Question"}
FRAMES = {"gap": "Gap", "note": "Note"}
