"""Checks that refuse parts of a letterhead that act, or that fetch something from outside the file.

Relationships are not the only way to fetch: fields do it too, and addresses in attributes.
"""

from __future__ import annotations

import re
from collections.abc import Container
from xml.etree.ElementTree import Element

from eoi.writers.docx.letterhead.fields import refuse_unknown_fields
from eoi.writers.docx.letterhead.splicing import UnfitLetterhead, quote_shortened
from eoi.writers.docx.package import OFFICE
from eoi.writers.text import external_address

STRICT = "http://purl.oclc.org/ooxml/"
ACTING = frozenset({"OLEObject", "control", "altChunk", "subDoc", "script", "webVideoPr", "dataBinding"})
PICTURES = frozenset({"imagedata", "fill", "stroke", "blip", "image", "svgBlip"})
NAMES_RELATIONSHIP = (f"{{{OFFICE}}}", "{urn:schemas-microsoft-com:office:office}relid")
FETCHED = re.compile(r"url\s*\((?!\s*['\"]?#)", re.IGNORECASE)


def refuse_what_acts(root: Element) -> None:
    """Refuse a header or footer that acts, or that fetches something from outside the file."""
    refuse_unknown_fields(root)
    for element in root.iter():
        space, _, name = element.tag.rpartition("}")
        if space.startswith(f"{{{STRICT}"):
            refuse_strict()
        if name in ACTING:
            raise UnfitLetterhead(f"has something in a header or footer that acts: {quote_shortened(name)}")
        for key, value in element.attrib.items():
            refuse_address(name, key, value)


def refuse_address(element: str, key: str, value: str) -> None:
    """Refuse an attribute that fetches something from outside the file."""
    if key.startswith(f"{{{STRICT}"):
        refuse_strict()
    if key.startswith(NAMES_RELATIONSHIP):
        return
    attribute = key.rpartition("}")[2].lower()
    reaches = attribute in ("src", "embeddedhtml") or "href" in attribute
    if (reaches and value and not is_link(element, attribute, value)) or FETCHED.search(value):
        raise UnfitLetterhead(f"takes something from outside the file: {quote_shortened(value)}")


def is_link(element: str, attribute: str, value: str) -> bool:
    """Tell whether an address is a link for a reader to follow, which Word does not fetch by itself."""
    followed = value.startswith("#") or bool(external_address(value))
    return attribute == "href" and element not in PICTURES and followed


def relationships_named(root: Element) -> dict[str, None]:
    """Return the keys of the relationships that a part uses, each once.

    Word writes an empty key where there is none, and that is left out.
    """
    return {
        value: None
        for element in root.iter()
        for key, value in element.attrib.items()
        if key.startswith(NAMES_RELATIONSHIP) and value
    }


def refuse_unknown_relationships(named: dict[str, None], known: Container[str]) -> None:
    """Refuse a part that uses a relationship which the file does not have."""
    for key in named:
        if key not in known:
            raise UnfitLetterhead(
                f"is damaged: it names something that is not in the file: {quote_shortened(key)}"
            )


def refuse_strict() -> None:
    """Refuse Strict Open XML, which has other namespaces than those we write."""
    raise UnfitLetterhead("is saved as Strict Open XML: save it as an ordinary Word document")
