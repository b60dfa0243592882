"""What the text of a document asks of the rest of its file, noted down while the text is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from eoi.document.blocks import Document, Figure, Heading, Table
from eoi.document.walk import walk
from eoi.writers.docx.ledger import bookmark_names

NEXT_PAGE = "next page"  # no name of a master page has a space in it


@dataclass(slots=True)
class Ledger:
    """`labelled` are the anchors of captions with a number; `opening` is the master page, or just the page,
    that the next paragraph or table starts."""

    headings: tuple[Heading, ...]
    bookmarks: dict[str, str]
    labelled: frozenset[str]
    pictures: dict[Figure, int]
    opening: str = ""
    _styles: dict[tuple[str, str, str], str] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _placed: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Ledger:
        blocks = list(walk(document.blocks))
        anchored = [block for block in blocks if isinstance(block, Heading | Table | Figure) and block.anchor]
        figures = dict.fromkeys(block for block in blocks if isinstance(block, Figure))
        return cls(
            tuple(block for block in blocks if isinstance(block, Heading)),
            bookmark_names(block.anchor for block in anchored),
            frozenset(
                block.anchor
                for block in anchored
                if not isinstance(block, Heading) and block.number is not None
            ),
            {figure: number for number, figure in enumerate(figures, 1)},
        )

    def next(self, kind: str) -> int:
        """Tables, notes, remarks and styles each count on their own."""
        self._counts[kind] += 1
        return self._counts[kind]

    def opened(self) -> str:
        opening, self.opening = self.opening, ""
        return opening

    def style(self, family: str, attributes: str = "", properties: str = "") -> str:
        """The name of the automatic style with these attributes and properties."""
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

    def counts_on(self, label: str, number: int) -> bool:
        expected = self._last.get(label, 0) + 1
        self._last[label] = number
        return number == expected

    def bookmarked(self, anchor: str, content: str) -> str:
        """An anchor used twice marks its first place only, since names are unique."""
        if not anchor or anchor in self._placed:
            return content
        self._placed.add(anchor)
        name = f'text:name="{self.bookmarks[anchor]}"'
        return f"<text:bookmark-start {name}/>{content}<text:bookmark-end {name}/>"
