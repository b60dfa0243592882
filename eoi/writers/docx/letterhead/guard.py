"""Checks that refuse parts of a letterhead that act, or that fetch something from outside the file.

Relationships are not the only way to fetch: fields do it too, and addresses in attributes. A field can also
run programs and ask questions, and there is no complete list of fields. So only the harmless fields listed
here are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from xml.etree.ElementTree import Element

from eoi.writers.docx.letterhead.splicing import UnfitLetterhead, quote_shortened
from eoi.writers.docx.package import OFFICE
from eoi.writers.text import encode_external_address

STRICT = "http://purl.oclc.org/ooxml/"
ACTING = frozenset({"OLEObject", "control", "altChunk", "subDoc", "script", "webVideoPr", "dataBinding"})
PICTURES = frozenset({"imagedata", "fill", "stroke", "blip", "image", "svgBlip"})
NAMES_RELATIONSHIP = (f"{{{OFFICE}}}", "{urn:schemas-microsoft-com:office:office}relid")
FETCHED = re.compile(r"url\s*\((?!\s*['\"]?#)", re.IGNORECASE)
PLAIN = (
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"),
    *("TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "DOCPROPERTY", "FILENAME", "STYLEREF", "IF", "="),
)
NESTED = "{}"  # replaces a field inside the code of another
NAME = re.compile(r"\s*(=|[A-Za-z]+)")
PIECE = re.compile(r'"([^"]*)"?|(\\[A-Za-z])(?=[\s"]|$)|([^\s"]+)')
TAKING = frozenset({"\\l", "\\o", "\\t"})  # switches of HYPERLINK whose next word is not an address


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
    followed = value.startswith("#") or bool(encode_external_address(value))
    return attribute == "href" and element not in PICTURES and followed


def list_relationships_used(root: Element) -> dict[str, None]:
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


def refuse_unknown_fields(root: Element) -> None:
    """Refuse a header or footer with a field that could do more than show text."""
    for code in list_field_codes(root):
        if not is_plain_field(code):
            shown = quote_shortened(code.removeprefix(NESTED).strip())
            raise UnfitLetterhead(f"has a field that a letterhead cannot have: {shown}")


def is_plain_field(code: str) -> bool:
    """Tell whether a field only shows text, or links to a web address."""
    name = NAME.match(code)
    if name is None:
        return not code.strip()
    if name[1].upper() == "HYPERLINK":
        return all(map(encode_external_address, list_addresses(code[name.end() :])))
    return name[1].upper() in PLAIN


def list_addresses(arguments: str) -> Iterator[str]:
    """Yield the addresses in the arguments of a HYPERLINK. Words behind some switches are no addresses."""
    taking = False
    for quote, switch, word in PIECE.findall(arguments):
        if not switch and not taking and (quote or word):
            yield quote or word
        taking = switch.lower() in TAKING


def list_field_codes(root: Element) -> Iterator[str]:
    """Yield the codes of fields, without their results.

    Code outside any field counts as a field, since nobody knows how Word reads it.
    """
    open_fields: list[OpenField] = []
    for element in root.iter():
        match element.tag.rpartition("}")[2]:
            case "fldSimple":
                yield read_attribute(element, "instr")
            case "fldChar":
                yield from read_field_mark(read_attribute(element, "fldCharType"), open_fields)
            case "instrText" | "delInstrText":
                text = "".join(element.itertext())
                if open_fields and open_fields[-1].open:
                    open_fields[-1].text += text
                else:
                    yield f"{NESTED}{text}"
    yield from (field.text for field in open_fields)


class OpenField:
    """A field whose end has not been read yet. `open` is true until its result begins."""

    def __init__(self) -> None:
        self.text, self.open = "", True


def read_field_mark(kind: str, open_fields: list[OpenField]) -> Iterator[str]:
    """Follow one mark of a field. If it ends a field, yield the code of that field."""
    if kind == "begin":
        if open_fields and open_fields[-1].open:
            open_fields[-1].text += NESTED
        open_fields.append(OpenField())
    elif not open_fields:
        yield f"{NESTED}{kind}"
    elif kind == "separate":
        open_fields[-1].open = False
    elif kind == "end":
        yield open_fields.pop().text
    else:
        yield f"{NESTED}{kind}"


def read_attribute(element: Element, name: str) -> str:
    """Return an attribute of this name in any namespace, so that none is overlooked; empty without one."""
    return "".join(value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
