"""Bullets that were pasted from Word, written as in Markdown.

No rule finds them, since eoi reads them as bullets, but other programs do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.fixes import Fix
from eoi.source.characters import write_markdown_bullets
from eoi.source.edits import Lines, SetValue
from eoi.source.nodes import walk_values
from eoi.submission.own_words import is_prose

BY = "pasted-bullets"


def propose_bullets(examined: ExaminedSubmission | UnreadableFile) -> Iterator[Fix]:
    """Yield a fix for each block of text with such bullets."""
    source = examined.source
    if source.tree is None or source.text.isascii():
        return
    lines = Lines(source.text)
    for path, scalar in walk_values(source.tree):
        if not (scalar.quoted and "\n" in scalar.text):
            continue
        now = write_markdown_bullets(scalar.text)
        if now != scalar.text and source.text[lines.index_of(scalar.span.start)] == "|" and is_prose(path):
            where = f"line {scalar.span.start.line + 1}"
            change = Change(SetValue(path, now), "pasted bullets", "bullets of Markdown", BY, where)
            yield Fix("Write the bullets as Markdown has them", "safe", (change,))
