"""Tracked changes in Word: inserted and deleted runs, ends of paragraphs, rows and cells.

Each has an author and a day. The day is that of the submission, never that of the clock.
"""

from __future__ import annotations

import re

from eoi.document.blocks import Cell, Revision
from eoi.document.inline import DeletedWords, Inline, InsertedWords
from eoi.document.walk import walk_inlines
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.xml import write_tag
from eoi.writers.text import write_start_of_day

RUNS = re.compile(r"(?:<w:r>.*?</w:r>)+", re.DOTALL)
TEXTS = re.compile(r"(?<=<w:)(?:t|instrText)(?=[ >])|(?<=</w:)(?:t|instrText)(?=>)")
DELETED = {"t": "delText", "instrText": "delInstrText"}
NAMES = {"inserted": "ins", "deleted": "del"}
MOVES = {"inserted": "moveTo", "deleted": "moveFrom"}


def mark_runs(content: str, revision: Revision, context: WordContext, move: str = "") -> str:
    """Mark the runs in some content as inserted, deleted or moved.

    Within a line, Word can mark runs only.
    """
    if not revision:
        return content
    if revision == "deleted" and not move:
        content = TEXTS.sub(lambda name: DELETED[name[0]], content)
    name = MOVES[revision] if move else NAMES[revision]
    return RUNS.sub(lambda runs: write_change_tag(name, context, runs[0]), content)


def wrap_moved_line(content: str, children: tuple[Inline, ...], context: WordContext) -> str:
    """Put marks with the name of its move around a moved line. Word finds the line's other place by it."""
    found = (
        part
        for part in walk_inlines(children)
        if isinstance(part, InsertedWords | DeletedWords) and part.move
    )
    part = next(found, None)
    if part is None:
        return content
    kind, number = MOVES["inserted" if isinstance(part, InsertedWords) else "deleted"], context.take_number()
    about = write_change_attributes(context) | {"name": f"move{part.move}"}
    return (
        write_tag(f"{kind}RangeStart", id=number, **about) + content + write_tag(f"{kind}RangeEnd", id=number)
    )


def mark_end(revision: Revision, context: WordContext) -> str:
    """Return the properties of the end of a paragraph; return an empty text without a tracked change."""
    return write_tag("rPr", write_change_tag(NAMES[revision], context)) if revision else ""


def mark_row(fate: Revision, others: str, context: WordContext) -> str:
    """Return the property of a row that was inserted or deleted.

    Word does not allow it as a row's only property, so another is added if needed.
    """
    return write_tag("cantSplit", val="off") * (not others) + write_change_tag(NAMES[fate], context)


def mark_cell(cell: Cell, fate: Revision, context: WordContext) -> str:
    """Return the property of a cell that was inserted or deleted with its column, or an empty text."""
    alone = "" if cell.revision == fate else cell.revision
    return write_change_tag(f"cell{NAMES[alone].capitalize()}", context) if alone else ""


def find_row_revision(cells: tuple[Cell, ...]) -> Revision:
    """Return the revision of a whole row, if all its cells have one; return an empty text otherwise.

    An inserted row has no words in a deleted column, and a deleted row none in an inserted one.
    """
    fates = [cell.revision for cell in sorted(cells, key=lambda cell: not cell.blocks)]
    return fates[0] if all(fates) else ""


def write_change_tag(name: str, context: WordContext, content: str = "") -> str:
    """Write the element of a change with a new number."""
    return write_tag(name, content, id=context.take_number(), **write_change_attributes(context))


def write_change_attributes(context: WordContext) -> dict[str, str]:
    """Return the author of the changes and their day, if it is known."""
    about = context.revisions
    assert about, "only a document with revisions has changes in it"
    day = {"date": f"{moment}Z"} if (moment := write_start_of_day(about.date)) else {}
    return {"author": about.author, **day}
