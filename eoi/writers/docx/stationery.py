"""What the pages of a document are made of: their size, and the headers and footers they carry."""

from __future__ import annotations

from typing import NamedTuple

from eoi.document.blocks import Properties
from eoi.writers.docx.package import Part
from eoi.writers.docx.running import cover_header, header
from eoi.writers.docx.static import static_part
from eoi.writers.docx.xml import tag
from eoi.writers.page import A4, Page


class Running(NamedTuple):
    """A header or footer, and which pages it is on: `default`, `first` or `even`."""

    pages: str
    part: Part

    def reference(self) -> str:
        return f'<w:{self.part.kind}Reference w:type="{self.pages}" r:id="{self.part.link().key}"/>'


class Stationery(NamedTuple):
    """`titled` where the first page has headers and footers of its own, or none; `wide` is for pages on
    their side."""

    page: Page
    running: tuple[Running, ...]
    wide: tuple[Running, ...]
    titled: bool = True

    def section(self, on_its_side: bool, first: bool) -> str:
        """A first page is the document's, not the section's."""
        page = self.page.on_its_side() if on_its_side else self.page
        running = [one for one in self.running_of(on_its_side) if first or one.pages != "first"]
        references = "".join([one.reference() for one in running])
        title = "<w:titlePg/>" if first and self.titled else ""
        return tag("sectPr", references, page_xml(page), '<w:cols w:space="708"/>', title)

    def running_of(self, on_its_side: bool) -> tuple[Running, ...]:
        return self.wide if on_its_side else self.running

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(dict.fromkeys(one.part for one in (*self.running, *self.wide)))


def own_stationery(properties: Properties, turns: bool) -> Stationery:
    """A4, and a first page without header and footer but for the mark of a draft."""
    footer = Running("default", Part("word/footer1.xml", "footer", static_part("word/footer1.xml")))
    cover = cover_header(properties)
    first = [Running("first", Part("word/header2.xml", "header", cover))] if cover else []
    upright = header_on(A4, "word/header1.xml", properties)
    wide = header_on(A4.on_its_side(), "word/header3.xml", properties)
    return Stationery(A4, (upright, *first, footer), (wide, *first, footer) if turns else ())


def header_on(page: Page, name: str, properties: Properties) -> Running:
    return Running("default", Part(name, "header", header(properties, page.room)))


def page_xml(page: Page) -> str:
    orient = {"orient": "landscape"} if page.width > page.height else {}
    margins = page._asdict()
    del margins["width"], margins["height"]
    return tag("pgSz", w=page.width, h=page.height, **orient) + tag("pgMar", **margins)
