"""The notes from the writer of the text for the other parts of an OpenDocument file."""

from __future__ import annotations

from collections import Counter

from eoi.document.blocks import Document
from eoi.writers.anchors import Anchors

NEXT_PAGE = "next page"  # no name of a master page has a space in it


class OdtContext(Anchors):
    """`opening` is the master page, or just the page, that the next paragraph or table starts."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.opening = ""
        self._styles: dict[tuple[str, str, str], str] = {}
        self._counts = Counter[str]()
        self._placed: set[str] = set()

    def next(self, kind: str) -> int:
        """Return the next number of a kind: tables, notes, remarks and styles each count on their own."""
        self._counts[kind] += 1
        return self._counts[kind]

    def opened(self) -> str:
        opening, self.opening = self.opening, ""
        return opening

    def style(self, family: str, attributes: str = "", properties: str = "") -> str:
        """Return the name of the automatic style that has these attributes and properties."""
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

    def marked(self, paths: str, content: str) -> str:
        """Put the bookmark of its fields before a line."""
        name = self.field_mark(paths)
        return f'<text:bookmark text:name="{name}"/>{content}' if name else content

    def bookmarked(self, anchor: str, content: str) -> str:
        """Put a bookmark around content. Only the first place of an anchor gets one: names are unique."""
        if not anchor or anchor in self._placed:
            return content
        self._placed.add(anchor)
        name = f'text:name="{self.bookmarks[anchor]}"'
        return f"<text:bookmark-start {name}/>{content}<text:bookmark-end {name}/>"
