"""The pages of a document: their size, and the header and footer of each."""

from __future__ import annotations

from eoi.document.blocks import Properties
from eoi.frozen_value import FrozenValue
from eoi.writers.docx.package import PackagePart, read_static_part
from eoi.writers.docx.paragraphs import write_paragraph
from eoi.writers.docx.xml import write_run, write_tag, write_text_runs, write_whole_part
from eoi.writers.page import A4, Page
from eoi.writers.text import runs_right_to_left, shorten_title

DRAFT_MARK = write_run("<w:t>DRAFT</w:t>", '<w:rStyle w:val="DraftMark"/>')


def write_header(properties: Properties, room: int) -> str:
    """Write the running head: the title and, in a draft, "DRAFT" at the right edge."""
    title = shorten_title(properties.title)
    content = write_text_runs(title) + (write_run("<w:tab/>") + DRAFT_MARK if properties.draft else "")
    style = '<w:pStyle w:val="Header"/>' + ("" if room == A4.room else write_tab_at_edge(room))
    direction = "<w:bidi/>" if runs_right_to_left(title) else ""
    return write_whole_part("hdr", write_tag("p", write_tag("pPr", style, direction), content))


def write_tab_at_edge(room: int) -> str:
    """Set a tab at the right edge. The style has one for a portrait page only."""
    return write_tag(
        "tabs", write_tag("tab", val="clear", pos=A4.room), write_tag("tab", val="right", pos=room)
    )


def write_footer(properties: Properties) -> str:
    """Write the footer: the line that identifies the copy, and the page number below it."""
    numbered = read_static_part("word/footer1.xml")
    if not properties.identification:
        return numbered
    line = write_paragraph("Footer", write_text_runs(properties.identification))
    return numbered.replace("<w:p>", f"{line}<w:p>", 1)


def write_cover_header(properties: Properties) -> str:
    """Write the header of the cover; return an empty text for a final, which has none."""
    return write_whole_part("hdr", write_draft_line()) if properties.draft else ""


def write_draft_line() -> str:
    """Write the line that marks a draft."""
    return write_paragraph("CoverMark", DRAFT_MARK)


class RunningPart(FrozenValue):
    """A header or footer with the kind of pages it is on: `default`, `first` or `even`."""

    pages: str
    part: PackagePart

    def reference(self) -> str:
        return f'<w:{self.part.kind}Reference w:type="{self.pages}" r:id="{self.part.link().key}"/>'


class PageSetup(FrozenValue):
    """The pages of a section.

    `running` holds the headers and footers of portrait pages, and `wide` those of landscape pages. With
    `titled`, the first page has its own headers and footers, or none.
    """

    page: Page
    running: tuple[RunningPart, ...]
    wide: tuple[RunningPart, ...]
    titled: bool = True

    def page_for(self, wide: bool) -> Page:
        return self.page.on_its_side() if wide else self.page

    def section(self, wide: bool, first: bool) -> str:
        """Write the properties of a section.

        `first` is true for the section with the first page of the document.
        """
        running = [one for one in self.running_for(wide) if first or one.pages != "first"]
        references = "".join([one.reference() for one in running])
        title = "<w:titlePg/>" if first and self.titled else ""
        return write_tag(
            "sectPr", references, write_page_properties(self.page_for(wide)), '<w:cols w:space="708"/>', title
        )

    def running_for(self, wide: bool) -> tuple[RunningPart, ...]:
        return self.wide if wide else self.running

    @property
    def parts(self) -> tuple[PackagePart, ...]:
        return tuple(dict.fromkeys(one.part for one in (*self.running, *self.wide)))


def make_own_page_setup(properties: Properties, turns: bool) -> PageSetup:
    """Return the setup of A4 pages. The first page has no header or footer except the mark of a draft."""
    footer = RunningPart("default", PackagePart("word/footer1.xml", "footer", write_footer(properties)))
    cover = write_cover_header(properties)
    first = [RunningPart("first", PackagePart("word/header2.xml", "header", cover))] if cover else []
    upright = make_running_head(A4, "word/header1.xml", properties)
    wide = make_running_head(A4.on_its_side(), "word/header3.xml", properties)
    return PageSetup(A4, (upright, *first, footer), (wide, *first, footer) if turns else ())


def make_running_head(page: Page, name: str, properties: Properties) -> RunningPart:
    """Return the running head for pages of this width."""
    return RunningPart("default", PackagePart(name, "header", write_header(properties, page.room)))


def write_page_properties(page: Page) -> str:
    """Write the size, the orientation and the margins of a page."""
    orient = {"orient": "landscape"} if page.width > page.height else {}
    margins = page._asdict()
    del margins["width"], margins["height"]
    return write_tag("pgSz", w=page.width, h=page.height, **orient) + write_tag("pgMar", **margins)
