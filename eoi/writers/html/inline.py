"""Text inside a paragraph as HTML."""

from __future__ import annotations

import re
from html import escape
from typing import assert_never

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
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.subset.typography import NO_BREAK, release_terms
from eoi.writers.html.notes import Notes
from eoi.writers.text import keep_together

HELD = re.compile(rf"(?<!\w)\w+(?:{NO_BREAK}\w+)+")
LINE_ENDS = re.compile(  # the places to break an address: after a slash, and before and after a long name
    r"(?<=[^/]/)(?=[^/])|(?<=\.)(?=[^./]{20})|(?<=[^./]{20}\.)(?=\w)"
)
LONGEST_WHOLE = 28  # characters of a path that fit a margin, and a telephone


def write_inlines_html(inlines: tuple[Inline, ...], notes: Notes, in_link: bool = False) -> str:
    """Write the content of a line, which is a single text in most cells."""
    if len(inlines) == 1 and isinstance(alone := inlines[0], Text) and not in_link:
        return escape_words(alone.text)
    return "".join([write_inline_html(inline, notes, in_link) for inline in inlines])


def write_inline_html(inline: Inline, notes: Notes, in_link: bool) -> str:
    """Write one inline value."""
    match inline:
        case Text(text):
            words = escape_words(text)
            return LINE_ENDS.sub("<wbr>", words) if in_link and "://" in words else words
        case Strong(children):
            return f"<strong>{write_inlines_html(children, notes, in_link)}</strong>"
        case Emphasis(children):
            return f"<em>{write_inlines_html(children, notes, in_link)}</em>"
        case Code(text):
            return f"<code>{allow_breaks(escape(text, quote=False))}</code>"
        case Link(href, children):
            return write_link_html(href, children, notes, in_link)
        case Reference(anchor, text):
            return write_link_html(f"#{anchor}", (Text(text),), notes, in_link)
        case Footnote():
            return write_note_mark(notes.footnote(inline), notes, in_link)
        case Checkbox(checked):
            name = "Ticked" if checked else "Not ticked"
            return f'<span class="box" role="img" aria-label="{name}">{inline.glyph}</span>'
        case RemarkedWords(children, remarks):
            words = write_inlines_html(children, notes, in_link)
            marks = "".join([write_note_mark(notes.comment(remark), notes, in_link) for remark in remarks])
            return f"<mark>{words}</mark>{marks}"
        case InsertedWords(children, move):
            start = write_start_of_mark("ins", "Moved here:" if move else "Inserted:", move)
            return f"{start}{write_inlines_html(children, notes, in_link)}</ins>"
        case DeletedWords(children, move):
            start = write_start_of_mark("del", "Moved away:" if move else "Deleted:", move)
            return f"{start}{write_inlines_html(children, notes, in_link)}</del>"
        case LineBreak():
            return "<br>"
        case _:
            assert_never(inline)


def write_start_of_mark(element: str, said: str, move: str) -> str:
    """Write the start of words that came or went, with what a screen reader says of them."""
    kind = ' class="moved"' if move else ""
    return f"<{element}{kind}>{write_unseen(said)}"


def write_unseen(words: str) -> str:
    """Write words that only a screen reader reads, for people who cannot see formatting."""
    return f'<span class="unseen" data-apart>{words} </span>'


def allow_breaks(path: str) -> str:
    """Allow a line break after each full stop of a long path such as `governance.conflicts_of_interest`.

    In a short path, the first half would look like the end of a sentence.
    """
    return path.replace(".", ".<wbr>") if len(path) > LONGEST_WHOLE else path


def escape_words(text: str) -> str:
    """Escape words. A term kept on one line has ordinary hyphens, so that a search finds it."""
    words = escape(keep_together(text), quote=False)
    return HELD.sub(hold, words) if NO_BREAK in words else words


def hold(term: re.Match[str]) -> str:
    """Write a term that is kept on one line."""
    return f'<span class="held">{release_terms(term[0])}</span>'


def write_link_html(href: str, children: tuple[Inline, ...], notes: Notes, in_link: bool) -> str:
    """Write a link. HTML has no links inside links, so only the text of an inner link is written."""
    if in_link:
        return write_inlines_html(children, notes, in_link)
    words = write_inlines_html(children, notes, in_link=True)
    return f'<a href="{escape(href)}">{words}</a>{notes.take_marks_after_link()}'


def write_note_mark(mark: str, notes: Notes, in_link: bool) -> str:
    """Return the mark of a note. Inside a link, keep it for after the link, and return an empty text."""
    if not in_link:
        return mark
    notes.marks_after_link.append(mark)
    return ""
