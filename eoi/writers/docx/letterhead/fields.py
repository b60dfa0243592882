"""Word's fields in a part: their codes, and the fields that a letterhead may have.

A field can fetch files, run programs and ask questions, and there is no complete list of fields. So only the
harmless fields listed here are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from eoi.writers.docx.letterhead.splicing import UnfitLetterhead, quote_shortened
from eoi.writers.text import external_address

PLAIN = (
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"),
    *("TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "DOCPROPERTY", "FILENAME", "STYLEREF", "IF", "="),
)
NESTED = "{}"  # replaces a field inside the code of another
NAME = re.compile(r"\s*(=|[A-Za-z]+)")
PIECE = re.compile(r'"([^"]*)"?|(\\[A-Za-z])(?=[\s"]|$)|([^\s"]+)')
TAKING = frozenset({"\\l", "\\o", "\\t"})  # switches of HYPERLINK whose next word is not an address


def refuse_unknown_fields(root: Element) -> None:
    """Refuse a header or footer with a field that could do more than show text."""
    for code in codes(root):
        if not is_plain_field(code):
            shown = quote_shortened(code.removeprefix(NESTED).strip())
            raise UnfitLetterhead(f"has a field that a letterhead cannot have: {shown}")


def is_plain_field(code: str) -> bool:
    """Tell whether a field only shows text, or links to a web address."""
    name = NAME.match(code)
    if name is None:
        return not code.strip()
    if name[1].upper() == "HYPERLINK":
        return all(map(external_address, addresses(code[name.end() :])))
    return name[1].upper() in PLAIN


def addresses(arguments: str) -> Iterator[str]:
    """Yield the addresses in the arguments of a HYPERLINK. Words behind some switches are no addresses."""
    taking = False
    for quote, switch, word in PIECE.findall(arguments):
        if not switch and not taking and (quote or word):
            yield quote or word
        taking = switch.lower() in TAKING


def codes(root: Element) -> Iterator[str]:
    """Yield the codes of fields, without their results.

    Code outside any field counts as a field, since nobody knows how Word reads it.
    """
    open_fields: list[OpenField] = []
    for element in root.iter():
        match element.tag.rpartition("}")[2]:
            case "fldSimple":
                yield attribute(element, "instr")
            case "fldChar":
                yield from read_field_mark(attribute(element, "fldCharType"), open_fields)
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


def attribute(element: Element, name: str) -> str:
    """Return an attribute of this name in any namespace, so that none is overlooked; empty without one."""
    return "".join(value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
