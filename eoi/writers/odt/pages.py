"""The pages of a document, portrait or landscape: what stands at the top and the foot of each.

The first page, which is the cover where there is one, has neither; of a draft, it says that it is one.
"""

from __future__ import annotations

from eoi.document.blocks import Properties
from eoi.writers.odt.xml import span_xml, text_xml
from eoi.writers.text import runs_right_to_left, shorten_title

FIRST = {False: "First_20_Page", True: "First_20_Wide_20_Page"}  # by whether it is wide
LATER = {False: "Standard", True: "Wide"}
LAYOUTS = {False: "Upright", True: "Wide"}
HEADERS = {False: "Header", True: "Header_20_Wide"}
FOOTER = (
    '<style:footer><text:p text:style-name="Footer">Page <text:page-number text:select-page="current">1'
    "</text:page-number><text:s/>of <text:page-count>1</text:page-count></text:p></style:footer>"
)
DRAFT_MARK = span_xml("Draft_20_Mark", "DRAFT")
COVER_MARK = (  # the layout makes room for a foot too, which would else go to the text
    f'<style:header><text:p text:style-name="Cover_20_Mark">{DRAFT_MARK}</text:p></style:header>'
    '<style:footer><text:p text:style-name="Footer"/></style:footer>'
)


def master_pages(properties: Properties) -> str:
    """Each page names the one after it, so that text which runs on comes to a page with header and footer."""
    pages = [later_page(wide, properties) + first_page(wide, properties.draft) for wide in (False, True)]
    return f"<office:master-styles>{''.join(pages)}</office:master-styles>"


def later_page(wide: bool, properties: Properties) -> str:
    return (
        f'<style:master-page style:name="{LATER[wide]}" style:page-layout-name="{LAYOUTS[wide]}">'
        f"{write_header(HEADERS[wide], properties)}{FOOTER}</style:master-page>"
    )


def first_page(wide: bool, draft: bool) -> str:
    name = FIRST[wide]
    layout, mark = (LAYOUTS[wide], COVER_MARK) if draft else (f"{LAYOUTS[wide]}Cover", "")
    return (
        f'<style:master-page style:name="{name}" style:display-name="{name.replace("_20_", " ")}"'
        f' style:page-layout-name="{layout}" style:next-style-name="{LATER[wide]}">{mark}</style:master-page>'
    )


def write_header(style: str, properties: Properties) -> str:
    title = shorten_title(properties.title)
    mark = f"<text:tab/>{DRAFT_MARK}" if properties.draft else ""
    direction = "-rtl" if runs_right_to_left(title) else ""
    line = f'<text:p text:style-name="{style}{direction}">{text_xml(title)}{mark}</text:p>'
    return f"<style:header>{line}</style:header>"
