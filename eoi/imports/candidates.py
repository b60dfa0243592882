"""List the changes to the file that could make the document read as it came back.

Several may be possible, and none may be right: each is tried by building the document again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import islice, product
from typing import NamedTuple

from eoi.document.field_paths import read_known_path
from eoi.imports.base import Built
from eoi.imports.differences import Difference
from eoi.imports.leaves import (
    ASKED,
    NOT_YET,
    Leaf,
    list_leaves,
    lower_line_start,
    read_leaf_text,
    spell_alike,
)
from eoi.imports.list_items import add_beside, items_of, items_said, remove_item, write_item_like
from eoi.imports.markdown import MARKUP, merge_prose, simplify_marks
from eoi.imports.new_rows import add_row
from eoi.imports.removed_rows import Edits, is_all_gone, remove_row
from eoi.nearest import measure_word_likeness
from eoi.source.edits import Edit, Remove, Reword, SetValue
from eoi.source.nodes import Scalar, path_text
from eoi.source.nodes import Sequence as ListNode
from eoi.submission.walk import field_at, part_at

MOST = 8  # ways to try for one difference
AROUND = 4  # words on either side that may belong to a value of which one word changed
EDGES = " .,;:()"


class WordChange(NamedTuple):
    """Words that became others: those from `start` to `end` are now those from `to` to `until`."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    start: int
    end: int
    to: int
    until: int

    def widen(self, before: int, after: int) -> tuple[str, str] | None:
        """Return the old and new words with some more beside them; None if there are none."""
        if self.start - before < 0 or self.end + after > len(self.old):
            return None
        was = self.old[self.start - before : self.end + after]
        return simplify_marks(" ".join(was)), simplify_marks(
            " ".join(self.new[self.to - before : self.until + after])
        )


def list_candidates(difference: Difference, built: Built) -> list[Edits]:
    """Return a few ways to change the file, the likeliest first."""
    found = list[Edits]()
    for edits in islice(candidates(difference, built), MOST):
        if edits not in found:
            found.append(edits)
    shared = [edits for edits in (find_shared_edits(one, built) for one in found) if edits]
    return [*found, *(edits for at, edits in enumerate(shared) if edits not in shared[:at])]


def find_shared_edits(edits: Edits, built: Built) -> Edits:
    """Return changes made to all items of a list that say the same: a document may say it once of all."""
    found = list[Edit]()
    for change in edits:
        node = built.node_at(path_text(change.path))
        if isinstance(change, SetValue | Reword) and isinstance(node, Scalar):
            alike = [
                one for one in siblings(path_text(change.path), built) if same_text(one, node.text, built)
            ]
            found += [replace(change, path=read_known_path(one)) for one in alike]
    return tuple(found) if len(found) > len(edits) else ()


