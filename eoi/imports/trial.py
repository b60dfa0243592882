"""The trial of changes: the document is built again after them, and compared with the returned one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from eoi.imports.archive import CannotImport
from eoi.imports.base import BuiltDocument, DocumentBuilder
from eoi.imports.differences import Difference
from eoi.imports.lines import Line
from eoi.imports.markdown import simplify_marks
from eoi.imports.other_spellings import gives_value, shows_value
from eoi.imports.reading import EDGES, PairedLines
from eoi.imports.removed_rows import Edits
from eoi.imports.rows_by_value import list_unread_cells
from eoi.source.edits import Edit, EditRefused, InsertItem, SetValue, edit
from eoi.source.nodes import Path
from eoi.source.paths import write_path
from eoi.submission.vocabulary import list_field_names_at

Ways = Mapping[int, Edits]


def choose_edits(
    found: Sequence[Edits], built: BuiltDocument, returned: Sequence[Line], builder: DocumentBuilder
) -> Edits | None:
    """Return the changes that leave the fewest differing lines.

    Return None if there are none, or if several different ones leave as few.
    """
    if len({list_edit_paths(edits) for edits in found}) < 2:
        return next(iter(found), None)
    left = [(count_left(edits, built, returned, builder), edits) for edits in found]
    least = min(count for count, _ in left)
    best = [edits for count, edits in left if count == least]
    return best[0] if len({list_edit_places(edits) for edits in best}) == 1 else None


def count_left(edits: Edits, built: BuiltDocument, returned: Sequence[Line], builder: DocumentBuilder) -> int:
    """Count the lines that still differ from the returned document after some changes."""
    return read_with({0: edits}, built, returned, builder).left


def try_reading(
    tried: Ways, built: BuiltDocument, returned: Sequence[Line], builder: DocumentBuilder
) -> PairedLines | None:
    """Compare as `read_with` does; return None if the changes cannot be made."""
    try:
        return read_with(tried, built, returned, builder)
    except (EditRefused, CannotImport):
        return None


def read_with(
    tried: Ways, built: BuiltDocument, returned: Sequence[Line], builder: DocumentBuilder
) -> PairedLines:
    """Compare the returned document with one built after some changes.

    Raise `EditRefused` or `CannotImport` if the changes cannot be made.
    """
    raw = edit(built.source, join_edits(tried), list_field_names_at)
    return PairedLines(builder.build(raw, built.source.name), returned)


def list_edit_places(edits: Edits) -> frozenset[Path]:
    """Return the paths of changes.

    A new item counts as its list, since its position there does not matter.
    """
    return frozenset(one.path[:-1] if isinstance(one, InsertItem) else one.path for one in edits)


def find_right(
    tried: Ways,
    differences: Sequence[Difference],
    built: BuiltDocument,
    returned: Sequence[Line],
    builder: DocumentBuilder,
) -> list[tuple[int, int]]:
    """Return the differences whose changes, made together, make the document read as it was returned.

    Each comes with 0, or with a larger number the more cells of a new row the document says otherwise. If
    the changes cannot be made together, each is tried alone.
    """
    try:
        reading = read_with(tried, built, returned, builder)
    except (EditRefused, CannotImport):
        if len(tried) < 2:
            return []
        alone = ({number: edits} for number, edits in tried.items())
        return [found for one in alone for found in find_right(one, differences, built, returned, builder)]
    found: list[tuple[int, int]] = []
    for number, edits in tried.items():
        if is_right(reading, differences[number], edits):
            found.append((number, 0))
        elif (unread := list_unread_cells(reading, differences[number], edits)) is not None:
            found.append((number, 1 + len(unread)))
    return found


def is_right(reading: PairedLines, difference: Difference, edits: Edits) -> bool:
    """Tell whether changes make a document read as it was returned, or else give what it says."""
    return (
        reading.agrees(difference)
        or gives_value(difference, edits)
        or shows_value(difference, edits)
        or reading.shows_item(difference, edits)
    )


def list_guesses(edits: Edits, difference: Difference) -> list[Edit]:
    """Return the changes whose values are not in the words that came; all, if these lead to no field."""
    if not difference.paths:
        return [*edits]
    now = make_plain(difference.now)
    return [
        one
        for one in edits
        if isinstance(one, SetValue)
        and difference.paths != (write_path(one.path),)
        and make_plain(str(one.value)) not in now
    ]


def make_plain(words: str) -> str:
    """Return words in small letters between spaces, without commas and marks at their edges."""
    found = (word.strip(EDGES) for word in simplify_marks(words).replace(",", "").lower().split())
    return f" {' '.join(found)} "


def join_edits(tried: Ways) -> list[Edit]:
    """Return all changes, each once."""
    found: list[Edit] = []
    for change in chain.from_iterable(tried.values()):
        if change not in found:
            found.append(change)
    return found


def list_edit_paths(edits: Edits) -> frozenset[Path]:
    """Return the paths of changes, so that two changes at the same path count as one."""
    return frozenset(one.path for one in edits)
