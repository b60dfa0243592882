"""The comments of a Word file: author, day, text and replies, and whether they are resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from eoi.imports.archive import read_xml
from eoi.imports.lines import MarginComment
from eoi.imports.word_parts import CHARACTERS, Parts, W

WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def read_comments(parts: Parts) -> Mapping[str, MarginComment]:
    """Return the comments by their keys, each with its replies."""
    if "word/comments.xml" not in parts:
        return {}
    found = {one.get(f"{W}id", ""): one for one in read_xml(parts, "word/comments.xml").iter(f"{W}comment")}
    by_paragraph = {name: key for key, one in found.items() if (name := paragraph_of(one))}
    said = {key: comment_of(one) for key, one in found.items()}
    answers = dict[str, list[str]]()
    for paragraph, parent, done in threads(parts):
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


def threads(parts: Parts) -> list[tuple[str, str, bool]]:
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


def paragraph_of(comment: Element) -> str:
    """Return the key of the last paragraph of a comment, which replies refer to; empty without one."""
    paragraphs = [one.get(f"{WORD_2010}paraId", "") for one in comment.iter(f"{W}p")]
    return paragraphs[-1] if paragraphs else ""


def comment_of(comment: Element) -> MarginComment:
    """Return the author, the day and the words of a comment."""
    paragraphs = ["".join(map(read_element_words, paragraph.iter())) for paragraph in comment.iter(f"{W}p")]
    text = "\n".join(" ".join(words.split()) for words in paragraphs if words.strip())
    return MarginComment(comment.get(f"{W}author", ""), comment.get(f"{W}date", "")[:10], text)


def read_element_words(element: Element) -> str:
    """Return the words directly in an element, and not those of elements inside it."""
    return element.text or "" if element.tag == f"{W}t" else CHARACTERS.get(element.tag, "")
