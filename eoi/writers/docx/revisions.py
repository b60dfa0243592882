"""Tracked changes, as Word keeps them: runs, the ends of paragraphs, rows and cells that came or went.

Each says who made the change, and on which day: that of the submission, never that of the clock.
"""

from __future__ import annotations

import re

from eoi.document.blocks import Cell, Deleted, Inline, Inserted, Revision
from eoi.document.walk import walk_inlines
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.xml import tag
from eoi.writers.text import start_of_day

RUNS = re.compile(r"(?:<w:r>.*?</w:r>)+", re.DOTALL)
TEXTS = re.compile(r"(?<=<w:)(?:t|instrText)(?=[ >])|(?<=</w:)(?:t|instrText)(?=>)")
DELETED = {"t": "delText", "instrText": "delInstrText"}
NAMES = {"inserted": "ins", "deleted": "del"}
MOVES = {"inserted": "moveTo", "deleted": "moveFrom"}


def mark_runs(content: str, revision: Revision, context: WordContext, move: str = "") -> str:
    """Mark the runs in some content. They are all that Word lets come, go and move in a line."""
    if not revision:
        return content
    if revision == "deleted" and not move:
        content = TEXTS.sub(lambda name: DELETED[name[0]], content)
    name = MOVES[revision] if move else NAMES[revision]
    return RUNS.sub(lambda runs: change_tag(name, context, runs[0]), content)


def frame_move(content: str, children: tuple[Inline, ...], context: WordContext) -> str:
    """Wrap the content of a moved line in the name of its move, by which Word finds its other place."""
    found = (part for part in walk_inlines(children) if isinstance(part, Inserted | Deleted) and part.move)
    part = next(found, None)
    if part is None:
        return content
    kind, number = MOVES["inserted" if isinstance(part, Inserted) else "deleted"], context.take_number()
    about = change_attributes(context) | {"name": f"move{part.move}"}
    return tag(f"{kind}RangeStart", id=number, **about) + content + tag(f"{kind}RangeEnd", id=number)


def mark_end(revision: Revision, context: WordContext) -> str:
    """Return the properties of an inserted or deleted paragraph end, which splits or joins paragraphs."""
    return tag("rPr", change_tag(NAMES[revision], context)) if revision else ""


def mark_row(cells: tuple[Cell, ...], others: str, context: WordContext) -> str:
    """Return the revision of an inserted or deleted row. It may not be the only property of the row."""
    fate = fate_of_row(cells)
    return tag("cantSplit", val="off") * (not others) + change_tag(NAMES[fate], context) if fate else ""


def mark_cell(cell: Cell, fate: Revision, context: WordContext) -> str:
    """Return the property of a cell that came or went without its row, with its column."""
    alone = "" if cell.revision == fate else cell.revision
    return change_tag(f"cell{NAMES[alone].capitalize()}", context) if alone else ""


def fate_of_row(cells: tuple[Cell, ...]) -> Revision:
    """Return the revision of a whole row, if all its cells share it.

    An inserted row has no words in a deleted column, and the reverse.
    """
    fates = [cell.revision for cell in sorted(cells, key=lambda cell: not cell.blocks)]
    return fates[0] if all(fates) else ""


def change_tag(name: str, context: WordContext, content: str = "") -> str:
    """Write the element of a change, with a number of its own."""
    return tag(name, content, id=context.take_number(), **change_attributes(context))


def change_attributes(context: WordContext) -> dict[str, str]:
    """Return who made a change, and on which day."""
    about = context.revisions
    assert about, "only a document with revisions has changes in it"
    day = {"date": f"{moment}Z"} if (moment := start_of_day(about.date)) else {}
    return {"author": about.author, **day}
