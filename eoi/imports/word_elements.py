"""Elements of a Word file: rows, text boxes, spans, tracked changes, switches and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from eoi.imports.archive import read_xml
from eoi.imports.lines import MarginComment, Revision
from eoi.imports.word_parts import CHARACTERS, Parts, W, read_element_value

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK = f"{COMPATIBILITY}Fallback"
BOX = f"{W}txbxContent"
COMES, GOES = frozenset({f"{W}ins", f"{W}moveTo"}), frozenset({f"{W}del", f"{W}moveFrom"})
WRAPPERS = frozenset({f"{W}{name}" for name in ("sdt", "customXml", "smartTag", "sdtContent")})
OFF = frozenset({"0", "false", "off"})
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def list_rows_or_cells(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, including those inside content controls."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in WRAPPERS | COMES | GOES:
            yield from list_rows_or_cells(child, name)


def list_text_boxes(drawing: Element) -> Iterator[Element]:
    """Yield the text boxes of a drawing, without the copies for older programs."""
    for child in drawing:
        if child.tag == BOX:
            yield child
        elif child.tag != FALLBACK:
            yield from list_text_boxes(child)


def count_covered_columns(cell: Element) -> int:
    """Return how many columns a cell covers."""
    span = read_element_value(cell.find(f"{W}tcPr/{W}gridSpan"))
    return min(int(span), 63) if span.isdecimal() and len(span) < 4 and int(span) else 1


def list_deleted_words(element: Element) -> str:
    """Return the words that a tracked change deletes."""
    return "".join(one.text or "" for one in element.iter() if one.tag in (f"{W}t", f"{W}delText"))


def read_words_of_run(child: Element, rejected: bool) -> str:
    """Return the words of a part of a run. Those of a rejected deletion are still there."""
    if child.tag == f"{W}t" or (rejected and child.tag == f"{W}delText"):
        return child.text or ""
    if child.tag == f"{W}sym":
        return read_symbol(child)
    return CHARACTERS.get(child.tag, "")


def read_symbol(symbol: Element) -> str:
    """Return a ticked box for a tick or cross of a symbol font, and an empty text for other symbols."""
    ticks = {"F0FC", "F0FE", "F0FD", "F052", "F054"}
    return "☑" if symbol.get(f"{W}char", "").upper() in ticks else ""


def list_tracked_revisions(properties: Element | None) -> list[Revision]:
    """Return the authors and days of the tracked addition or removal of a row or a paragraph's end."""
    found = properties if properties is not None else ()
    return [make_revision(child) for child in found if child.tag in (f"{W}ins", f"{W}del")]


def make_revision(change: Element) -> Revision:
    """Return the author and the day of a tracked change."""
    return Revision(change.get(f"{W}author", ""), change.get(f"{W}date", "")[:10])


def has_switch(style: Element | None, name: str) -> bool:
    """Tell whether a run has a switch that is not off."""
    switch = style.find(f"{W}{name}") if style is not None else None
    return switch is not None and switch.get(f"{W}val", "1") not in OFF


def is_struck(style: Element | None) -> bool:
    """Tell whether a run is struck through by the button for fonts, and not by a tracked change."""
    return has_switch(style, "strike") or has_switch(style, "dstrike")


def read_comments(parts: Parts) -> Mapping[str, MarginComment]:
    """Return the comments by their keys, each with its replies."""
    if "word/comments.xml" not in parts:
        return {}
    found = {one.get(f"{W}id", ""): one for one in read_xml(parts, "word/comments.xml").iter(f"{W}comment")}
    by_paragraph = {name: key for key, one in found.items() if (name := find_last_paragraph_key(one))}
    said = {key: read_word_comment(one) for key, one in found.items()}
    answers: dict[str, list[str]] = {}
    for paragraph, parent, done in list_comment_threads(parts):
        key, asked = by_paragraph.get(paragraph), by_paragraph.get(parent)
        if key is None:
            continue
        said[key] = replace(said[key], resolved=done)
        if asked is not None and asked != key:
            answers.setdefault(asked, []).append(key)
    for key, replies in answers.items():
        said[key] = replace(said[key], replies=tuple(said[one] for one in replies))
    answering = {one for replies in answers.values() for one in replies}
    return {key: comment for key, comment in said.items() if key not in answering}


def list_comment_threads(parts: Parts) -> list[tuple[str, str, bool]]:
    """Return the keys of each comment's last paragraph and its parent's, and whether it is resolved."""
    if "word/commentsExtended.xml" not in parts:
        return []
    return [
        (
            one.get(f"{WORD_2012}paraId", ""),
            one.get(f"{WORD_2012}paraIdParent", ""),
            one.get(f"{WORD_2012}done", "0") in ("1", "true"),
        )
        for one in read_xml(parts, "word/commentsExtended.xml").iter(f"{WORD_2012}commentEx")
    ]


def find_last_paragraph_key(comment: Element) -> str:
    """Return the key of the last paragraph of a comment, which replies refer to; empty without one."""
    paragraphs = [one.get(f"{WORD_2010}paraId", "") for one in comment.iter(f"{W}p")]
    return paragraphs[-1] if paragraphs else ""


def read_word_comment(comment: Element) -> MarginComment:
    """Return the author, the day and the words of a comment."""
    paragraphs = ["".join(map(read_element_words, paragraph.iter())) for paragraph in comment.iter(f"{W}p")]
    text = "\n".join(" ".join(words.split()) for words in paragraphs if words.strip())
    return MarginComment(comment.get(f"{W}author", ""), comment.get(f"{W}date", "")[:10], text)


def read_element_words(element: Element) -> str:
    """Return the words directly in an element, and not those of elements inside it."""
    return element.text or "" if element.tag == f"{W}t" else CHARACTERS.get(element.tag, "")
