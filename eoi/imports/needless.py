"""The changes that other changes make needless: repeated ones, those inside what is removed, and guesses."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from eoi.imports.base import BuiltDocument, DocumentBuilder
from eoi.imports.differences import Difference
from eoi.imports.lines import Line
from eoi.imports.removed_rows import Edits
from eoi.imports.trial import is_right, list_guesses, try_reading
from eoi.source.edits import Edit, Remove
from eoi.source.nodes import Path
from eoi.source.paths import write_path


def join_removals(chosen: Sequence[Edits | None]) -> list[Edits | None]:
    """Drop changes inside an item that another change removes, and repeated removals.

    Deleting an item deletes all its lines and rows, and each of them suggests the same removal.
    """
    removed = {one.path for edits in chosen for one in edits or () if isinstance(one, Remove)}
    found, seen = list[Edits | None](), set[Path]()
    for edits in chosen:
        kept: list[Edit] = []
        for change in edits or ():
            if is_in_removed(change.path, removed) or change.path in seen:
                continue
            kept.append(change)
            seen |= {change.path} & removed
        found.append(None if edits is None else tuple(kept))
    return found


def drop_repeated(chosen: Sequence[Edits | None], differences: Sequence[Difference]) -> list[Edits | None]:
    """Leave each change to one difference: the first that shows its field, or else the first of all."""
    owners: dict[str, int] = {}
    for at, edits in enumerate(chosen):
        for change in edits or ():
            first = owners.setdefault(repr(change), at)
            path = write_path(change.path)
            if path in differences[at].paths and path not in differences[first].paths:
                owners[repr(change)] = at
    return [
        None if edits is None else tuple(one for one in edits if owners[repr(one)] == at)
        for at, edits in enumerate(chosen)
    ]


def is_in_removed(path: Path, removed: Collection[Path]) -> bool:
    """Tell whether a path is inside something that is removed."""
    return any(path[:size] in removed for size in range(1, len(path)))


def account_for_rest(
    chosen: Sequence[Edits | None],
    differences: Sequence[Difference],
    built: BuiltDocument,
    returned: Sequence[Line],
    builder: DocumentBuilder,
) -> list[Edits | None]:
    """Return no changes for differences that the changes for others explain already.

    A sentence that counts the rows of a table has another number once a row is removed, for example.
    """
    others = {number: edits for number, edits in enumerate(chosen) if edits}
    if not others or None not in chosen:
        return [*chosen]
    reading = try_reading(others, built, returned, builder)
    if reading is None:
        return [*chosen]
    pairs = zip(chosen, differences, strict=True)
    return [() if edits is None and reading.agrees(one) else edits for edits, one in pairs]


def leave_out_needless(
    chosen: Sequence[Edits | None],
    differences: Sequence[Difference],
    built: BuiltDocument,
    returned: Sequence[Line],
    builder: DocumentBuilder,
) -> list[Edits | None]:
    """Drop the guesses that the document does not need to read as it was returned.

    All changes are tried together, so a change without any effect may seem right if another one made the line
    read like this: a sum follows its summands, whatever else is changed. A difference whose guesses do not
    make the document read so without the changes that were not chosen has no change.
    """
    found = [*chosen]
    for number, difference in enumerate(differences):
        edits = found[number]
        guessed = list_guesses(edits or (), difference)
        others = {at: one for at, one in enumerate(found) if one and at != number}
        if not edits or not guessed:
            continue
        rest = tuple(one for one in edits if one not in guessed)
        reading = try_reading({**others, number: rest}, built, returned, builder)
        if reading and reading.agrees(difference):
            found[number] = rest
            continue
        reading = try_reading({**others, number: edits}, built, returned, builder)
        found[number] = edits if reading and is_right(reading, difference, edits) else None
    return found
