"""The last section of a template: its page, and the headers and footers that it has."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from eoi.writers.docx.letterhead.splicing import UnfitLetterhead, W, parse_xml
from eoi.writers.docx.letterhead.template import Template
from eoi.writers.docx.package import OFFICE
from eoi.writers.page import A4, Page

LEAST_ROOM = 4_000  # twips, 7 cm, each way
LONGEST = 31_680  # Word's limit, 22 inches
OFF = ("0", "false", "off")


class PaperSettings(NamedTuple):
    """The page of a template. `running` holds the names of its header and footer parts.

    Its keys are the kind and the pages: ("header", "first"). With `titled`, the first page has its own.
    """

    page: Page
    titled: bool
    running: dict[tuple[str, str], str]


def read_paper(template: Template) -> PaperSettings:
    """Read the page of the last section, with its headers and footers and those from earlier sections."""
    sections = list(parse_xml(template.xml(template.main)).iter(f"{W}sectPr"))
    if not sections:
        return PaperSettings(A4, True, {})
    links = template.links(template.main)
    running: dict[tuple[str, str], str] = {}
    for section in sections:  # each inherits its missing settings from the one before
        for kind in ("header", "footer"):
            for reference in section.iterfind(f"{W}{kind}Reference"):
                link = links.get(reference.get(f"{{{OFFICE}}}id", ""))
                if link and link.kind == kind and not link.external:
                    running[kind, reference.get(f"{W}type", "default")] = link.target
    titled = any(is_on(section.find(f"{W}titlePg")) for section in sections)
    return PaperSettings(check_page(read_page(sections[-1])), titled, running)


def read_page(section: Element) -> Page:
    """Read the size and margins of a section. A missing value is taken from A4."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    given = {"width": read_twips(size, "w"), "height": read_twips(size, "h")}
    given |= {name: read_twips(margins, name) for name in Page._fields if name not in given}
    return A4._replace(**{name: value for name, value in given.items() if value is not None})


def read_twips(element: Element | None, name: str) -> int | None:
    """Read an attribute in twips; return None if it is missing or no number."""
    value = "" if element is None else element.get(W + name, "")
    try:
        return int(value)
    except ValueError:
        return None


def check_page(page: Page) -> Page:
    """Return the page if it has room for text; raise `UnfitLetterhead` otherwise."""
    fits = min(page.room, page.depth) >= LEAST_ROOM and max(page.width, page.height) <= LONGEST
    apart = min(page.left, page.right, page.header, page.footer, page.gutter) >= 0
    if not (fits and apart and max(page.header, page.footer) < page.height):
        raise UnfitLetterhead("leaves no room for text between its margins")
    return page


def is_on(element: Element | None) -> bool:
    """Tell whether a setting is present and not switched off."""
    return element is not None and element.get(f"{W}val", "1") not in OFF
