"""A tagged PDF as a screen reader meets it: the tree of its structure, with the text of each element.

root = structure(raw)
[element.text for element in root.all("TH")]
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Name


class Mark(NamedTuple):
    """What the content within belongs to, and the text that stands for all of it."""

    number: int = -1
    instead: str | None = None


SECTIONS = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
READ = "BDC BMC EMC Tf Tj TJ"  # a quarter of all: they mark content, choose a font or show text
INLINE = frozenset({"Span", "Strong", "Em", "Code", "Link", "Reference"})


@dataclass
class Element:
    """`children` are elements and pieces of text, in the order in which they are read."""

    role: str
    entries: Any
    children: list[Element | str] = field(default_factory=list)

    def all(self, *roles: str) -> Iterator[Element]:
        if self.role in roles:
            yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all(*roles)

    def text_without(self, *roles: str) -> str:
        edge = "" if self.role in INLINE else "\n"
        inner = [
            child if isinstance(child, str) else "" if child.role in roles else child.text_without(*roles)
            for child in self.children
        ]
        return f"{edge}{''.join(inner)}{edge}"

    @property
    def text(self) -> str:
        """Without what is drawn for the eye: bullets, numbers and pictures; a note stands elsewhere."""
        return " ".join(self.text_without("Lbl", "Figure", "Note").split())

    def attribute(self, name: str) -> str:
        """An attribute such as `Scope`, whichever owner's dictionary it is in."""
        owners = self.entries["/A"]
        return next((str(owner[f"/{name}"])[1:] for owner in owners if f"/{name}" in owner), "")


def structure(raw: bytes) -> Element:
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        texts = {page.obj.objgen: marked_text(page) for page in pdf.pages}
        return element(pdf.Root.StructTreeRoot, "Root", texts)


def element(node: Any, role: str, texts: dict[Any, dict[int, str]], page: Any = None) -> Element:
    page = node.get("/Pg", page)
    found = Element(role, dict(node))
    found.entries["/A"] = owners_of(node)
    kids = node.get("/K", [])
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found.children.append(texts[page.objgen].get(kid, ""))
        elif kid.get("/Type") == Name.MCR:
            found.children.append(texts[kid.get("/Pg", page).objgen].get(int(kid.MCID), ""))
        elif "/S" in kid:
            found.children.append(element(kid, str(kid.S)[1:], texts, page))
    return found


def owners_of(node: Any) -> list[dict[str, Any]]:
    found = node.get("/A", [])
    return [dict(owner) for owner in (found if isinstance(found, pikepdf.Array) else [found])]


def marked_text(page: pikepdf.Page) -> dict[int, str]:
    """The text of each piece of marked content; what is an artifact has no number and is left out."""
    fonts: Any = page.resources.get("/Font", {})
    maps = {name: glyph_map(font.ToUnicode.read_bytes()) for name, font in fonts.items()}
    found: defaultdict[int, list[str]] = defaultdict(list)
    stack: list[Mark] = []
    backwards: set[int] = set()  # a line from right to left is shown from its end
    font: dict[bytes, str] = {}
    for instruction in pikepdf.parse_content_stream(page, READ):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            stack.append(mark(operands, stack[-1] if stack else Mark()))
            found[stack[-1].number].append(stack[-1].instead or "")
            if operands[0] == Name.ReversedChars:
                backwards.add(stack[-1].number)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = maps[str(operands[0])]
        elif name in ("Tj", "TJ") and stack and stack[-1].instead is None:
            pieces = operands[0] if name == "TJ" else operands
            shown = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            found[stack[-1].number] += [font[shown[at : at + 2]] for at in range(0, len(shown), 2)]
    return {
        number: "".join(reversed(text) if number in backwards else text)
        for number, text in found.items()
        if number >= 0
    }


def mark(operands: Any, outer: Mark) -> Mark:
    entries: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
    instead = str(entries["/ActualText"]) if "/ActualText" in entries else outer.instead and ""
    return Mark(int(entries.get("/MCID", outer.number)), instead)


@lru_cache(maxsize=16)
def glyph_map(table: bytes) -> dict[bytes, str]:
    """What each glyph of two bytes means, from the table of a font, which many pages share."""
    found: dict[bytes, str] = {}
    for kind, section in SECTIONS.findall(table):
        numbers = [bytes.fromhex(number.decode()) for number in HEX.findall(section)]
        width = 2 if kind == b"bfchar" else 3
        for first, *last, target in (numbers[at : at + width] for at in range(0, len(numbers), width)):
            text = target.decode("utf-16-be")
            start = int.from_bytes(first)
            for code in range(start, int.from_bytes(last[0]) + 1 if last else start + 1):
                found[code.to_bytes(2)] = text[:-1] + chr(ord(text[-1]) + code - start)
    return found
