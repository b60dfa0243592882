"""The strict HTML subset that templates may write, read into a tree of elements.

Each writer has to handle every element. So an element that writers do not know must stop the build with its
name, and must never be dropped without notice.
"""

from __future__ import annotations

import re
from typing import NamedTuple

INLINE = frozenset({"strong", "em", "a", "code", "br", "span"})
VOID = frozenset({"br", "img"})
PAGE = "document"
PARTED = frozenset({"table", "thead", "tbody", "tr"})  # elements that hold other elements, and no text
WHITE_SPACE = " \t\n\r\f"

# The attribute with the path of the field that an element shows: `governance.groups[0].quorum`.
PATH = "data-path"

# Each element, with the attributes it may carry.
ELEMENTS: dict[str, frozenset[str]] = {
    **{f"h{level}": frozenset({"id", "class", PATH}) for level in range(1, 6)},
    "div": frozenset({PATH}),
    "p": frozenset({"id", "class", PATH}),
    "ul": frozenset({PATH}),
    "ol": frozenset({"start", PATH}),
    "li": frozenset({PATH}),
    "blockquote": frozenset({PATH}),
    "aside": frozenset({"class", PATH}),
    "nav": frozenset({"class"}),
    "table": frozenset({"id", "class", PATH}),
    "caption": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset({PATH}),
    "th": frozenset({"scope", "class", PATH}),
    "td": frozenset({PATH}),
    "figure": frozenset({"id", "class", PATH}),
    "img": frozenset({"src", "alt"}),
    "figcaption": frozenset(),
    "strong": frozenset(),
    "em": frozenset(),
    "code": frozenset(),
    "a": frozenset({"href", "class", PATH}),
    "br": frozenset(),
    "span": frozenset({"class", "data-remark"}),
}


DEEPEST = 50  # levels of nested elements; the deepest possible text has about forty
# What templates write for characters with a meaning in HTML. The ampersand comes last, so that the result is
# not replaced again.
REFERENCES = {"&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&quot;": '"', "&amp;": "&"}
ODD_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|#34|#39);)")


class Origin(NamedTuple):
    """The file and line of a template that something comes from."""

    file: str
    line: int


class SubsetError(ValueError):
    """An error for output of a template outside the subset. The template is at fault, never a submission."""

    origin: Origin | None = None

    def at(self, origin: Origin | None) -> SubsetError:
        """Add the place of the mistake, unless a closer one is known already."""
        self.origin = self.origin or origin
        return self


class TracedText(str):
    """A text that knows its place in a template."""

    origin: Origin | None = None


class Element:
    """An element of the subset: its name, attributes and children, and the template that wrote it."""

    __slots__ = ("attributes", "children", "name", "origin")
    __match_args__ = ("name", "attributes", "children")

    def __init__(
        self,
        name: str,
        attributes: dict[str, str] | None = None,
        children: list[Element | str] | None = None,
        origin: Origin | None = None,
    ) -> None:
        self.name, self.origin = name, origin
        self.attributes = {} if attributes is None else attributes
        self.children = [] if children is None else children

    def __eq__(self, other: object) -> bool:
        """Tell whether both have the same name, attributes and children, wherever they come from."""
        return isinstance(other, Element) and (self.name, self.attributes, self.children) == (
            other.name,
            other.attributes,
            other.children,
        )

    __hash__ = None  # type: ignore[assignment]

    def elements(self, *names: str) -> list[Element]:
        """Return the child elements, all of which must be among `names`.

        Text between them is an error, apart from white space.
        """
        found = []
        for child in self.children:
            if isinstance(child, Element) and child.name in names:
                found.append(child)
            elif not isinstance(child, str) or child.strip():
                shown = child.strip()[:40] if isinstance(child, str) else f"<{child.name}>"
                raise SubsetError(f"{shown!r} cannot stand directly in <{self.name}>").at(
                    find_origin_in_template(child)
                )
        return found

    @property
    def has_text(self) -> bool:
        return any(not isinstance(child, str) or child.strip() for child in self.children)


def find_origin_in_template(child: Element | str) -> Origin | None:
    """Return the line of the template that an element or a text comes from."""
    return child.origin if isinstance(child, Element | TracedText) else None


def parse_subset(html: str, traced: bool = False) -> Element:
    """Read a page.

    The pages of `traced` templates have marks that give the origin of each piece; others must have none.
    """
    if not traced and (page := read_plain_page(html)):
        return page
    # Imported late, since the program's own templates write plain pages.
    from eoi.document.subset.subset_reader import read_with_care

    return read_with_care(html, traced)


def read_plain_page(html: str) -> Element | None:
    """Read a page that is in the subset and written in the way of our templates; return None for any other.

    A reader of HTML takes several times as long. It reads the pages that are refused here, and reports what
    is wrong.
    """
    before, *pieces = html.split("<")
    page = Element(PAGE)
    above, children = [page], page.children
    if before.strip(WHITE_SPACE):
        children.append(unescape_references(before))
    for piece in pieces:
        tag, ends, text = piece.partition(">")
        if not ends:
            return None
        if tag[:1] == "/":
            if above.pop().name != tag[1:] or not above:
                return None
            children = above[-1].children
        elif (element := Element(tag) if tag in ELEMENTS else read_plain_tag(tag)) and len(above) <= DEEPEST:
            children.append(element)
            if element.name not in VOID:
                above.append(element)
                children = element.children
        else:
            return None
        # Between the parts of a table, white space says nothing.
        if text and (above[-1].name not in PARTED or text.strip(WHITE_SPACE)):
            children.append(unescape_references(text) if "&" in text else text)
    return page if len(above) == 1 else None


def read_plain_tag(tag: str) -> Element | None:
    """Return the element of a tag with attributes; return None if the tag needs the reader of HTML."""
    name, _, typed = tag.partition(" ")
    attributes = read_plain_attributes(typed, ELEMENTS.get(name, frozenset()))
    return None if attributes is None else Element(name, attributes)


def read_plain_attributes(typed: str, allowed: frozenset[str]) -> dict[str, str] | None:
    """Return attributes as our templates write them: `id="a" class="b"`; return None for any others."""
    if typed[-1:] != '"' or ("&" in typed and ODD_REFERENCE.search(typed)):
        return None
    attributes: dict[str, str] = {}
    for pair in typed[:-1].split('" '):
        name, _, value = pair.partition('="')
        if name not in allowed or name in attributes or '"' in value:
            return None
        attributes[name] = unescape_references(value) if "&" in value else value
    return attributes


def unescape_references(text: str) -> str:
    """Return a text with each reference replaced by its character."""
    if ODD_REFERENCE.search(text):
        from html import unescape  # late: its table of names is long, and our templates use none of them

        return unescape(text)
    for reference, character in REFERENCES.items():
        text = text.replace(reference, character)
    return text
