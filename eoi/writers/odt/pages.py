"""The pages of a document, portrait or landscape, with their headers and footers.

The first page, which is the cover if there is one, has neither, except for a logo and the mark of a draft.
"""

from __future__ import annotations

from eoi.document.blocks import Properties
from eoi.document.look import Logo, Look
from eoi.writers.odt.xml import write_span_xml, write_text_xml
from eoi.writers.text import runs_right_to_left, shorten_title

FIRST = {False: "First_20_Page", True: "First_20_Wide_20_Page"}  # by whether it is wide
LATER = {False: "Standard", True: "Wide"}
LAYOUTS = {False: "Upright", True: "Wide"}
HEADERS = {False: "Header", True: "Header_20_Wide"}
PAGE_NUMBER = (
    '<text:p text:style-name="Footer">Page <text:page-number text:select-page="current">1'
    "</text:page-number><text:s/>of <text:page-count>1</text:page-count></text:p>"
)
TALLEST_LOGO = 32  # points
DRAFT_MARK = write_span_xml("Draft_20_Mark", "DRAFT")
NO_FOOT = '<style:footer><text:p text:style-name="Footer"/></style:footer>'


def name_logo_file(logo: Logo) -> str:
    """Return the name of the file with the logo."""
    return f"Pictures/letterhead.{logo.ending}"


def make_logo_file(look: Look) -> dict[str, str | bytes]:
    """Return the file with the logo by its name; return an empty mapping without a logo."""
    return {name_logo_file(look.logo): look.logo.content} if look.logo else {}


def write_logo_line(logo: Logo) -> str:
    """Write the logo of a letterhead on a line of its own. It has no words, since the title says enough."""
    scale = min(1, TALLEST_LOGO / logo.height)
    size = f'svg:width="{logo.width * scale:g}pt" svg:height="{logo.height * scale:g}pt"'
    href = (
        f'xlink:href="{name_logo_file(logo)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    )
    frame = (
        f'<draw:frame draw:style-name="Graphics" draw:name="Letterhead" text:anchor-type="as-char" {size}>'
        f"<draw:image {href}/></draw:frame>"
    )
    return f'<text:p text:style-name="Figure">{frame}</text:p>'


def write_master_pages(properties: Properties, look: Look) -> str:
    """Write the master pages.

    Each first page names the ordinary page as its next, so that longer text continues with header and footer.
    """
    pages = [
        write_later_page(wide, properties, look) + write_first_page(wide, properties.draft, look)
        for wide in (False, True)
    ]
    return f"<office:master-styles>{''.join(pages)}</office:master-styles>"


def write_later_page(wide: bool, properties: Properties, look: Look) -> str:
    """Write the master page of all pages after the first, with their header and footer."""
    lines = filter(None, (look.footer, properties.identification))
    words = "".join(f'<text:p text:style-name="Footer">{write_text_xml(line)}</text:p>' for line in lines)
    footer = f"<style:footer>{words}{PAGE_NUMBER}</style:footer>"
    return (
        f'<style:master-page style:name="{LATER[wide]}" style:page-layout-name="{LAYOUTS[wide]}">'
        f"{write_header(HEADERS[wide], properties, look.header)}{footer}</style:master-page>"
    )


def write_first_page(wide: bool, draft: bool, look: Look) -> str:
    """Write the master page of the first page. A header on it also needs a footer, which is left empty."""
    name = FIRST[wide]
    logo = write_logo_line(look.logo) if look.logo else ""
    draft_line = f'<text:p text:style-name="Cover_20_Mark">{DRAFT_MARK}</text:p>' if draft else ""
    head = logo + draft_line
    layout = LAYOUTS[wide] if head else f"{LAYOUTS[wide]}Cover"
    mark = f"<style:header>{head}</style:header>{NO_FOOT}" if head else ""
    return (
        f'<style:master-page style:name="{name}" style:display-name="{name.replace("_20_", " ")}"'
        f' style:page-layout-name="{layout}" style:next-style-name="{LATER[wide]}">{mark}</style:master-page>'
    )


def write_header(style: str, properties: Properties, words: str) -> str:
    """Write the running head: the words of a letterhead, or else the title."""
    title = shorten_title(words or properties.title)
    mark = f"<text:tab/>{DRAFT_MARK}" if properties.draft else ""
    direction = "-rtl" if runs_right_to_left(title) else ""
    line = f'<text:p text:style-name="{style}{direction}">{write_text_xml(title)}{mark}</text:p>'
    return f"<style:header>{line}</style:header>"
