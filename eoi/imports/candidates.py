"""List the changes to the file that could make the document read as it came back.

Several may be possible, and none may be right: each is tried by building the document again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, product
from typing import Any, NamedTuple

from eoi.document.field_paths import read_known_path
from eoi.imports.base import Built
from eoi.imports.differences import Difference
from eoi.imports.markdown import merge_prose, plain
from eoi.source.edits import AddItem, Edit, InsertItem, Remove, Reword, SetValue
from eoi.source.nodes import Mapping, Node, Path, Plain, Scalar, follow_path
from eoi.source.nodes import Sequence as ListNode
from eoi.submission.kinds import MARKDOWN, TEXT
from eoi.submission.part import Field
from eoi.submission.walk import field_at

MOST = 6  # ways to try for one difference
AROUND = 4  # words on either side that may belong to a value of which one word changed
EDGES = " .,;:()"
ISO = re.compile(r"\d{4}-\d\d-\d\d")
NOT_YET = re.compile(r"^(?:To complete|Consider adding)\b.*|^[–—-]$")
ASKED = re.compile(r"^(?:To complete|Consider adding): ")  # somebody may leave it standing
STEP = re.compile(r"\[(\d+)\]$")

Edits = tuple[Edit, ...]


class Leaf(NamedTuple):
    """A value of the file, with its field and the text that was typed."""

    path: Path
    field: Field
    text: str


def list_candidates(difference: Difference, built: Built) -> list[Edits]:
    """Return up to six ways to change the file, the likeliest first."""
    found = list[Edits]()
    for edits in islice(candidates(difference, built), MOST):
        if edits not in found:
            found.append(edits)
    return found


def candidates(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to change the file for a difference of any shape."""
    if difference.shape == "row removed":
        yield from remove_row(difference, built)
    elif difference.shape == "row added":
        yield from add_row(difference, built)
    elif len(difference.paths) == 1 and built.is_prose(difference.paths[0]):
        node = built.node_at(difference.paths[0])
        assert isinstance(node, Scalar)
        text = merge_prose(node.text, difference.pairs)
        path = read_known_path(difference.paths[0])
        yield (SetValue(path, text) if text else Remove(path),)
    else:
        yield from change_line(difference, built)


