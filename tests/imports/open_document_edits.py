"""Edits of an OpenDocument text as a person makes them: retype, track, add and delete, comment, reply."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

from eoi.writers.zip_package import pack, read_parts

ODF = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TEXT, TABLE = (f"{{{ODF}:{name}:1.0}}" for name in ("office", "text", "table"))
DC = "{http://purl.org/dc/elements/1.1/}"
EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
CONTENT = "content.xml"
MARKS = tuple(f"{TEXT}{name}" for name in ("bookmark", "bookmark-start", "bookmark-end"))
COMMENTS = (f"{OFFICE}annotation", f"{OFFICE}annotation-end")


class FoundWords(NamedTuple):
    """Words in the text of an element, or in the text behind it."""

    element: Any
    place: str
    before: str
    after: str


class OpenDocumentFile:
    """An OpenDocument text that can be changed; `pack` gives its bytes."""

    def __init__(self, raw: bytes) -> None:
        self.parts = dict(read_parts(raw))
        self.root: Any = etree.fromstring(self.parts[CONTENT])
        found = self.root.iter(*MARKS[:2])
        self.marks: dict[str, Any] = {str(mark.get(f"{TEXT}name")): mark for mark in found}
        self.number = 0

    def pack(self) -> bytes:
        text = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        return pack(self.parts | {CONTENT: text})

    def paragraph(self, mark: str) -> Any:
        """The paragraph that a bookmark stands in."""
        return next(self.marks[mark].iterancestors(f"{TEXT}p", f"{TEXT}h"))

    def row(self, mark: str) -> Any:
        return next(self.marks[mark].iterancestors(f"{TABLE}table-row"))

    def retype(self, mark: str, was: str, now: str) -> bool:
        """Retype words that are set alike."""
        return replace_words(self.paragraph(mark), was, now)

    def track(self, mark: str, was: str, now: str) -> bool:
        """Retype words while changes are tracked."""
        found = find_words(self.paragraph(mark), was)
        if found is None:
            return False
        gone, came = self.record("deletion", was), self.record("insertion", "")
        pieces = [
            change_mark("change", gone),
            change_mark("change-start", came),
            change_mark("change-end", came),
        ]
        pieces[1].tail, pieces[2].tail = now, found.after
        setattr(found.element, found.place, found.before)
        if found.place == "text":
            holder, at = found.element, 0
        else:
            holder = found.element.getparent()
            at = holder.index(found.element) + 1
        holder[at:at] = pieces
        return True

    def record(self, kind: str, was: str) -> str:
        """Enter a tracked change at the head of the text, and return its key."""
        body = self.root.find(f"{OFFICE}body/{OFFICE}text")
        changes = body.find(f"{TEXT}tracked-changes")
        if changes is None:
            changes = etree.Element(f"{TEXT}tracked-changes")
            body.insert(0, changes)
        key = self.next_key()
        region = etree.SubElement(changes, f"{TEXT}changed-region", {f"{TEXT}id": key, ID: key})
        change = etree.SubElement(region, f"{TEXT}{kind}")
        say_who(etree.SubElement(change, f"{OFFICE}change-info"), "Board secretary")
        if was:
            etree.SubElement(change, f"{TEXT}p").text = was
        return key

    def next_key(self) -> str:
        self.number += 1
        return f"edit{self.number}"

    def copy_row(self, mark: str, was: str, now: str, before: bool) -> bool:
        """Put a copy of a row, with other words in it, before or after that row."""
        return put_copy(self.row(mark), was, now, before)

    def copy_item(self, mark: str, was: str, now: str, before: bool) -> bool:
        """Put a copy of a list item or a paragraph, with other words, before or after it."""
        return put_copy(whole_item(self.paragraph(mark)), was, now, before)

    def delete(self, element: Any) -> bool:
        """Delete a row or a paragraph, and the item that is nothing but that paragraph."""
        gone = whole_item(element)
        gone.getparent().remove(gone)
        return True

    def comment(self, mark: str, words: str) -> bool:
        """Comment on a whole line."""
        paragraph, key = self.paragraph(mark), self.next_key()
        comment = annotation(key, "Chair", words)
        comment.tail, paragraph.text = paragraph.text, None
        paragraph.insert(0, comment)
        etree.SubElement(paragraph, COMMENTS[1], {f"{OFFICE}name": key})
        return True

    def reply(self, mark: str, words: str) -> bool:
        """Reply to the first comment of a line."""
        asked = self.paragraph(mark).find(f".//{COMMENTS[0]}")
        if asked is None:
            return False
        reply = annotation(self.next_key(), "Chair", words)
        reply.set(f"{EXTENDED}parent-name", asked.get(f"{OFFICE}name"))
        reply.tail, asked.tail = asked.tail, None
        asked.getparent().insert(asked.getparent().index(asked) + 1, reply)
        return True

    def tick(self, words: str) -> bool:
        """Tick the box of the row that begins with some words."""
        for row in self.root.iter(f"{TABLE}table-row"):
            if "".join(words.split()) in "".join("".join(row.itertext()).split()):  # spaces are elements
                return replace_words(row, "☐", "☑")
        return False


def find_words(element: Any, words: str) -> FoundWords | None:
    """The first piece of text with some words, outside of comments."""
    for one, place in pieces_of(element):
        text = getattr(one, place) or ""
        if words in text:
            before, _, after = text.partition(words)
            return FoundWords(one, place, before, after)
    return None


def pieces_of(element: Any) -> Iterator[tuple[Any, str]]:
    """The places of all text in an element, in order, without that of comments and notes."""
    yield element, "text"
    for child in element:
        if child.tag not in (COMMENTS[0], f"{TEXT}note"):
            yield from pieces_of(child)
        yield child, "tail"


def replace_words(element: Any, was: str, now: str) -> bool:
    found = find_words(element, was)
    if found is not None:
        setattr(found.element, found.place, f"{found.before}{now}{found.after}")
    return found is not None


def put_copy(one: Any, was: str, now: str, before: bool) -> bool:
    """Put a copy, with other words and without marks and comments, before or after an element."""
    copy = deepcopy(one)
    for gone in [*copy.iter(*MARKS, *COMMENTS)]:
        remove_alone(gone)
    copy.tail = None
    if not replace_words(copy, was, now):
        return False
    holder = one.getparent()
    holder.insert(holder.index(one) + (0 if before else 1), copy)
    return True


def remove_alone(element: Any) -> None:
    """Remove an element, and leave the text behind it."""
    holder, above = element.getparent(), element.getprevious()
    if above is None:
        holder.text = (holder.text or "") + (element.tail or "")
    else:
        above.tail = (above.tail or "") + (element.tail or "")
    holder.remove(element)


def whole_item(element: Any) -> Any:
    """The item of a list that is nothing but a paragraph; or else the element."""
    holder = element.getparent()
    return holder if holder.tag == f"{TEXT}list-item" and len(holder) == 1 else element


def change_mark(kind: str, key: str) -> Any:
    return etree.Element(f"{TEXT}{kind}", {f"{TEXT}change-id": key})


def annotation(key: str, by: str, words: str) -> Any:
    comment = etree.Element(COMMENTS[0], {f"{OFFICE}name": key}, nsmap={"loext": EXTENDED.strip("{}")})
    say_who(comment, by)
    etree.SubElement(comment, f"{TEXT}p").text = words
    return comment


def say_who(element: Any, by: str) -> None:
    etree.SubElement(element, f"{DC}creator").text = by
    etree.SubElement(element, f"{DC}date").text = "2014-06-12T09:00:00"
