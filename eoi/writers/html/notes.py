"""Notes on a text, numbered as it is written. Comments are beside it, and footnotes below.

A comment is an element that cannot be in a paragraph, a heading or a table, so it waits for the end of its
block. A footnote waits for the end of the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

from eoi.document.inline import Footnote, Inline, Remark, Text
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.text import keep_together, runs_right_to_left

WITHIN_PATH = re.compile(r"(?<=[a-z_\]]\.)(?=[a-z])")  # a field's path is longer than a margin is wide
Inlines = Callable[[tuple[Inline, ...], "Notes"], str]


class Comment(NamedTuple):
    """A comment. A `folded` one opens on request, or when a reader follows its mark."""

    number: int
    remark: Remark
    folded: bool


class Notes:
    """The footnotes and comments found so far. Comments wait for the end of their block."""

    def __init__(self) -> None:
        self.footnotes: list[Footnote] = []
        self.comments = 0
        self.waiting: list[Comment] = []
        self.marks_after_link: list[str] = []
        self.in_gap = False

    def footnote(self, footnote: Footnote) -> str:
        """Add a footnote, and return its mark for the text."""
        self.footnotes.append(footnote)
        name = f"footnote-{len(self.footnotes)}"
        return (
            f'<sup data-apart><a id="{name}-mark" href="#{name}" role="doc-noteref">'
            f'<span class="unseen">Footnote </span>{len(self.footnotes)}</a></sup>'
        )

    def comment(self, remark: Remark) -> str:
        """Add a comment, and return its mark for the text.

        A gap describes its missing answer, so the comment on it is folded.
        """
        self.comments += 1
        self.waiting.append(Comment(self.comments, remark, folded=self.in_gap))
        name = f"comment-{self.comments}"
        return (
            f'<sup class="comment-mark" data-apart><a id="{name}-mark" href="#{name}">'
            f'<span class="unseen">Comment </span>C{self.comments}</a></sup>'
        )

    def take_marks_after_link(self) -> str:
        marks = "".join(self.marks_after_link)
        self.marks_after_link.clear()
        return marks

    def take_comments(self, *, row: bool = False) -> str:
        """Write the comments added since the last call; return an empty text if there are none."""
        comments = "\n".join(map(write_comment_html, self.waiting))
        self.waiting.clear()
        kind = "comments row" if row else "comments"
        return f'<div class="{kind}" data-apart>\n{comments}\n</div>' if comments else ""


def write_comment_html(comment: Comment) -> str:
    """Write a comment for the margin. A folded one shows only its title until it is opened."""
    number, remark, folded = comment
    name, title = f"comment-{number}", f"Comment C{number}: {escape(remark.title, quote=False)}"
    paragraphs = [write_comment_paragraph(text) for text in remark.in_full]
    said = "\n".join([*paragraphs, f"<p>{write_back_link(name, f'the words of comment C{number}')}</p>"])
    if folded:
        inner = f'<details>\n<summary>{title}</summary>\n<div id="{name}">\n{said}\n</div>\n</details>'
        return f'<aside class="comment" role="note" aria-label="Comment C{number}">\n{inner}\n</aside>'
    return (
        f'<aside class="comment" id="{name}" role="note" aria-label="Comment C{number}">\n'
        f'<p class="comment-title">{title}</p>\n{said}\n</aside>'
    )


def write_comment_paragraph(text: str) -> str:
    """Write a paragraph of a comment. Long paths may break."""
    words = escape(keep_together(text), quote=False)
    return f"<p{write_direction_attribute(text)}>{WITHIN_PATH.sub('<wbr>', words)}</p>"


def write_footnotes_html(notes: Notes, inlines: Inlines) -> str:
    """Write the footnotes. The list can grow meanwhile, since a footnote can have footnotes."""
    items = [write_footnote_html(*numbered, notes, inlines) for numbered in enumerate(notes.footnotes, 1)]
    if not items:
        return ""
    heading, listed = '<h2 id="footnotes" data-apart>Footnotes</h2>', "\n".join(items)
    return (
        f'\n<section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes">\n{heading}\n'
        f"<ol>\n{listed}\n</ol>\n{notes.take_comments()}</section>"
    )


def write_footnote_html(number: int, footnote: Footnote, notes: Notes, inlines: Inlines) -> str:
    """Write a footnote, with a link back to its mark."""
    name, where = f"footnote-{number}", f"footnote {number} in the text"
    line = inlines(footnote.children, notes) + " " + write_back_link(name, where, ' role="doc-backlink"')
    return (
        f'<li id="{name}"><p{write_direction_attribute(read_plain_words(footnote.children))}>{line}</p></li>'
    )


def write_back_link(name: str, where: str, role: str = "") -> str:
    """Write a link back to a mark. A screen reader also reads where it leads."""
    unseen = f'<span class="unseen"> to {where}</span>'
    return f'<a class="back" href="#{name}-mark"{role} data-apart>Back{unseen}</a>'


def write_direction_attribute(text: str) -> str:
    """Return the attribute for a text from right to left; return an empty text for any other."""
    return ' dir="rtl"' if runs_right_to_left(text) else ""


def read_words_of_inlines(inlines: tuple[Inline, ...]) -> str:
    """Return the words of inline values.

    Most lines are a single text, for which this is quicker than `read_plain_words`.
    """
    if len(inlines) == 1 and isinstance(alone := inlines[0], Text):
        return alone.text
    return read_plain_words(inlines)