def change_line(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to change the values in one line: each stretch of words that changed needs one."""
    (pair,) = difference.pairs
    if pair.base is None or pair.now is None:
        yield from change_item(difference, built)
        return
    was, now = pair.base.words, pair.now.words
    leaves = list(list_leaves(difference.paths, built))
    for leaf in leaves:
        if plain(leaf.text) == plain(was) and is_free(leaf.field):
            yield (SetValue(leaf.path, plain(now)),)
        elif plain(leaf.text) == lower_first(plain(was)) and is_free(leaf.field):
            yield (SetValue(leaf.path, lower_first(plain(now))),)
    yield from fill_in(difference.paths, was, now, built)
    old, new = was.split(), now.split()
    stretches = [
        code[1:] for code in SequenceMatcher(None, old, new, False).get_opcodes() if code[0] != "equal"
    ]
    ways = [list(change_stretch(leaves, old, new, *stretch)) for stretch in stretches]
    for combined in product(*ways):
        yield tuple(one for at, one in enumerate(combined) if one not in combined[:at])


def change_item(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to add or remove an item of a plain list that a line shows."""
    (pair,) = difference.pairs
    for written in difference.paths:
        path, node = read_known_path(written), built.node_at(written)
        if not (path and isinstance(path[-1], int) and isinstance(node, Scalar)):
            continue
        if pair.now is None:
            yield (Remove(path),)
        else:
            yield (add_after(path, plain(pair.now.words), built),)


def add_after(path: Path, value: Plain, built: Built) -> Edit:
    """Return the change that puts an item behind another one of its list."""
    *above, index = path
    assert isinstance(index, int)
    tree = built.source.tree
    assert tree is not None
    (*_, (holder, _)) = follow_path(tree, tuple(above))
    if isinstance(holder, ListNode) and index + 1 < len(holder.items):
        return InsertItem((*above, index + 1), value)
    return AddItem(tuple(above), value)


def list_leaves(paths: Sequence[str], built: Built) -> Iterator[Leaf]:
    """Yield the values at and below some paths; of the whole file where there is no path."""
    tree = built.source.tree
    assert tree is not None
    if not paths:
        yield from walk_leaves(tree, ())
    for written in paths:
        path = read_known_path(written)
        found = follow_path(tree, path)
        if found and (len(found) == len(path) or isinstance(found[-1][0], Scalar)):
            yield from walk_leaves(found[-1][0], path[: len(found)])


def walk_leaves(node: Node, path: Path) -> Iterator[Leaf]:
    """Yield the values in a part of the tree."""
    if isinstance(node, Scalar):
        if path and (field := field_at(path)):
            yield Leaf(path, field, node.text)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from walk_leaves(entry.value, (*path, entry.key.text))
    else:
        for index, item in enumerate(node.items):
            yield from walk_leaves(item, (*path, index))


def lower_first(words: str) -> str:
    """Return words with a small letter first: the document begins a line with a capital."""
    return words[:1].lower() + words[1:]


def is_free(field: Field) -> bool:
    """Tell whether a field takes any words."""
    return field.kind in (TEXT, MARKDOWN)


def change_stretch(
    leaves: Sequence[Leaf], old: Sequence[str], new: Sequence[str], start: int, end: int, to: int, until: int
) -> Iterator[Edit]:
    """Yield the ways to change a value so that a stretch of words becomes another."""
    for leaf in leaves:
        if is_free(leaf.field):
            yield from reword(leaf, old, new, start, end, to, until)
        else:
            yield from respell(leaf, old, new, start, end, to, until)


def reword(
    leaf: Leaf, old: Sequence[str], new: Sequence[str], start: int, end: int, to: int, until: int
) -> Iterator[Edit]:
    """Yield the change of words inside a text, with a word beside them where they alone say little."""
    for before, after in ((0, 0), (1, 0), (0, 1), (1, 1)):
        if start - before < 0 or end + after > len(old):
            continue
        was = plain(" ".join(old[start - before : end + after]))
        now = plain(" ".join(new[to - before : until + after]))
        for cut in ("", EDGES):
            bare = was.strip(cut) if cut else was
            if bare and plain(leaf.text).count(bare) == 1 and len(plain(leaf.text)) == len(leaf.text):
                at = plain(leaf.text).index(bare)
                yield Reword(leaf.path, leaf.text[at : at + len(bare)], now.strip(cut) if cut else now)
                return


def respell(
    leaf: Leaf, old: Sequence[str], new: Sequence[str], start: int, end: int, to: int, until: int
) -> Iterator[Edit]:
    """Yield the change of a figure, a date or a choice of which some words changed."""
    value = read_value(leaf.field, leaf.text)
    for before, after in product(range(AROUND), repeat=2):
        if start - before < 0 or end + after > len(old) or value is None:
            continue
        was = plain(" ".join(old[start - before : end + after])).strip(EDGES)
        if not was or read_value(leaf.field, was) != value:
            continue
        now = plain(" ".join(new[to - before : until + after])).strip(EDGES)
        if (spelt := spell_alike(leaf, now)) is not None:
            yield SetValue(leaf.path, spelt)
            return
    wanted = plain(" ".join(new[to:until])).lower()
    likely = sorted(leaf.field.words, key=lambda word: -SequenceMatcher(None, word, wanted).ratio())
    for word in likely[:MOST]:
        if word != leaf.text:
            yield SetValue(leaf.path, word)


def read_value(field: Field, text: str) -> Any:
    """Return what a text means in a field; None where it means nothing there."""
    try:
        return field.kind.read(text)  # type: ignore[union-attr]
    except (ValueError, AttributeError):
        return None


def spell_alike(leaf: Leaf, now: str) -> str | None:
    """Return a new value as the file writes the old one; None where the field cannot take it."""
    value = read_value(leaf.field, now)
    if value is None:
        return None
    if ISO.fullmatch(leaf.text) and (day := getattr(value, "first", None)) is not None:
        return str(day.isoformat())
    without_commas = now.replace(",", "")
    if "," not in leaf.text and read_value(leaf.field, without_commas) == value:
        return without_commas
    return now


def fill_in(paths: Sequence[str], was: str, now: str, built: Built) -> Iterator[Edits]:
    """Yield the ways to fill in a field that the document asks for, or shows as empty."""
    if not NOT_YET.match(was):
        return
    for written in paths:
        field = field_at(read_known_path(written))
        if field is None or not field.is_plain or built.node_at(written) is not None:
            continue
        answer = ASKED.sub("", plain(now))
        if read_value(field, answer) is not None:
            yield (SetValue(read_known_path(written), answer),)


def remove_row(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to remove the items that a row shows."""
    for item in items_of(difference.paths):
        if built.node_at(item) is not None:
            yield (Remove(read_known_path(item)),)


def add_row(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to add an item like the one in the row before, with a field for each cell."""
    cells = [pair.now for pair in difference.pairs if pair.now]
    last = next((pair.after for pair in difference.pairs if pair.after), None)
    if last is None or last.cell is None:
        return
    columns = columns_of(last.cell.table, last.cell.row, built)
    for item in items_of(path for paths in columns.values() for path in paths):
        fields = dict[str, Plain]()
        for line in cells:
            assert line.cell is not None
            names = [path.removeprefix(f"{item}.") for path in columns.get(line.cell.column, ())]
            name = next((one for one in names if one != item and "." not in one), None)
            if name is None and item in names:
                name = naming_field(item)
            if name and line.words and not NOT_YET.match(line.words):
                fields[name] = plain(line.words)
        if fields:
            yield (add_after(read_known_path(item), fields, built),)


def naming_field(item: str) -> str | None:
    """Return the first field of an item, which its row begins with."""
    field = field_at(read_known_path(item))
    return next(iter(field.part.by_written), None) if field and field.part else None


def columns_of(table: int, row: int, built: Built) -> dict[int, tuple[str, ...]]:
    """Return the fields that each column of a row shows."""
    return {
        line.cell.column: built.paths_of(line)
        for line in built.lines
        if line.cell and line.cell[:2] == (table, row)
    }


def items_of(paths: Any) -> list[str]:
    """Return the items of lists that paths lead into, each once, the innermost first."""
    found = dict[str, None]()
    for path in paths:
        while path and not STEP.search(path):
            path = path.rpartition(".")[0]
        if path:
            found[path] = None
    return sorted(found, key=len, reverse=True)
