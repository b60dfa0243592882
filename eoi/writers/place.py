"""Where on the page a block stands, which decides its style, its indent and its room."""

from __future__ import annotations

from typing import NamedTuple

from eoi.writers.page import A4, Page

CELL_MARGIN = 85  # twips, each side, as the table styles say
NARROWEST = 600  # twips of text kept, however deep the nesting
DEEPEST = 8  # the last list level that Word has
LIST_STEP, CELL_LIST_STEP = 397, 260  # twips a list level is indented by, as numbering.xml says
FRAME_INDENT = {"Quote": (454, 170), "Gap": (227, 142), "Note": (227, 142)}  # in the body, in a cell


class Place(NamedTuple):
    """`frame` is the style a callout, quote or header cell gives to everything in it; `marker` is the list
    that the next paragraph carries the bullet or number of; what `leads` stays with what follows it, and what
    `opens` starts a page."""

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

    @classmethod
    def on(cls, page: Page) -> Place:
        return cls(page.room, page.depth)

    @property
    def is_body(self) -> bool:
        """Not in a cell, list, quotation or callout."""
        return not (self.in_cell or self.frame or self.level)

    def style(self, role: str = "") -> str:
        return self.twin(self.frame or role or self.list_style or "BodyText")

    def twin(self, style: str) -> str:
        """Every style of running text has one for cells: smaller, closer, with less indent."""
        return f"Table{style}" if self.in_cell else style

    @property
    def room(self) -> int:
        return max(self.width - self.indent, NARROWEST)

    @property
    def step(self) -> int:
        return CELL_LIST_STEP if self.in_cell else LIST_STEP

    @property
    def list_level(self) -> int:
        """Of a list that starts here."""
        return min(self.level, DEEPEST)

    @property
    def marker_level(self) -> int:
        return min(self.level - 1, DEEPEST)

    def styled_indent(self, style: str) -> int:
        """What the list or the style already indents by, which need not be said again."""
        if self.marker is not None:
            return self.step * (self.marker_level + 1)
        framed = bool(self.frame) and style == self.style()
        return FRAME_INDENT.get(self.frame, (0, 0))[self.in_cell] if framed else 0

    def framed(self, style: str) -> Place:
        return self._replace(frame=style).indented_by(FRAME_INDENT[style][self.in_cell])

    def item(self, number: int, style: str) -> Place:
        """A list under a row's heading explains it, so it is not set in bold like the heading."""
        frame = "" if self.frame == "RowHeading" else self.frame
        item = self._replace(frame=frame, level=self.level + 1, list_style=style, marker=number)
        return item.indented_by(self.step)

    def after_marker(self) -> Place:
        if self.marker is None:
            return self
        return self._replace(marker=None, list_style="ListContinue")

    def cell(self, width: int, frame: str) -> Place:
        """A list in a cell starts at the first level again, unless it would count on with an outer cell's."""
        level = self.level if self.in_cell else 0
        return Place(width - 2 * CELL_MARGIN, self.depth, level=level, in_cell=True, frame=frame)

    def indented_by(self, by: int) -> Place:
        return self._replace(indent=max(0, min(self.indent + by, self.width - NARROWEST)))
