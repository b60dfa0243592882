"""Conversion of elements of the subset to the block tree, with numbers for tables and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Scope,
    Table,
)
from eoi.document.inline import Remark
from eoi.document.subset.attributes import (
    CALLOUT_KINDS,
    ROLES,
    TABLE_KINDS,
    find_first_origin,
    is_empty_paragraph,
    read_allowed_class,
    read_column_kinds,
    read_list_start,
    read_paths_of_callout,
    refuse_ragged_rows,
    split_table,
)
from eoi.document.subset.elements import INLINE, PATH, WHITE_SPACE, Element, SubsetError
from eoi.document.subset.inlines import InlineConverter, read_plain_words
from eoi.document.subset.numbers import NUMBERED, SCREEN, PageNumbers, is_for_screen
from eoi.document.subset.typography import set_marks

ANNEX = "annex"  # a heading that begins a page


class Converter:
    """A converter for one document.

    `pictures` holds the figures by name, and `remarks` the remarks by the numbers in the page.
    """

    def __init__(
        self, root: Element, pictures: Mapping[str, Picture] | None = None, remarks: Sequence[Remark] = ()
    ) -> None:
        self.root, self.pictures = root, pictures or {}
        self.numbers = PageNumbers(root)
        self.paths = ""
        self.inline = InlineConverter(self.numbers.names, self.numbers.anchors, remarks)

    def blocks(self) -> tuple[Block, ...]:
        return self.flow(self.root.children, loose_text=False)

    def flow(self, children: Sequence[Element | str], loose_text: bool = True) -> tuple[Block, ...]:
        """Return the blocks in their order; text and inline elements between them become paragraphs.

        With `loose_text` false, text outside any block is an error.
        """
        blocks: list[Block] = []
        run: list[Element | str] = []
        for child in [*children, None]:
            if isinstance(child, str):
                if run or child.strip(WHITE_SPACE):
                    run.append(child)
                continue
            if child is not None and child.name in INLINE:
                run.append(child)
                continue
            if run and (inlines := self.inline.paragraph(run)):
                if not loose_text:
                    words = f"text outside any element: {read_plain_words(inlines)[:40]!r}"
                    raise SubsetError(words).at(find_first_origin(run))
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
                return NumberedList(self.items(element), read_list_start(element))
            case "blockquote":
                return Quote(self.flow(element.children))
            case "aside":
                kind = read_allowed_class(element, CALLOUT_KINDS)
                return Callout(kind, self.flow(element.children), read_paths_of_callout(element, kind))
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
        words, number = self.inline.paragraph(element.children), self.numbers.of_section(element)
        return Heading(
            int(element.name[1]), words, element.attributes.get("id", ""), number, kind == ANNEX, self.paths
        )

    def paragraph(self, element: Element) -> Paragraph:
        words, number = self.inline.paragraph(element.children), self.numbers.of_section(element)
        anchor = element.attributes.get("id", "")
        return Paragraph(words, read_allowed_class(element, ROLES), number, anchor, self.paths)

    def items(self, element: Element) -> tuple[tuple[Block, ...], ...]:
        found = []
        for item in element.elements("li"):
            outside = self.enter(item)
            found.append(self.flow(item.children))
            self.paths = outside
        return tuple(found)

    def table(self, element: Element) -> Table:
        captions, heads, body = split_table(element)
        head = [self.row(row, "col") for thead in heads for row in thead.elements("tr")]
        lines = body.elements("tr")
        rows = [self.row(row, "row") for row in lines]
        refuse_ragged_rows(head, rows)
        anchor = element.attributes.get("id", "")
        return Table(
            caption=self.inline.paragraph(captions[0].children) if captions else (),
            head=head[0] if head else (),
            rows=tuple(rows),
            anchor=anchor,
            number=self.numbers.of_anchor(anchor),
            kind=read_allowed_class(element, TABLE_KINDS),
            paths=self.paths,
            row_paths=tuple([row.attributes.get(PATH, "") for row in lines]),
            columns=read_column_kinds(heads),
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
                    is_screen = is_for_screen(element)
                    number = None if is_screen else self.numbers.of_anchor(anchor)
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
        own_scope = scope if element.name == "th" else None
        if len(element.children) == 1 and isinstance(text := element.children[0], str):
            return make_text_cell(text, own_scope, element.attributes.get(PATH) or self.paths)
        outside = self.enter(element)
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
