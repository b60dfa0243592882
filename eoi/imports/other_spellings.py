"""Values that somebody spells otherwise than the document does: 19/6/14, or "CCG" where it prints "We".

No change to the file makes the document print such words. A line that is nothing but one value is therefore
read as that value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.document.templating.field_paths import read_known_path
from eoi.imports.differences import Difference
from eoi.imports.item_shapes import find_shown, read_shown
from eoi.imports.leaves import ASKED, Leaf, is_free, read_leaf_text, spell_alike
from eoi.imports.lines import CellPlace, Line
from eoi.imports.markdown import simplify_marks
from eoi.imports.pairs import LinePair
from eoi.imports.removed_rows import Edits
from eoi.source.edits import SetValue
from eoi.source.paths import write_path
from eoi.submission.walk import find_field_at


def respell_whole(difference: Difference, leaves: Sequence[Leaf]) -> Iterator[Edits]:
    """Yield the change of a figure, a date or a choice that makes up a whole line.

    It is no change if only the spelling of the same value differs.
    """
    (pair,) = difference.pairs
    for leaf in leaves:
        if leaf.is_free or difference.paths != (write_path(leaf.path),) or not pair.base or not pair.now:
            continue
        was, now = (read_leaf_text(leaf.field, say_answer(line.words)) for line in (pair.base, pair.now))
        # A choice is written as the file writes one, whatever the document prints for it.
        spelt = now if isinstance(now, str) else spell_alike(leaf, say_answer(pair.now.words))
        if spelt is not None:
            yield () if was == now else (SetValue(leaf.path, spelt),)


def respell_in_cell(difference: Difference, leaves: Sequence[Leaf]) -> Iterator[Edits]:
    """Yield the change of a figure or a date in a cell that says more than it, such as "From April 2015"."""
    (pair,) = difference.pairs
    if not (pair.base and pair.now and pair.base.cell):
        return
    was, now = say_answer(pair.base.words), say_answer(pair.now.words)
    for leaf in leaves:
        spelt = None if leaf.field.words else read_shown(leaf, was, now)
        if spelt is not None and read_leaf_text(leaf.field, spelt) != read_leaf_text(leaf.field, leaf.text):
            yield (SetValue(leaf.path, spelt),)


def shows_value(difference: Difference, edits: Edits) -> bool:
    """Tell whether a cell shows the figure or the date that a change writes, among words that were there."""
    match edits, difference.changed:
        case (SetValue(path, str(value)),), (LinePair(Line(cell=CellPlace()) as base, Line() as now),):
            field = find_field_at(path)
            if field is None or is_free(field) or field.words:
                return False
            words = simplify_marks(now.words)
            at = find_shown(Leaf(path, field, value), words)
            rest = f"{words[: at[0]]} {words[at[1] :]}".lower().split() if at else []
            return at is not None and set(rest) <= {*simplify_marks(base.words).lower().split()}
    return False


def gives_value(difference: Difference, edits: Edits) -> bool:
    """Tell whether a line that is nothing but one value was given the value that a change writes."""
    if difference.shape != "wording" or len(difference.pairs) != 1 or len(difference.paths) != 1:
        return False
    (pair,), (path,) = difference.pairs, difference.paths
    field = find_field_at(read_known_path(path))
    if field is None or field.part is not None or field.is_list or is_free(field):
        return False
    if not pair.base or not pair.now or len(edits) > 1:
        return False
    was, now = (read_leaf_text(field, say_answer(line.words)) for line in (pair.base, pair.now))
    if now is None or was == now:
        return now is not None and not edits
    written = [one.value for one in edits if isinstance(one, SetValue) and write_path(one.path) == path]
    return any(isinstance(one, str) and read_leaf_text(field, one) == now for one in written)


def say_answer(words: str) -> str:
    """Return the words of a line without a question that somebody left in place."""
    return ASKED.sub("", simplify_marks(words))
