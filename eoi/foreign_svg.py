"""Checks of SVG pictures by others, which can run programs, fetch files or keep a reader busy."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

from eoi.foreign_xml import UnfitXml, rewrite_xml

SVG = "{http://www.w3.org/2000/svg}"
ACTING = frozenset(
    {"script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video"}
)
INSIDE = re.compile(r"#|data:image/(png|jpeg|gif);", re.IGNORECASE)
FETCHED = re.compile(r"@import|url\s*\((?!\s*['\"]?\s*(#|data:image/(png|jpeg|gif);))", re.IGNORECASE)
# Elements that a picture which is drawn here may contain.
DRAWN = (
    *(
        "svg",
        "g",
        "title",
        "desc",
        "defs",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "path",
    ),
    *("text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath"),
)
MOST_SHAPES, DEEPEST, MOST_TEXT = 20_000, 30, 50_000
LARGE = re.compile(r"\d{7}|\d[eE][-+]?\d")
ENLARGED = re.compile(r"scale|matrix|skew", re.IGNORECASE)
SIZE = re.compile(r"\d{1,5}(\.\d{1,4})?")
NAMES = frozenset({"id", "class", "href", "role"})


class UnfitSvg(ValueError):
    """An error for a fault of an SVG, in words that follow its name: "runs a program"."""


def refuse_acting_svg(root: Element) -> None:
    """Raise `UnfitSvg` for an SVG with scripts or links, before it goes into a document unchanged."""
    if root.tag != f"{SVG}svg":
        raise UnfitSvg("is not a picture in SVG")
    for element in root.iter():
        name = element.tag.rpartition("}")[2].lower()
        if name in ACTING:
            raise UnfitSvg(f"holds <{name}>, which no picture needs")
        if FETCHED.search(element.text or ""):
            raise UnfitSvg("takes something from outside the file")
        for key, value in element.attrib.items():
            refuse_acting_attribute(key.rpartition("}")[2].lower(), value)


def refuse_acting_attribute(name: str, value: str) -> None:
    """Raise `UnfitSvg` for an attribute that runs a program or fetches anything outside the file."""
    if name.startswith("on"):
        raise UnfitSvg(f"runs a program, in {name}")
    if (name in ("href", "src") and value and not INSIDE.match(value)) or FETCHED.search(value):
        raise UnfitSvg("takes something from outside the file")


def refuse_undrawable_svg(svg: bytes) -> None:
    """Raise `UnfitSvg` for an SVG that cannot be drawn here: too many shapes, or unusual sizes."""
    try:
        root = fromstring(rewrite_xml(svg, MOST_SHAPES, DEEPEST))
    except UnfitXml as problem:
        raise UnfitSvg(str(problem)) from None
    except ParseError:
        raise UnfitSvg("is not well-formed XML") from None
    refuse_acting_svg(root)
    refuse_sizes(root)
    for element in root.iter():
        if element.tag.removeprefix(SVG) not in DRAWN:
            raise UnfitSvg(
                f"holds <{element.tag.rpartition('}')[2]}>, which is none of the shapes that are drawn"
            )
        for key, value in element.attrib.items():
            refuse_unseen(key.rpartition("}")[2], value)
    if sum(map(len, root.itertext())) > MOST_TEXT:
        raise UnfitSvg(f"has more than {MOST_TEXT:,} characters")


def refuse_sizes(root: Element) -> None:
    """Raise `UnfitSvg` for a picture without a width, a height and a viewBox in plain numbers."""
    box = root.get("viewBox", "0 0 1 1").replace(",", " ").split()
    sizes = [root.get("width", ""), root.get("height", ""), *box[2:]]
    if len(box) != 4 or not all(SIZE.fullmatch(size) and float(size) >= 1 for size in sizes):
        raise UnfitSvg("needs a width, a height and a viewBox in plain numbers from 1 to 99,999")


def refuse_unseen(name: str, value: str) -> None:
    """Raise `UnfitSvg` for an attribute with a number of seven digits, or that enlarges or skews a shape."""
    if name not in NAMES and not value.startswith(("#", "url(")) and LARGE.search(value):
        raise UnfitSvg(f"has a number that is too large, in {name}")
    if name in ("transform", "style", "gradientTransform") and ENLARGED.search(value):
        raise UnfitSvg(f"enlarges or skews something, in {name}; move or turn it, and give it its size")
