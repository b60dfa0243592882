"""Pictures in SVG that somebody else made: SVG can run programs, fetch files and keep a reader busy."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"
ACTING = frozenset(
    {"script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video"}
)
INSIDE = re.compile(r"#|data:image/(png|jpeg|gif);", re.IGNORECASE)
FETCHED = re.compile(r"@import|url\s*\(\s*(?!['\"]?\s*(#|data:image/(png|jpeg|gif);))", re.IGNORECASE)


class UnfitSvg(ValueError):
    """What is wrong with it, to follow its name: "runs a program"."""


def refuse_acting_svg(root: Element) -> None:
    """For a picture that is handed on as it is."""
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
    if name.startswith("on"):
        raise UnfitSvg(f"runs a program, in {name}")
    if (name in ("href", "src") and value and not INSIDE.match(value)) or FETCHED.search(value):
        raise UnfitSvg("takes something from outside the file")
