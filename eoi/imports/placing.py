"""Lead differences back to fields: try each possible change, and keep those that make the document read so.

Each way is tried by building the document again. Differences are tried side by side, so that the number of
builds is that of the ways of the most doubtful one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from eoi.change import Change
from eoi.imports.archive import CannotImport
from eoi.imports.base import Built, DocumentBuilder
from eoi.imports.candidates import list_candidates
from eoi.imports.differences import Difference
from eoi.imports.lines import Line
from eoi.imports.outcome import ImportOutcome, Ledger, Placed, Unplaced
from eoi.imports.reading import Reading
from eoi.imports.rows import Edits
from eoi.source.edits import AddItem, Edit, EditRefused, InsertItem, Remove, Reword, SetValue, edit
from eoi.source.nodes import Path, Plain, path_text, to_plain
from eoi.submission.vocabulary import fields_at

NO_FIELD = "these words come from the template, and not from a field"
NO_WAY = "no change to a field makes the document read so"
DOUBTFUL = "more than one field could be meant"
TICKED = "'{}' was ticked; a tick is no answer, so write the answer into the file"
BOX, TICKED_BOX = "☐", "☑"

Ways = Mapping[int, Edits]


def place_differences(
    differences: Sequence[Difference],
    built: Built,
    returned: Sequence[Line],
    builder: DocumentBuilder,
    file: str,
) -> ImportOutcome:
    """Return what each difference means for the file."""
    ways = [list_candidates(difference, built) for difference in differences]
    right = [list[Edits]() for _ in differences]
    for turn in range(max(map(len, ways), default=0)):
        tried = {number: found[turn] for number, found in enumerate(ways) if turn < len(found)}
        for number in find_right(tried, differences, built, returned, builder):
            right[number].append(tried[number])
    placed, unplaced = list[Placed](), list[Unplaced]()
    for difference, found, possible in zip(differences, right, ways, strict=True):
        best = choose_edits(found, built, returned, builder)
        if best is not None:
            changes = tuple(propose_change(one, difference, built, file) for one in best)
            placed.append(Placed(difference, changes))
        else:
            reason = tell_tick(difference, returned) or reason_for(difference, possible, found)
            unplaced.append(Unplaced(difference, reason, nearest(difference)))
    return ImportOutcome(tuple(placed), tuple(unplaced), (), count_all_words(returned, placed, unplaced))


def choose_edits(
    found: Sequence[Edits], built: Built, returned: Sequence[Line], builder: DocumentBuilder
) -> Edits | None:
    """Return the changes that leave the least that reads otherwise; None where several do and differ."""
    if len({list_edit_paths(edits) for edits in found}) < 2:
        return next(iter(found), None)
    left = [(count_left(edits, built, returned, builder), edits) for edits in found]
    least = min(count for count, _ in left)
    best = [edits for count, edits in left if count == least]
    return best[0] if len({list_edit_places(edits) for edits in best}) == 1 else None


def count_left(edits: Edits, built: Built, returned: Sequence[Line], builder: DocumentBuilder) -> int:
    """Count the lines that read otherwise than those that came back, once some changes are made."""
    again = builder.build(edit(built.source, list(edits), fields_at), built.source.name)
    return Reading(again, returned).left


def list_edit_places(edits: Edits) -> frozenset[Path]:
    """Return the places of changes, for a new item that of its list: where in it is a matter of taste."""
    return frozenset(one.path[:-1] if isinstance(one, InsertItem) else one.path for one in edits)


def find_right(
    tried: Ways,
    differences: Sequence[Difference],
    built: Built,
    returned: Sequence[Line],
    builder: DocumentBuilder,
) -> list[int]:
    """Return the differences whose changes, made together, make the document read as it came back.

    Where they cannot be made together, each is tried alone.
    """
    try:
        raw = edit(built.source, join_edits(tried), fields_at)
        again = builder.build(raw, built.source.name)
    except (EditRefused, CannotImport):
        if len(tried) < 2:
            return []
        alone = ({number: edits} for number, edits in tried.items())
        return [found for one in alone for found in find_right(one, differences, built, returned, builder)]
    reading = Reading(again, returned)
    return [number for number in tried if reading.agrees(differences[number])]


def join_edits(tried: Ways) -> list[Edit]:
    """Return all changes, each once."""
    found = list[Edit]()
    for change in chain.from_iterable(tried.values()):
        if change not in found:
            found.append(change)
    return found


def list_edit_paths(edits: Edits) -> frozenset[Path]:
    """Return the places that some changes are made at: two ways to the same value are one."""
    return frozenset(one.path for one in edits)


def propose_change(change: object, difference: Difference, built: Built, file: str) -> Change:
    """Return a change with what stood there, who made it and where it stands in the document."""
    assert isinstance(change, SetValue | AddItem | InsertItem | Remove | Reword)
    was, now = say_edit(change, built)
    by = difference.by or file
    return Change(change, was, now, by, difference.where)


def say_edit(change: SetValue | AddItem | InsertItem | Remove | Reword, built: Built) -> tuple[str, str]:
    """Return in words what stands in the file and what will."""
    match change:
        case SetValue(path, value):
            return say_value_at(path, built), say_plain(value)
        case Reword(was=was, now=now):
            return was, now
        case Remove(path):
            return say_value_at(path, built), ""
        case AddItem(value=value) | InsertItem(value=value):
            return "", say_plain(value)


def say_value_at(path: Path, built: Built) -> str:
    """Return what the file says at a path."""
    node = built.node_at(path_text(path))
    return say_plain(to_plain(node)) if node is not None else ""


def say_plain(value: Plain) -> str:
    """Return a value in words."""
    if isinstance(value, str):
        return value
    parts = value.values() if isinstance(value, dict) else value
    return "; ".join(say_plain(part) for part in parts)


def tell_tick(difference: Difference, returned: Sequence[Line]) -> str:
    """Return what a box that somebody ticked stands beside; nothing where it is no box."""
    (pair, *more) = difference.pairs
    if more or not pair.base or not pair.now or (pair.base.words, pair.now.words) != (BOX, TICKED_BOX):
        return ""
    here = pair.now.cell
    beside = (line.words for line in returned if here and line.cell and line.cell[:2] == here[:2])
    return TICKED.format(next((words for words in beside if words not in ("", TICKED_BOX)), "a box"))


def reason_for(difference: Difference, possible: Sequence[Edits], found: Sequence[Edits]) -> str:
    """Return why a difference found no place."""
    if len(found) > 1:
        return DOUBTFUL
    return NO_WAY if possible or difference.paths else NO_FIELD


def nearest(difference: Difference) -> str:
    """Return the field that a difference stands next to."""
    return next(iter(difference.paths), "")


def count_all_words(
    returned: Sequence[Line], placed: Sequence[Placed], unplaced: Sequence[Unplaced]
) -> Ledger:
    """Count every word of the document once. A word that went is in no document, and is not counted."""
    total = sum(len(line.words.split()) for line in returned)
    counts = [
        sum(
            len(pair.now.words.split())
            for one in group
            if isinstance(one.difference, Difference)
            for pair in one.difference.changed
            if pair.now
        )
        for group in (placed, unplaced)
    ]
    return Ledger(total - sum(counts), counts[0], counts[1])
