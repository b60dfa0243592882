"""The changes that could explain a new line of a list: an item is added beside another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.imports.item_shapes import read_item_like
from eoi.imports.leaves import read_leaf_text
from eoi.imports.lines import Line
from eoi.imports.list_items import add_beside, list_enclosing_items, write_item_like
from eoi.imports.removed_rows import Edits
from eoi.source.nodes import Plain
from eoi.submission import TEXT
from eoi.submission.dates import DATE
from eoi.submission.part import Field, Part

# The fields that hold a sentence. All others that an item can be written by hold a name.
SENTENCES = frozenset({"event", "risk", "concern", "point", "decision", "case", "what"})
SMALL = frozenset(["and", "of", "for", "the", "in", "on", "at", "to"])


def add_item_of_line(difference: Difference, beside: Sequence[str], built: BuiltDocument) -> Iterator[Edits]:
    """Yield the additions of an item behind or before each of some items.

    Without any, it goes before the item below the line.
    """
    (pair,) = difference.pairs
    assert pair.now
    for item in beside:
        for before in (False, True):
            yield from add_item(pair.now.words, item, built, before)
    if pair.after and not beside:
        for item in list_items_below(pair.after, built):
            yield from add_item(pair.now.words, item, built, True)


def add_item(words: str, item: str, built: BuiltDocument, before: bool) -> Iterator[Edits]:
    """Yield the additions of the items that words can mean behind an item, or before it."""
    path = read_known_path(item)
    # Words in the shape of the other items are never one name, even if the document then reads like this.
    for value in [*read_item_like(words, item, built)] or write_item_like(words, path, built):
        change = add_beside(path, value, built, before)
        if change is not None:
            yield (change,)


def list_items_below(line: Line, built: BuiltDocument) -> list[str]:
    """Return the items that the line below another one shows."""
    below = next((one for one in built.lines if one.number > line.number), None)
    paths = built.paths_of(below) if below else ()
    return [one for one in list_enclosing_items(paths) if one in paths]


def read_first_item(field: Field, answer: str) -> Plain | None:
    """Return the first item of a list that an answer gives; return None if that takes more than its words."""
    part = field.part
    if part is None or not field.is_list or not part.shorthand:
        return None
    dated = part.by_written.get("date")
    day, colon, rest = answer.partition(": ")
    if colon and dated is not None and dated.kind is DATE and read_leaf_text(dated, day) is not None:
        return {"date": day, part.shorthand: rest} if is_fit(part, rest) else None
    return {part.shorthand: answer} if is_fit(part, answer) else None


def is_fit(part: type[Part], words: str) -> bool:
    """Tell whether words can be all that an item says: a sentence, or a name where the item has one."""
    if part.by_written[part.shorthand].kind is not TEXT:
        return False
    return part.shorthand in SENTENCES or all(
        word[:1].isupper() or word in SMALL for word in words.split() if word[:1].isalpha()
    )
