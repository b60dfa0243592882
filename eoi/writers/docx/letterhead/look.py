"""The look of a letterhead for other formats: its colour, font, header, footer and logo."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from eoi.document.look import BLUE, MEDIA_TYPES, Logo, Look
from eoi.writers.docx.letterhead import Letterhead
from eoi.writers.docx.letterhead.splicing import W, parse_xml
from eoi.writers.docx.package import OFFICE, PackagePart
from eoi.writers.docx.pages import RunningPart
from eoi.writers.page import A4

COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
EMUS = 12_700  # in a point
LEAST_CONTRAST = 4.5  # contrast with white that lets everybody read the headings
LARGEST_LOGO = 500_000  # bytes
EXTENT = re.compile(r"[1-9]\d{0,7}").fullmatch
WIDEST = 12  # times as wide as high: a wider picture is a line, or does not fit
LONGEST = 200  # characters of a header or footer


def read_look(letterhead: Letterhead) -> Look:
    """Read the look of the styles, headers and footers of a letterhead."""
    styles = parse_xml(letterhead.styles)
    theme = next((parse_xml(part.raw) for part in letterhead.parts if part.kind == "theme"), None)
    return Look(
        accent=read_heading_colour(styles),
        font=find_text_font(styles, theme),
        page_room=100 * letterhead.paper.page.room / A4.room,
        header=join_running_words(letterhead.running, "header"),
        footer=join_running_words(letterhead.running, "footer"),
        logo=next(list_logos(letterhead), None),
    )


def style_named(styles: Element, name: str) -> Element | None:
    """Find a style by its name in small letters; return None if there is none."""
    for style in styles.iterfind(f"{W}style"):
        called = style.find(f"{W}name")
        if called is not None and called.get(f"{W}val", "").casefold() == name:
            return style
    return None


def read_heading_colour(styles: Element) -> str:
    """Return the colour of the first heading level, or blue if it has too little contrast with white."""
    style = style_named(styles, "heading 1")
    found = style.find(f"{W}rPr/{W}color") if style is not None else None
    value = found.get(f"{W}val", "") if found is not None else ""
    accent = f"#{value.lower()}" if COLOUR.fullmatch(value) else BLUE
    return accent if compute_contrast_with_white(accent) >= LEAST_CONTRAST else BLUE


def compute_contrast_with_white(colour: str) -> float:
    """Compute the contrast as the Web Content Accessibility Guidelines define it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def find_text_font(styles: Element, theme: Element | None) -> str:
    """Return the font of the text, from the style Normal or the defaults; empty if neither names one."""
    normal = style_named(styles, "normal")
    places = [normal.find(f"{W}rPr/{W}rFonts")] if normal is not None else []
    for fonts in [*places, styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")]:
        if fonts is None:
            continue
        if name := fonts.get(f"{W}ascii", ""):
            return name
        if key := fonts.get(f"{W}asciiTheme", ""):
            return find_theme_font(theme, "major" if key.startswith("major") else "minor")
    return ""


def find_theme_font(theme: Element | None, kind: str) -> str:
    """Return the major or minor font of a theme; return an empty text if it names none."""
    found = theme.find(f".//{DRAWING}main}}{kind}Font/{DRAWING}main}}latin") if theme is not None else None
    return found.get("typeface", "") if found is not None else ""


def join_running_words(running: tuple[RunningPart, ...], kind: str) -> str:
    """Join the lines of the header or footer of ordinary pages. Lines with a field are left out."""
    roots = [parse_xml(one.part.raw) for one in running if one.part.kind == kind and one.pages == "default"]
    lines = [
        line
        for root in roots
        for paragraph in root.iter(f"{W}p")
        if (line := read_words_of_paragraph(paragraph))
    ]
    return " · ".join(lines)[:LONGEST]


def read_words_of_paragraph(paragraph: Element) -> str:
    """Return the words of a paragraph; return an empty text if it has a field, which only Word can fill."""
    if any(True for _ in (*paragraph.iter(f"{W}instrText"), *paragraph.iter(f"{W}fldSimple"))):
        return ""
    return " ".join("".join(text.text or "" for text in paragraph.iter(f"{W}t")).split())


def list_logos(letterhead: Letterhead) -> Iterator[Logo]:
    """Yield the pictures of the headers that can serve as a logo, those of the first page first."""
    media = {part.name: part for part in letterhead.media}
    headers = [one for one in letterhead.running if one.part.kind == "header"]
    for one in sorted(headers, key=lambda header: header.pages != "first"):
        yield from list_logos_of_header(one.part, media)


def list_logos_of_header(header: PackagePart, media: dict[str, PackagePart]) -> Iterator[Logo]:
    """Yield the pictures of a header that can serve as a logo."""
    links = {link.key: link.target for link in header.links}
    folder = posixpath.dirname(header.name)
    for drawing in parse_xml(header.raw).iter(f"{W}drawing"):
        extent = next(drawing.iter(f"{DRAWING}wordprocessingDrawing}}extent"), None)
        blip = next(drawing.iter(f"{DRAWING}main}}blip"), None)
        if extent is None or blip is None:
            continue
        target = links.get(blip.get(f"{{{OFFICE}}}embed", ""), "")
        part = media.get(posixpath.normpath(posixpath.join(folder, target)))
        size = [extent.get(name, "") for name in ("cx", "cy")]
        if part and part.ending in MEDIA_TYPES and len(part.raw) <= LARGEST_LOGO and all(map(EXTENT, size)):
            width, height = (int(one) / EMUS for one in size)
            if width <= height * WIDEST:
                yield Logo(part.raw, part.ending, width, height)