def candidates(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to change the file for a difference of any shape."""
    if difference.shape == "row removed":
        yield from remove_row(difference, built)
    elif difference.shape == "row added":
        yield from add_row(difference, built)
    elif len(difference.paths) == 1 and built.is_prose(difference.paths[0]):
        yield from change_prose(difference, built)
        yield from change_words_of_prose(difference, built)
    else:
        yield from change_line(difference, built)


def change_prose(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the change of a long text."""
    (written,) = difference.paths
    node, path = built.node_at(written), read_known_path(written)
    assert isinstance(node, Scalar)
    text = merge_prose(node.text, difference.pairs)
    yield (SetValue(path, text) if text else Remove(path),)


def change_words_of_prose(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to change words of a long text that stands in a sentence of the document."""
    pair = difference.changed[0]
    node = built.node_at(difference.paths[0])
    if len(difference.changed) > 1 or not pair.base or not pair.now or not isinstance(node, Scalar):
        return
    typed = MARKUP.sub("", " ".join(node.text.split()))
    if simplify_marks(pair.base.words) not in simplify_marks(typed):
        yield from change_line(replace(difference, pairs=(pair,)), built)


def siblings(written: str, built: Built) -> list[str]:
    """Return the same field of all items of the list that a field is in."""
    above, bracket, rest = written.partition("[")
    holder = built.node_at(above) if bracket else None
    tail = rest.partition("]")[2]
    return [f"{above}[{at}]{tail}" for at in range(len(holder.items))] if isinstance(holder, ListNode) else []


def same_text(path: str, text: str, built: Built) -> bool:
    """Tell whether a field says the same words."""
    node = built.node_at(path)
    return isinstance(node, Scalar) and node.text.split() == text.split()


def change_line(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to change the values in one line: each stretch of words that changed needs one."""
    (pair,) = difference.pairs
    if pair.base is None or pair.now is None:
        yield from change_item(difference, built)
        return
    was, now = pair.base.words, pair.now.words
    leaves = list(list_leaves(difference.paths, built))
    yield from replace_whole(leaves, was, now)
    yield from fill_in(difference.paths, was, now, built)
    yield from fill_label(difference.paths, was, now, built)
    yield from change_stretches(leaves, was, now)
    yield from choose_alike(difference, leaves, built)


def replace_whole(leaves: Sequence[Leaf], was: str, now: str) -> Iterator[Edits]:
    """Yield the change of a text that is the whole line."""
    for leaf in leaves:
        if leaf.is_free and simplify_marks(leaf.text) == simplify_marks(was):
            yield (SetValue(leaf.path, simplify_marks(now)),)
        elif leaf.is_free and simplify_marks(leaf.text) == lower_line_start(simplify_marks(was)):
            yield (SetValue(leaf.path, lower_line_start(simplify_marks(now))),)


def change_stretches(leaves: Sequence[Leaf], was: str, now: str) -> Iterator[Edits]:
    """Yield the ways to change several values of a line at once."""
    old, new = tuple(was.split()), tuple(now.split())
    codes = SequenceMatcher(None, old, new, False).get_opcodes()
    found = [WordChange(old, new, *code[1:]) for code in codes if code[0] != "equal"]
    for combined in product(*(list(change_stretch(leaves, one)) for one in found)):
        yield tuple(one for at, one in enumerate(combined) if one not in combined[:at])


def change_item(difference: Difference, built: Built) -> Iterator[Edits]:
    """Yield the ways to add or remove the list item on a line, or the one field on it."""
    (pair,) = difference.pairs
    items = [one for one in items_of(difference.paths) if one in difference.paths]
    line = pair.base or pair.after
    said = list(items_said(line.words, difference.paths, built)) if line and not items else []
    for written in items or said or items_of(difference.paths)[:1]:
        path = read_known_path(written)
        if pair.now is None:
            change = remove_item(path, built) if is_all_gone(written, difference, built) else None
            yield from [(change,)] if change else []
            continue
        for before in (False, True):
            for value in write_item_like(pair.now.words, path, built):
                change = add_beside(path, value, built, before)
                yield from [(change,)] if change else []
    (*_, last) = difference.paths or ("",)
    is_there = len(difference.paths) == 1 and built.node_at(last) is not None
    if pair.now is None and is_there and not items and is_all_gone(last, difference, built):
        yield (Remove(read_known_path(last)),)


def change_stretch(leaves: Sequence[Leaf], stretch: WordChange) -> Iterator[Edit]:
    """Yield the ways to change a value so that a stretch of words becomes another."""
    for leaf in leaves:
        yield from propose_rewording(leaf, stretch) if leaf.is_free else respell(leaf, stretch)


def propose_rewording(leaf: Leaf, stretch: WordChange) -> Iterator[Edit]:
    """Yield the change of words inside a text, with a word beside them where they alone say little."""
    text = simplify_marks(leaf.text)
    for before, after in ((0, 0), (1, 0), (0, 1), (1, 1)):
        words = stretch.widen(before, after)
        for cut in ("", EDGES):
            was, now = (one.strip(cut) if cut else one for one in words or ("", ""))
            if was and text.count(was) == 1 and len(text) == len(leaf.text):
                at = text.index(was)
                yield Reword(leaf.path, leaf.text[at : at + len(was)], now)
                return


def respell(leaf: Leaf, stretch: WordChange) -> Iterator[Edit]:
    """Yield the change of a figure, a date or a choice in which some words changed."""
    value = read_leaf_text(leaf.field, leaf.text)
    for before, after in product(range(AROUND), repeat=2):
        words = stretch.widen(before, after)
        if words is None or value is None:
            continue
        was, now = (one.strip(EDGES) for one in words)
        if was and read_leaf_text(leaf.field, was) == value and (spelt := spell_alike(leaf, now)) is not None:
            yield SetValue(leaf.path, spelt)
            return
    wanted = simplify_marks(" ".join(stretch.new[stretch.to : stretch.until])).lower()
    likely = sorted(leaf.field.words, key=lambda word: -measure_word_likeness(word, wanted))
    yield from (SetValue(leaf.path, word) for word in likely[:MOST] if word != leaf.text)


def choose_alike(difference: Difference, leaves: Sequence[Leaf], built: Built) -> Iterator[Edits]:
    """Yield the value that another line of the document shows in the words that came back."""
    (pair,) = difference.pairs
    for leaf in leaves if pair.now else ():
        for line in built.lines:
            if pair.now is None or line.words != pair.now.words:
                continue
            for other in list_leaves(built.paths_of(line), built) if built.paths_of(line) else ():
                if other.path[-1] == leaf.path[-1] and other.text != leaf.text:
                    yield (SetValue(leaf.path, other.text),)


def fill_in(paths: Sequence[str], was: str, now: str, built: Built) -> Iterator[Edits]:
    """Yield the ways to fill in a field that the document asks for, or shows as empty."""
    if not NOT_YET.match(was):
        return
    for written in paths:
        field, path = field_at(read_known_path(written)), read_known_path(written)
        if field is None or field.part is not None or built.node_at(path_text(path)) is not None:
            continue
        answer = ASKED.sub("", simplify_marks(now))
        if read_leaf_text(field, answer) is not None:
            yield (SetValue(path, [answer] if field.is_list else answer),)


def fill_label(paths: Sequence[str], was: str, now: str, built: Built) -> Iterator[Edits]:
    """Yield the ways to fill in a field that the document leaves room for, as the date of a signature."""
    for written in paths:
        part = part_at(read_known_path(written))
        field = part.by_written.get(was.lower()) if part else None
        if field is None or built.node_at(f"{written}.{field.written}") is not None:
            continue
        answer = simplify_marks(now).removeprefix(was).lstrip(": ")
        if answer and read_leaf_text(field, answer) is not None:
            yield (SetValue((*read_known_path(written), field.written), answer),)
