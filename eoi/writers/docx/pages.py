"""The pages of a document: their size, and the header and footer of each."""

from __future__ import annotations

from typing import NamedTuple

from eoi.document.blocks import Properties
from eoi.writers.docx.package import Part, static_part
from eoi.writers.docx.paragraphs import paragraph
from eoi.writers.docx.xml import part_xml, run, tag, text_runs
from eoi.writers.page import A4, Page
from eoi.writers.text import runs_right_to_left, shortened

DRAFT_MARK = run("<w:t>DRAFT</w:t>", '<w:rStyle w:val="DraftMark"/>')


def header(properties: Properties, room: int) -> str:
    title = shortened(properties.title)
    content = text_runs(title) + (run("<w:tab/>") + DRAFT_MARK if properties.draft else "")
    style = '<w:pStyle w:val="Header"/>' + ("" if room == A4.room else mark_at(room))
    direction = "<w:bidi/>" if runs_right_to_left(title) else ""
    return part_xml("hdr", tag("p", tag("pPr", style, direction), content))


def mark_at(room: int) -> str:
    """The mark stands at the right edge, which the style knows for an upright page only."""
    return tag("tabs", tag("tab", val="clear", pos=A4.room), tag("tab", val="right", pos=room))


def cover_header(properties: Properties) -> str:
    return part_xml("hdr", draft_line()) if properties.draft else ""


def draft_line() -> str:
    return paragraph("CoverMark", DRAFT_MARK)


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
