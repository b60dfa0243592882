"""The look of the page and its pictures: on screen, in dark mode and in print.

Only the HTML has a style sheet for pictures in dark mode. Word, ODT and Typst read pictures too, without
style sheets. A picture stays on white if a colour in it is not written as "#005eb8", which can be so in a
CCG's own templates. Print is never dark.
"""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import cache, lru_cache
from pathlib import Path

from eoi.document.blocks import Properties
from eoi.document.look import BLUE, SMALL, Look

PAPER = "#15191c"  # the colour of the page in dark mode
BLACK = "#000000"  # the colour of elements that state none
LEAST_CONTRAST = 4.5
PAINT = re.compile(r'\b(fill|stroke)="([^"]{0,40})"')
COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
PAINTED_OTHERWISE = re.compile(r"<(?:style|image|linearGradient|radialGradient)\b|\bstyle=")
START = re.compile(r"<svg\b[^>]*>")
TINT = 0.8  # lightness; lighter colours are backgrounds, and stay faint in dark mode

SHEETS = ("style.css", "print.css")
NOT_PLAIN = re.compile(r"[^\w ,.–-]")


def write_style_sheet(about: Properties, look: Look, revised: bool) -> str:
    """Write the whole style sheet."""
    more = read_sheet("revisions.css") if revised else ""
    return (
        read_own_style_sheets()
        + write_print_header_rule(about)
        + write_text_size_rule(look)
        + write_accent_rule(look)
        + more
    )


def write_accent_rule(look: Look) -> str:
    """Write the rule for the colour of a letterhead, or an empty text.

    It does not apply in dark mode, where the colour could be unreadable.
    """
    if look.accent == BLUE:
        return ""
    colours = f"--blue: {look.accent}; --band: {look.accent};"
    light = "@media not all and (prefers-color-scheme: dark)"
    return f"{light} {{ :root {{ {colours} }} }}\n@media print {{ :root {{ {colours} }} }}\n"


def write_text_size_rule(look: Look) -> str:
    """Write the rule for a larger text size; return an empty text for the ordinary size."""
    if look.text_size == SMALL:
        return ""
    return f"body {{ font-size: 1.1875rem; }}\n@media print {{ body {{ font-size: {look.text_size}pt; }} }}\n"


@cache
def read_own_style_sheets() -> str:
    """Read the style sheets that every page has."""
    return "".join(map(read_sheet, SHEETS))


def read_sheet(name: str) -> str:
    """Read one of the style sheets of the page."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def write_print_header_rule(about: Properties) -> str:
    """Write the rule for the running head of printed pages."""
    mark = ' @top-right { content: "DRAFT"; }' if about.draft else ""
    return f"@page {{ @top-left {{ content: {write_css_string(about.title)}; }}{mark} }}\n"


def write_css_string(text: str) -> str:
    """Write text as a string of CSS, with every character escaped that could end it."""
    return '"' + NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'


DARKEST, LIGHTEST = 0.095, 0.93  # lightness of the page and of its text, from 0 to 1


def add_dark_colours(svg: str) -> str:
    """Return a picture with colours for dark mode.

    A picture with a colour that cannot be converted is returned unchanged.
    """
    start = START.search(svg)
    paints = sorted(set(PAINT.findall(svg)))
    known = [(name, colour) for name, colour in paints if COLOUR.fullmatch(colour)]
    others = {colour for _, colour in paints if not COLOUR.fullmatch(colour)}
    if start is None or not known or others - {"none"} or PAINTED_OTHERWISE.search(svg):
        return svg
    rules = "".join(f'[{name}="{colour}"]{{{name}:{compute_dark_colour(colour)}}}' for name, colour in known)
    rules = f"svg:not([fill]){{fill:{compute_dark_colour(BLACK)}}}{rules}"
    sheet = f"<style>@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"
    return f"{svg[: start.end()]}{sheet}{svg[start.end() :]}"


@lru_cache(maxsize=256)
def compute_dark_colour(colour: str) -> str:
    """Return the colour for dark mode: dark colours become light, in the same hue.

    A mark or a word is lightened until it contrasts enough with the page and with every tint.
    """
    hue, light, saturation = rgb_to_hls(*read_rgb(colour))
    if light == 1:
        return PAPER
    if light >= TINT:
        return write_colour(hue, DARKEST + (1 - light) * 0.7, saturation * 0.35)
    level = DARKEST + (1 - light) * (LIGHTEST - DARKEST)
    turned = write_colour(hue, level, saturation * 0.9)
    while (
        level < LIGHTEST
        and compute_contrast(turned, write_colour(hue, DARKEST + (1 - TINT) * 0.5, 0)) < LEAST_CONTRAST
    ):
        level += 0.02
        turned = write_colour(hue, level, saturation * 0.9)
    return turned


def read_rgb(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def write_colour(hue: float, light: float, saturation: float) -> str:
    """Write a colour as "#005eb8"."""
    parts = hls_to_rgb(hue, min(light, 1), min(saturation, 1))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def compute_contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG defines it, from 1 to 21."""
    high, low = sorted((compute_luminance(one), compute_luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def compute_luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    weights = (0.2126, 0.7152, 0.0722)
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in read_rgb(colour)
    ]
    return sum(weight * part for weight, part in zip(weights, linear, strict=True))
