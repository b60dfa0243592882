"""Conversion of the text inside a paragraph to inline values, with white space treated as in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self, assert_never

from eoi.document.inline import (
    Checkbox,
    Code,
    DeletedWords,
    Emphasis,
    Footnote,
    Inline,
    InsertedWords,
    LineBreak,
    Link,
    Reference,
    Remark,
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.subset.elements import Element, SubsetError, find_origin_in_template
from eoi.document.subset.typography import hold_terms, set_marks

SPACE = re.compile(r"[ \t\n\r\f]+")
SAFE_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


class InlineConverter:
    """A converter for runs of text.

    `labels` holds the names of numbered things by their anchors; `anchors` holds all anchors.
    """

    def __init__(
        self, labels: Mapping[str, str], anchors: frozenset[str], remarks: Sequence[Remark] = ()
    ) -> None:
        self.labels, self.anchors, self.remarks = labels, anchors, remarks
        self.before = ""  # the character before the next text
        self.in_cell = False

    @classmethod
    def of_cell(cls) -> Self:
        """Return a converter for the plain text of a cell."""
        converter = cls({}, frozenset())
        converter.in_cell = True
        return converter

    def paragraph(self, children: Sequence[Element | str]) -> tuple[Inline, ...]:
        outside, self.before = self.before, ""
        if len(children) == 1 and isinstance(words := children[0], str):  # as in most cells
            text = self.typeset(replace_white_space(words)).strip(" ")
            found: tuple[Inline, ...] = (Text(text),) if text else ()
        else:
            found = trim_spaces(self.inlines(children))
        self.before = outside
        return found

    def inlines(self, children: Iterable[Element | str]) -> tuple[Inline, ...]:
        return tuple([inline for child in children for inline in self.locate_inline(child)])

    def locate_inline(self, child: Element | str) -> tuple[Inline, ...]:
        if isinstance(child, str):
            return (Text(self.typeset(replace_white_space(child))),)
        try:
            return self.inline(child)
        except SubsetError as broken:
            raise broken.at(find_origin_in_template(child)) from None

    def inline(self, child: Element) -> tuple[Inline, ...]:
        match child.name:
            case "strong":
                return (Strong(self.inlines(child.children)),)
            case "em":
                return (Emphasis(self.inlines(child.children)),)
            case "code":
                return (Code("".join(list_texts_in_element(child))),)
            case "br":
                self.before = ""
                return (LineBreak(),)
            case "a":
                return self.link(child)
            case "span":
                return (self.span(child),)
        raise SubsetError(f"<{child.name}> cannot stand in a paragraph")

    def typeset(self, text: str) -> str:
        """Set the marks of a text as a printer does.

        In a table cell, hyphenated terms may break, since a narrow column needs every place to break.
        """
        curled = set_marks(text, self.before)
        self.before = text[-1:] or self.before
        return curled if self.in_cell else hold_terms(curled)

    def link(self, element: Element) -> tuple[Inline, ...]:
        """Convert a link.

        If its address is not safe to follow, its text and its address are printed as words.
        """
        href = element.attributes.get("href", "")
        if element.attributes.get("class") == "ref":
            return (self.reference(href),)
        # An officer's link without words to something numbered prints its name.
        if not element.children and href[:1] == "#" and href[1:] in self.labels:
            return (self.reference(href),)
        # Marks in an address are not set as in prose, since a reader copies it exactly.
        is_bare = list(list_texts_in_element(element)) in ([href], [])
        children = (Text(href),) if is_bare else self.inlines(element.children)
        if SAFE_LINK.match(href):
            return (Link(href, children), *make_address_footnote(href, children))
        if href.startswith("#") and href[1:] in self.anchors:
            return (Link(href, children),)
        return (*children, Text(f" ({href})")) if href and children != (Text(href),) else children

    def reference(self, href: str) -> Reference:
        label = self.labels.get(href.removeprefix("#"))
        if label is None:
            raise SubsetError(f"nothing that is numbered is called {href}")
        return Reference(href.removeprefix("#"), label)

    def span(self, element: Element) -> Inline:
        match element.attributes.get("class"):
            case "footnote":
                return Footnote(self.paragraph(element.children))
            case "box" | "box ticked" as box:
                return Checkbox(box.endswith("ticked"))
            case "remark":
                return RemarkedWords(self.inlines(element.children), self.remarks_of(element))
            case other:
                raise SubsetError(f'<span class="{other}"> is not in the subset')

    def remarks_of(self, element: Element) -> tuple[Remark, ...]:
        numbers = element.attributes.get("data-remark", "").split()
        if not numbers or not all(name.isdecimal() and int(name) < len(self.remarks) for name in numbers):
            raise SubsetError("a remark has the numbers of what there is to remark")
        return tuple(curl_remark(self.remarks[int(name)]) for name in numbers)


def curl_remark(remark: Remark) -> Remark:
    """Curl the quotation marks of a remark."""
    return remark.replace(
        title=set_marks(remark.title),
        paragraphs=tuple(map(set_marks, remark.paragraphs)),
        replies=tuple(map(curl_remark, remark.replies)),
    )


def replace_white_space(text: str) -> str:
    """Return a text with one space for each run of white space. Printable text has none but spaces."""
    return text if text.isprintable() and "  " not in text else SPACE.sub(" ", text)


def list_texts_in_element(element: Element) -> Iterator[str]:
    """Yield the texts of an element at any depth, with each run of white space as one space."""
    for child in element.children:
        if isinstance(child, str):
            yield replace_white_space(child)
        else:
            yield from list_texts_in_element(child)


def make_address_footnote(href: str, children: tuple[Inline, ...]) -> tuple[Footnote, ...]:
    """Return a footnote with the address of a link, since nobody can follow a link on paper.

    There is no footnote if the words of the link hold the address.
    """
    address = href if href.lower().startswith("http") else href.partition(":")[2]
    return () if address in read_plain_words(children) else (Footnote((Link(href, (Text(address),)),)),)


def trim_spaces(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Remove the spaces that templates leave at both ends of a paragraph."""
    parts = list(inlines)
    while parts and is_space(parts[0]):
        parts.pop(0)
    while parts and is_space(parts[-1]):
        parts.pop()
    if parts and isinstance(first := parts[0], Text) and first.text.startswith(" "):
        parts[0] = Text(first.text.lstrip(" "))
    if parts and isinstance(last := parts[-1], Text) and last.text.endswith(" "):
        parts[-1] = Text(last.text.rstrip(" "))
    return tuple(parts)


def is_space(inline: Inline) -> bool:
    """Tell whether an inline value is a text of spaces only."""
    return isinstance(inline, Text) and not inline.text.strip(" ")


def read_plain_words(inlines: Iterable[Inline]) -> str:
    """Return the words of a line, without footnotes and deleted words."""
    # Most are texts, and to match a pattern takes longer than to ask for the class.
    return "".join([one.text if isinstance(one, Text) else read_plain_inline(one) for one in inlines])


def read_plain_inline(inline: Inline) -> str:
    """Return the words of one inline value."""
    match inline:
        case Text() | Code() | Reference():
            return inline.text
        case LineBreak():
            return "\n"
        case Checkbox():
            return inline.glyph
        case Footnote() | DeletedWords():
            return ""
        case (
            Strong(children)
            | Emphasis(children)
            | Link(_, children)
            | RemarkedWords(children, _)
            | InsertedWords(children)
        ):
            return read_plain_words(children)
        case _:
            assert_never(inline)
