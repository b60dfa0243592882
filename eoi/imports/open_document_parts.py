"""The changes, comments, rows, links and properties of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from eoi.imports.archive import read_xml
from eoi.imports.lines import MarginComment, Revision
from eoi.imports.open_document_styles import ODF, STYLE, name_office_tag, name_table_tag, name_text_tag

DC = "{http://purl.org/dc/elements/1.1/}"
META = f"{{{ODF}:meta:1.0}}"
LINK = "{http://www.w3.org/1999/xlink}href"
EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
MOST_SPACES = 100
EDGES = frozenset(
    f"{STYLE}{edge}{which}" for edge in ("header", "footer") for which in ("", "-left", "-first")
)
MOST_COPIES = 200  # the most repetitions of a row or cell that are read
ROW_GROUPS = frozenset(
    {name_table_tag("table-header-rows"), name_table_tag("table-row-group"), name_table_tag("table-rows")}
)


class TrackedChange(NamedTuple):
    """A tracked change: its author and day, and the element with deleted words, or None for an insertion."""

    revision: Revision
    deleted: Element | None


def find_tracked_changes(body: Element | None) -> dict[str, TrackedChange]:
    """Return the tracked changes by their keys."""
    found: dict[str, TrackedChange] = {}
    for region in body.iter(name_text_tag("changed-region")) if body is not None else ():
        for change in region:
            by, on = (change.findtext(f".//{DC}{name}", "") for name in ("creator", "date"))
            if change.tag in (name_text_tag("insertion"), name_text_tag("deletion")):
                deleted = change if change.tag == name_text_tag("deletion") else None
                found[region.get(name_text_tag("id"), "")] = TrackedChange(Revision(by, on[:10]), deleted)
    return found


def list_deleted_paragraphs(deleted: Element) -> list[Element]:
    """Return the paragraphs that a tracked change deletes."""
    return [
        one
        for part in deleted
        if part.tag != name_office_tag("change-info")
        for one in part.iter()
        if one.tag in (name_text_tag("p"), name_text_tag("h"))
    ]


def read_comment(annotation: Element) -> MarginComment:
    """Return the author, the day and the words of a comment, and whether it is resolved."""
    said = ["".join(line.itertext()) for line in annotation.iter(name_text_tag("p"))]
    words = "\n".join(" ".join(line.split()) for line in said if line.strip())
    by, on = annotation.findtext(f"{DC}creator", ""), annotation.findtext(f"{DC}date", "")[:10]
    resolved = annotation.get(f"{EXTENDED}resolved", "") == "true"
    return MarginComment(by, on, words, resolved=resolved)


def read_parent_of_comment(annotation: Element) -> str:
    """Return the key of the comment that one answers; return an empty text if it answers none."""
    return annotation.get(f"{EXTENDED}parent-name", "")


def join_threads(
    comments: Mapping[str, MarginComment], parents: Mapping[str, str]
) -> dict[str, MarginComment]:
    """Return the comments by their keys, each with its replies. `parents` has the key that each answers."""
    found: dict[str, MarginComment] = {}
    for key, comment in comments.items():
        if parents[key] not in comments:
            replies = tuple(comments[one] for one, parent in parents.items() if parent == key)
            found[key] = MarginComment(comment.by, comment.on, comment.text, replies, comment.resolved)
    return found


def read_spaces(element: Element) -> str:
    """Return the spaces that an element stands for, up to `MOST_SPACES`."""
    count = element.get(name_text_tag("c"), "1")
    return " " * min(int(count) if count.isdecimal() else 1, MOST_SPACES)


def list_edges(parts: Mapping[str, bytes]) -> Iterator[Element]:
    """Yield the headers and footers of a file."""
    styles = read_xml(parts, "styles.xml") if "styles.xml" in parts else ()
    yield from (one for part in styles for one in part.iter() if one.tag in EDGES)


def list_table_rows(grid: Element) -> Iterator[Element]:
    """Yield the rows of a table, including those of its head, but not those of tables inside it."""
    for child in grid:
        if child.tag == name_table_tag("table-row"):
            for _ in range(count_copies(child, "number-rows-repeated")):
                yield child
        elif child.tag in ROW_GROUPS:
            yield from list_table_rows(child)


def count_copies(element: Element, name: str) -> int:
    """Return how often a row or a cell is repeated, up to `MOST_COPIES`."""
    count = element.get(name_table_tag(name), "1")
    return min(int(count), MOST_COPIES) if count.isdecimal() and len(count) < 9 else 1


def find_outside_address(address: str) -> str:
    """Return an address that leads out of the document; return an empty text for one inside it."""
    return "" if address.startswith("#") else address


def read_custom_properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the custom properties of the file, including those from eoi."""
    if "meta.xml" not in parts:
        return {}
    found = read_xml(parts, "meta.xml").iter(f"{META}user-defined")
    return {one.get(f"{META}name", ""): "".join(one.itertext()).strip() for one in found}
