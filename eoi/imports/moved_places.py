"""The places that redactions, waivers and remarks name, led on when the items of a list get other numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eoi.change import Change
from eoi.imports.archive import CannotImport
from eoi.imports.outcome import ImportOutcome, PlacedDifference
from eoi.source import Source
from eoi.source.edits import InsertItem, Remove, SetValue
from eoi.source.edits.operations import MoveItem, make_sort_key
from eoi.source.nodes import Mapping, Path, Plain, convert_to_plain
from eoi.source.paths import follow_path, number_path, write_path

HOLDERS = (("redactions", "path"), ("waivers", "path"), ("remarks", "about"))
POSITION = re.compile(r"\[(\d{1,4})\]")
STEP = re.compile(r"([^.\[\]]+)|\[(\d{1,4})\]")
Moves = dict[Path, list[InsertItem | Remove | MoveItem]]


def lead_places_on(outcome: ImportOutcome, source: Source) -> ImportOutcome:
    """Return the outcome with changes of the places that the file names, if it moves the items there.

    Raise `CannotImport` if an item is deleted of which something is withheld: an item that came in its place
    would be hidden instead, or nothing.
    """
    moves = group_moves(outcome.changes)
    if not moves or source.tree is None:
        return outcome
    changed = {change.path for change in outcome.changes}
    found = [one for one in list_led_on(source.tree, moves) if one.path not in changed]
    return replace(outcome, placed=(*outcome.placed, *(PlacedDifference(one, (one,)) for one in found)))


def group_moves(changes: Iterable[Change]) -> Moves:
    """Return the changes that give items of lists other numbers, by the path of their list."""
    moves: Moves = {}
    for change in changes:
        how = change.how
        if isinstance(how, InsertItem | Remove | MoveItem) and isinstance(how.path[-1], int):
            moves.setdefault(how.path[:-1], []).append(how)
    return moves


def list_led_on(tree: Mapping, moves: Moves) -> Iterator[Change]:
    """Yield a change for each place that the file names and that gets another number."""
    values = convert_to_plain(tree)
    for holder, name in HOLDERS:
        rows = values.get(holder) if isinstance(values, dict) else None
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            written = row.get(name) if isinstance(row, dict) else None
            if not isinstance(written, str):
                continue
            now = lead_on(written, tree, moves)
            if now is None and holder == "redactions":
                raise CannotImport(
                    f"it deletes {number_path(written)}, of which redaction {index + 1} withholds `{written}`"
                    "; delete that redaction first, or name another place in it"
                )
            if now not in (None, written):
                where = f"{holder[:-1]} {index + 1}"
                how = SetValue((holder, index, name), now or "")
                yield Change(how, written, now or "", "the items that moved", where)


def lead_on(written: str, tree: Mapping, moves: Moves) -> str | None:
    """Return a path with the new numbers of its items; return None if one of them is deleted.

    Items behind `[]` or a name have no numbers that could change.
    """
    made, end = "", 0
    for found in POSITION.finditer(written):
        above = read_numbers(written[: found.start()])
        number: int | None = int(found[1])
        if above is not None and above in moves:
            number = find_new_number(int(found[1]), count_items_at(tree, above), moves[above])
        if number is None:
            return None
        made += f"{written[end : found.start()]}[{number}]"
        end = found.end()
    return made + written[end:]


def read_numbers(written: str) -> Path | None:
    """Return the path that is written, or None if it names items by anything but their numbers."""
    steps: list[str | int] = [int(number) if number else name for name, number in STEP.findall(written)]
    path = tuple(steps)
    return path if write_path(path) == written else None


def count_items_at(tree: Mapping, path: Path) -> int:
    """Return the number of items of the list at a path."""
    steps = follow_path(tree, path)
    value: Plain = convert_to_plain(steps[-1][0]) if len(steps) == len(path) else []
    return len(value) if isinstance(value, list) else 0


def find_new_number(number: int, size: int, moves: Sequence[InsertItem | Remove | MoveItem]) -> int | None:
    """Return the number of an item after all changes of its list; return None if it is deleted."""
    items: list[int | None] = list(range(max(size, number + 1)))
    for move in sorted(moves, key=lambda one: make_sort_key(one.path)):
        step = move.path[-1]
        assert isinstance(step, int), "only changes of items are grouped"
        if isinstance(move, InsertItem):
            items.insert(step, None)
        elif isinstance(move, Remove):
            del items[step]
        else:
            items.insert(move.to, items.pop(step))
    return items.index(number) if number in items else None
