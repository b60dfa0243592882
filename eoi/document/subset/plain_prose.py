"""Prose as blocks, if its only Markdown is bold words, addresses and simple lists with dashes.

Most answers have nothing else, and a reader of Markdown takes ten times as long for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, starmap

from eoi.expressions import Expression

# Each of these begins with the characters to find: a search that looks behind first takes ten times as long.
NUMBER = r"\d{1,9}(?![\d.)])"  # a number that does not begin a list item
BEGINS = rf"(?:[A-Za-z£“‘'\"(]|{NUMBER})"  # a line that begins so is text, whatever is above it
MARK = Expression(r"[\\`*_\[\]<>\t\r\0]|&#?\w{1,32};")
LINE = Expression(rf"\n(?:(?<=[^\S\n]\n)|(?!\n|\Z|(?:-[ ])?{BEGINS}))")  # a line that is not plain
INDENT = Expression(rf"\n(?<=[^\n]\n)[ ]+(?={BEGINS})")  # of a line that continues an item or paragraph
BOLD = Expression(
    r"\*\*(?<![\w*]\*\*)([A-Za-z](?:(?:[^*\n]|\n(?=[A-Za-z])){0,400}[\w.:;,!?)%])?)\*\*(?![^\s.,;:)])"
)
# An address that Markdown leaves as it is typed.
ADDRESS = Expression(r"<(https?://[a-z0-9]+(?:[.-][a-z0-9]+)*/[A-Za-z0-9/._~-]*)>")
BLANK_LINES = Expression(r"\n\n+")


def mark_plain_prose(text: str) -> str | None:
    """Return plain text as HTML, as a reader of Markdown would write it.

    Return None if it holds more than paragraphs, bold words, addresses in angle brackets and lists of one
    level.
    """
    text = INDENT.sub("\n", text) if "\n " in text else text
    has_bold = "**" in text
    has_address = "<http" in text
    bare = ADDRESS.sub("x", text) if has_address else text
    bare = BOLD.sub(r"\1", bare) if has_bold else bare
    if MARK.search(bare) or LINE.search(f"\n{bare}\n") or has_loose_list(bare):
        return None
    marked = BOLD.sub(r"<strong>\1</strong>", text) if has_bold else text
    if has_address and "**" in marked:
        return None
    quoted = marked.strip("\n").replace("&", "&amp;").replace('"', "&quot;")
    quoted = ADDRESS.sub(r'<a href="\1">\1</a>', quoted) if has_address else quoted
    return "".join(part for block in BLANK_LINES.split(quoted) if block for part in mark_plain_block(block))


def has_loose_list(text: str) -> bool:
    """Tell whether a blank line separates two items of a list."""
    return "\n\n" in text and any(starmap(is_loose, pairwise(BLANK_LINES.split(text))))


def is_loose(block: str, following: str) -> bool:
    """Tell whether two blocks are parts of one list.

    Markdown puts more space between the items of such a list.
    """
    return following.startswith("- ") and (block.startswith("- ") or "\n- " in block)


def mark_plain_block(block: str) -> Iterator[str]:
    """Yield a paragraph, and the list that follows it without a blank line. Either can be missing."""
    words, *items = f"\n{block}".split("\n- ")
    if words:
        yield f"<p>{words[1:]}</p>\n"
    if items:
        yield "<ul>\n" + "".join(f"<li>{item}</li>\n" for item in items) + "</ul>\n"
