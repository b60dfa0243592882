"""Conversion of elements of the subset to the block tree, with numbers for tables and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar, get_args

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Cell,
    ColumnKind,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Remark,
    Role,
    Scope,
    Table,
    TableKind,
)
from eoi.document.subset.elements import INLINE, PATH, Element, Origin, SubsetError, origin_of
from eoi.document.subset.inlines import InlineConverter, plain_text
from eoi.document.subset.numbers import (
    NUMBERED,
    SCREEN,
    anchors,
    blocks_of_page,
    elements,
    is_for_screen,
    number_sections,
    numbers_of,
)
from eoi.document.subset.typography import set_marks

ROLES: tuple[Role, ...] = get_args(Role)
CALLOUT_KINDS: tuple[CalloutKind, ...] = get_args(CalloutKind)
TABLE_KINDS: tuple[TableKind, ...] = get_args(TableKind)
COLUMN_KINDS: tuple[ColumnKind, ...] = get_args(ColumnKind)
ANNEX = "annex"  # a heading that begins a page
MOST_COLUMNS = 63  # as many as Word has
HIGHEST_START = 32_767
Name = TypeVar("Name", bound=str)


class Converter:
    """A converter for one document.

    `pictures` holds the figures by name, and `remarks` the remarks by the numbers in the page.
    """

    def __init__(
        self, root: Element, pictures: Mapping[str, Picture] | None = None, remarks: Sequence[Remark] = ()
    ) -> None:
        self.root, self.pictures = root, pictures or {}
        found = list(elements(root))
        self.numbers, self.sections = numbers_of(found), number_sections(root)
        labels = {anchor: str(label) for anchor, label in self.numbers.items()}
        labels |= {
            element.attributes["id"]: number
            for element in blocks_of_page(root)
            if (number := self.sections.get(id(element))) and "id" in element.attributes
        }
        self.paths = ""
        self.inline = InlineConverter(labels, frozenset(anchors(found)), remarks)

    def blocks(self) -> tuple[Block, ...]:
        return self.flow(self.root.children, loose_text=False)

    def flow(self, children: Sequence[Element | str], loose_text: bool = True) -> tuple[Block, ...]:
        """Return the blocks in their order; text and inline elements between them become paragraphs.

        With `loose_text` false, text outside any block is an error.
        """
        blocks: list[Block] = []
        run: list[Element | str] = []
        for child in [*children, None]:
            if isinstance(child, str) or (child is not None and child.name in INLINE):
                run.append(child)
                continue
            if run and (inlines := self.inline.paragraph(run)):
                if not loose_text:
                    words = f"text outside any element: {plain_text(inlines)[:40]!r}"
                    raise SubsetError(words).at(first_origin(run))
                blocks.append(Paragraph(inlines, paths=self.paths))
            run = []
            if child is None:
                break
            if child.name == "div":
                outside = self.enter(child)
                blocks.extend(self.flow(child.children, loose_text))
                self.paths = outside
            elif not is_empty_paragraph(child):
                blocks.append(self.locate_block(child))
        return tuple(blocks)

    def locate_block(self, element: Element) -> Block:
        outside = self.enter(element)
        try:
            block = self.block(element)
        except SubsetError as broken:
            raise broken.at(element.origin) from None
        self.paths = outside
        return block

    def enter(self, element: Element) -> str:
        """Make the fields of an element the current ones, and return those before it.

        An element that names no field has those of the element around it.
        """
        outside, self.paths = self.paths, element.attributes.get(PATH) or self.paths
        return outside

    def block(self, element: Element) -> Block:
        match element.name:
            case "h1" | "h2" | "h3" | "h4" | "h5":
                return self.heading(element)
            case "p":
                return self.paragraph(element)
            case "ul":
                return BulletList(self.items(element))
            case "ol":
                return NumberedList(self.items(element), list_start(element))
            case "blockquote":
                return Quote(self.flow(element.children))
            case "aside":
                kind = one_class(element, CALLOUT_KINDS)
                return Callout(kind, self.flow(element.children), paths_of_callout(element, kind))
            case "nav":
                return Contents()
            case "table":
                return self.table(element)
            case "figure":
                return self.figure(element)
        raise SubsetError(f"<{element.name}> cannot stand here")

    def heading(self, element: Element) -> Heading:
        kind = element.attributes.get("class", "")
        if kind not in ("", NUMBERED, ANNEX):
            raise SubsetError(f"<{element.name}> can only have the class {NUMBERED} or {ANNEX}")
        words, number = self.inline.paragraph(element.children), self.sections.get(id(element), "")
        return Heading(
            int(element.name[1]), words, element.attributes.get("id", ""), number, kind == ANNEX, self.paths
        )

    def paragraph(self, element: Element) -> Paragraph:
        words, number = self.inline.paragraph(element.children), self.sections.get(id(element), "")
        anchor = element.attributes.get("id", "")
        return Paragraph(words, one_class(element, ROLES), number, anchor, self.paths)

    def items(self, element: Element) -> tuple[tuple[Block, ...], ...]:
        found = []
        for item in element.elements("li"):
            outside = self.enter(item)
            found.append(self.flow(item.children))
            self.paths = outside
        return tuple(found)

    def table(self, element: Element) -> Table:
        parts = element.elements("caption", "thead", "tbody")
        captions, heads, bodies = (
            [part for part in parts if part.name == name] for name in ("caption", "thead", "tbody")
        )
        if max(len(captions), len(heads)) > 1 or len(bodies) != 1:
            raise SubsetError("a table has one caption, one thead and exactly one tbody at the most")
        head = [self.row(row, "col") for thead in heads for row in thead.elements("tr")]
        rows = [self.row(row, "row") for row in bodies[0].elements("tr")]
        if len(head) > 1 or len({len(row) for row in [*head, *rows]}) > 1:
            raise SubsetError("the rows of a table have the same number of cells, under one row of headers")
        if not 1 <= len([*head, *rows, ()][0]) <= MOST_COLUMNS:
            raise SubsetError(f"a table has at least one cell, and at most {MOST_COLUMNS} columns")
        anchor = element.attributes.get("id", "")
        return Table(
            caption=self.inline.paragraph(captions[0].children) if captions else (),
            head=head[0] if head else (),
            rows=tuple(rows),
            anchor=anchor,
            number=self.numbers[anchor].number if anchor in self.numbers else None,
            kind=one_class(element, TABLE_KINDS),
            paths=self.paths,
            row_paths=tuple(row.attributes.get(PATH, "") for row in bodies[0].elements("tr")),
            columns=column_kinds(heads),
        )

    def figure(self, element: Element) -> Figure:
        if element.attributes.get("class", SCREEN) != SCREEN:
            raise SubsetError(f"<figure> can only have the class {SCREEN}")
        match element.elements("img", "figcaption", "table"):
            case [Element("img", image), Element("figcaption") as caption, *data]:
                picture, anchor = self.pictures.get(image.get("src", "")), element.attributes.get("id", "")
                if picture and image.get("alt") and anchor:
                    words, alt = self.inline.paragraph(caption.children), set_marks(image["alt"])
                    table = self.table(data[0]) if data else None
                    label, is_screen = self.numbers.get(anchor), is_for_screen(element)
                    number = label.number if label and not is_screen else None
                    drawn = (picture.svg, alt, picture.width, picture.height)
                    small = picture.narrow
                    return Figure(words, *drawn, anchor, number, table, narrow=small, for_screen=is_screen)
        raise SubsetError(
            "a figure has an id, an img with a known src and an alt, a figcaption, and a table or none"
        )

    def row(self, element: Element, scope: Scope) -> tuple[Cell, ...]:
        in_cell, self.inline.in_cell = self.inline.in_cell, True
        outside = self.enter(element)
        cells = tuple([self.cell(cell, scope) for cell in element.elements("th", "td")])
        self.paths, self.inline.in_cell = outside, in_cell
        return cells

    def cell(self, element: Element, scope: Scope) -> Cell:
        outside, own_scope = self.enter(element), scope if element.name == "th" else None
        match element.children:
            case [str(text)]:
                cell = make_text_cell(text, own_scope, self.paths)
            case _:
                cell = Cell(self.flow(element.children), own_scope, self.paths)
        self.paths = outside
        return cell


@lru_cache(maxsize=1024)
def make_text_cell(text: str, scope: Scope | None, paths: str) -> Cell:
    """Return a cell with nothing but text.

    The result is kept, since the questions of a round are in the checklist of each of its submissions.
    """
    words = InlineConverter.of_cell().paragraph([text])
    return Cell((Paragraph(words, paths=paths),) if words else (), scope, paths)


def paths_of_callout(element: Element, kind: CalloutKind) -> str:
    """Return the paths of the fields that a callout is about, including those of its lines."""
    marked = (element, *elements(element)) if kind == "gap" else (element,)
    return " ".join(path for one in marked if (path := one.attributes.get(PATH)))


def first_origin(run: Sequence[Element | str]) -> Origin | None:
    """Return the place in a template where the first visible part of a run was written; None if unknown."""
    return next((origin_of(child) for child in run if not isinstance(child, str) or child.strip()), None)


def list_start(numbered: Element) -> int:
    """Return the number that a list begins with; raise `SubsetError` if it is no number or too large."""
    typed = numbered.attributes.get("start", "1")
    if not (typed.isdecimal() and len(typed) <= len(str(HIGHEST_START)) and int(typed) <= HIGHEST_START):
        raise SubsetError(f"<ol> starts with a whole number up to {HIGHEST_START:,}, not {typed[:20]!r}")
    return int(typed)


def column_kinds(heads: Sequence[Element]) -> tuple[ColumnKind, ...]:
    """Return the kind of each column by its heading; return an empty tuple if all hold words."""
    cells = [cell for head in heads for row in head.elements("tr") for cell in row.elements("th", "td")]
    kinds = tuple(one_class(cell, COLUMN_KINDS) for cell in cells)
    return kinds if any(kind != COLUMN_KINDS[0] for kind in kinds) else ()


def is_empty_paragraph(element: Element) -> bool:
    """Tell whether an element is a paragraph without text."""
    return element.name == "p" and not element.has_text


def one_class(element: Element, allowed: tuple[Name, ...]) -> Name:
    """Return the class of an element, which must be one of `allowed`.

    An element without a class gets the first of them.
    """
    name = " ".join(element.attributes.get("class", allowed[0]).split()[:1])
    for known in allowed:
        if name == known:
            return known
    raise SubsetError(f'<{element.name} class="{name}"> is not in the subset')
