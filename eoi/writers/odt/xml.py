"""OpenDocument XML as strings: its namespaces, and text whose spaces are all kept.

The context holds facts that the writer of the text collects for the other parts of the file.
"""

from __future__ import annotations

import re
from collections import Counter

from eoi.document.blocks import Document
from eoi.writers.anchors import Anchors
from eoi.writers.text import escape

NEXT_PAGE = "next page"  # no name of a master page has a space in it

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
VERSION = "1.2"  # every program in use can read it
ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:style="{ODF}:style:1.0" xmlns:text="{ODF}:text:1.0"'
    f' xmlns:table="{ODF}:table:1.0" xmlns:draw="{ODF}:drawing:1.0" xmlns:meta="{ODF}:meta:1.0"'
    f' xmlns:config="{ODF}:config:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0"'
    f' xmlns:svg="{ODF}:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ooow="http://openoffice.org/2004/writer"'
)
NEWLINE = re.compile(r"\r\n|[\r\n]")
COLLAPSED = re.compile(r"(?:^|(?<=[ \t])) +")  # a space that is not the first after a word
LAST = re.compile(r" ((?:</text:(?:span|a)>|<office:annotation-end [^>]*/>)*)$")


def write_whole_part(root: str, content: str) -> str:
    """Write a whole file, with every namespace that our elements use."""
    return f'{DECLARATION}<office:{root} {NAMESPACES} office:version="{VERSION}">{content}</office:{root}>'


def write_text_xml(text: str) -> str:
    """Write text with all its spaces.

    A space at the start is kept too, since the text before may end in one.
    """
    one_line = text if text.isprintable() else NEWLINE.sub(" ", text)
    xml = escape(one_line)
    if one_line[:1] == " " or "  " in one_line or "\t" in one_line:
        return COLLAPSED.sub(write_spaces_xml, xml).replace("\t", "<text:tab/>")
    return xml


def write_spaces_xml(spaces: re.Match[str]) -> str:
    """Write several spaces in a row as an element, since a reader would show only one."""
    number = len(spaces[0])
    return "<text:s/>" if number == 1 else f'<text:s text:c="{number}"/>'


def keep_last_space(content: str) -> str:
    """Keep the last space of a paragraph, which would be dropped otherwise."""
    if content[-1:] == " " or " </" in content or " <office:annotation-end" in content:
        return LAST.sub(r"<text:s/>\1", content)
    return content


def write_span_xml(style: str, content: str) -> str:
    """Write words in a style."""
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def write_points(twips: int) -> str:
    """Write a length in points. A point has twenty twips."""
    return f"{twips / 20:g}pt"


class OdtContext(Anchors):
    """The state of an OpenDocument text while it is written.

    `opening` is the master page that the next paragraph or table begins, or `NEXT_PAGE`. It is empty
    otherwise.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.opening = ""
        self._styles: dict[tuple[str, str, str], str] = {}
        self._counts: Counter[str] = Counter()
        self._placed: set[str] = set()

    def next(self, kind: str) -> int:
        """Return the next number of a kind. Tables, notes, remarks and styles are each counted separately."""
        self._counts[kind] += 1
        return self._counts[kind]

    def take_opening(self) -> str:
        opening, self.opening = self.opening, ""
        return opening

    def style(self, family: str, attributes: str = "", properties: str = "") -> str:
        """Return the name of the automatic style with these attributes and properties."""
        key = (family, attributes, properties)
        if key not in self._styles:
            self._styles[key] = f"{family}{self.next(family)}"
        return self._styles[key]

    def automatic_styles(self) -> str:
        return "".join(
            [
                f'<style:style style:name="{name}" style:family="{family}"{attributes}>'
                f"{properties}</style:style>"
                for (family, attributes, properties), name in self._styles.items()
            ]
        )

    def bookmark_of_fields(self, paths: str) -> str:
        """Return the bookmark that stands before a line for the fields that it shows, if it shows any."""
        name = self.field_mark(paths)
        return f'<text:bookmark text:name="{name}"/>' if name else ""

    def bookmark_ends(self, anchor: str) -> tuple[str, str]:
        """Return what begins and what ends the bookmark of an anchor.

        Only the first place with an anchor gets one, since names are unique.
        """
        if not anchor or anchor in self._placed:
            return "", ""
        self._placed.add(anchor)
        name = f'text:name="{self.bookmarks[anchor]}"'
        return f"<text:bookmark-start {name}/>", f"<text:bookmark-end {name}/>"
