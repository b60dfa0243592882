"""Inline values: the words inside a block, with their formatting, links, notes and remarks."""

from __future__ import annotations

from eoi.frozen_value import FrozenValue


class Text(FrozenValue):
    """Words without any formatting."""

    text: str


class Strong(FrozenValue):
    """Words in bold."""

    children: tuple[Inline, ...]


class Emphasis(FrozenValue):
    """Words in italics."""

    children: tuple[Inline, ...]


class Code(FrozenValue):
    """Words of a file or a command, in letters of a fixed width."""

    text: str


class Link(FrozenValue):
    """A link to an `#anchor` in the same document, or to an http, https or mailto address.

    The raised mark of a comment is a link with an `anchor` of its own, so that the comment can lead back to
    it.
    """

    href: str
    children: tuple[Inline, ...]
    anchor: str = ""


class Reference(FrozenValue):
    """A link to something numbered, with its name as text: "Table 2", or "4.3" for a paragraph."""

    anchor: str
    text: str


class Footnote(FrozenValue):
    """A source in a footnote.

    Each writer numbers the footnotes in order, and decides where they are printed.
    """

    children: tuple[Inline, ...]


class Checkbox(FrozenValue):
    """A box to tick, empty or ticked."""

    checked: bool

    @property
    def glyph(self) -> str:
        return "☑" if self.checked else "☐"


class Remark(FrozenValue):
    """A remark in the margin: its subject as `title`, and its words in paragraphs.

    With `on_mark`, it only tells where in the file to write the answer that a gap's mark asks for. `about`
    holds the paths of these fields, which can be waived. A person's remark has a name in `by` and a day in
    `on`, such as 2014-06-20. The replies to it are remarks too.
    """

    title: str
    paragraphs: tuple[str, ...]
    on_mark: bool = False
    about: tuple[str, ...] = ()
    by: str = ""
    on: str = ""
    replies: tuple[Remark, ...] = ()
    resolved: bool = False

    @property
    def in_full(self) -> tuple[str, ...]:
        """The paragraphs with those of the replies, for a format that has no threads."""
        replies = (f"{reply.title}: {' '.join(reply.paragraphs)}" for reply in self.replies)
        return (*self.paragraphs, *replies)


class RemarkedWords(FrozenValue):
    """Words with the remarks about them.

    Remarks are no part of the text. A writer without a margin puts them in an annex.
    """

    children: tuple[Inline, ...]
    remarks: tuple[Remark, ...]


class InsertedWords(FrozenValue):
    """Words that an earlier version did not have.

    `move` is set if it had them in another place, as in `DeletedWords`.
    """

    children: tuple[Inline, ...]
    move: str = ""


class DeletedWords(FrozenValue):
    """Words that only an earlier version had. They are shown, but are no part of the text.

    If the words were moved, both places have the same name in `move`.
    """

    children: tuple[Inline, ...]
    move: str = ""


class LineBreak(FrozenValue):
    """A new line in the same paragraph."""


Inline = (
    Text
    | Strong
    | Emphasis
    | Code
    | Link
    | Reference
    | Footnote
    | Checkbox
    | RemarkedWords
    | InsertedWords
    | DeletedWords
    | LineBreak
)
