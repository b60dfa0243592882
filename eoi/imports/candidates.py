"""The changes to the file that could make the document read as it was returned.

Several may be possible, or none. Each is tried by building the document again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.imports.empty_cells import empty_cell, fill_cell, lacks_value
from eoi.imports.gap_answers import fill_gap, read_answer
from eoi.imports.leaves import BLANK, NOT_YET, list_leaves, read_leaf_text
from eoi.imports.list_items import find_items_with_words, list_enclosing_items, remove_item
from eoi.imports.markdown import MARKUP, merge_prose, simplify_marks
from eoi.imports.new_items import add_item_of_line, read_first_item
from eoi.imports.new_rows import add_row
from eoi.imports.other_spellings import respell_in_cell, respell_whole
from eoi.imports.removed_rows import Edits, is_all_gone, remove_row
from eoi.imports.rewordings import change_stretches, choose_alike, join_rewordings, replace_whole
from eoi.source.edits import Edit, Remove, Reword, SetValue
from eoi.source.nodes import Scalar
from eoi.source.nodes import Sequence as ListNode
from eoi.source.paths import write_path
from eoi.submission.walk import find_field_at, find_part_at

MOST = 8  # the most ways to try for one difference


def list_candidates(difference: Difference, built: BuiltDocument) -> list[Edits]:
    """Return a limited number of possible changes to the file, the likeliest first."""
    found: list[Edits] = []
    for edits in islice(list_possible_edits(difference, built), MOST):
        if edits not in found:
            found.append(edits)
    shared = [edits for edits in (find_shared_edits(one, built) for one in found) if edits]
    return [*found, *(edits for at, edits in enumerate(shared) if edits not in shared[:at])]


def find_shared_edits(edits: Edits, built: BuiltDocument) -> Edits:
    """Return the same changes for all items of a list that have the same text.

    A document may print such a text only once for all of them. The result is empty if there is only one such
    item.
    """
    found: list[Edit] = []
    for change in edits:
        node = built.node_at(write_path(change.path))
        if isinstance(change, SetValue | Reword) and isinstance(node, Scalar):
            alike = [
                one
                for one in list_siblings(write_path(change.path), built)
                if has_same_text(one, node.text, built)
            ]
            found += [replace(change, path=read_known_path(one)) for one in alike]
    return tuple(found) if len(found) > len(edits) else ()


def list_possible_edits(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the possible changes to the file for any shape of difference."""
    if difference.shape == "row removed":
        yield from remove_row(difference, built)
    elif difference.shape == "row added":
        yield from add_row(difference, built)
    elif difference.asked and len(difference.pairs) > 1:
        yield from fill_gap(difference, built)
    elif len(difference.paths) == 1 and built.is_prose(difference.paths[0]):
        yield from change_prose(difference, built)
        yield from change_words_of_prose(difference, built)
    else:
        yield from change_line(difference, built)


def change_prose(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the change of a long text with paragraphs of its own."""
    (written,) = difference.paths
    node, path = built.node_at(written), read_known_path(written)
    assert isinstance(node, Scalar)
    text = merge_prose(node.text, difference.pairs)
    yield (SetValue(path, text) if text else Remove(path),)


def change_words_of_prose(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the possible changes of words in a long text that is printed inside a sentence."""
    pair = difference.changed[0]
    node = built.node_at(difference.paths[0])
    if len(difference.changed) > 1 or not pair.base or not pair.now or not isinstance(node, Scalar):
        return
    typed = MARKUP.sub("", " ".join(node.text.split()))
    if simplify_marks(pair.base.words) not in simplify_marks(typed):
        yield from change_line(replace(difference, pairs=(pair,)), built)


def list_siblings(written: str, built: BuiltDocument) -> list[str]:
    """Return the paths of the same field in all items of its list."""
    above, bracket, rest = written.partition("[")
    holder = built.node_at(above) if bracket else None
    tail = rest.partition("]")[2]
    return [f"{above}[{at}]{tail}" for at in range(len(holder.items))] if isinstance(holder, ListNode) else []


def has_same_text(path: str, text: str, built: BuiltDocument) -> bool:
    """Tell whether a field has the same words."""
    node = built.node_at(path)
    return isinstance(node, Scalar) and node.text.split() == text.split()


def change_line(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the possible changes of the values in one line. Each changed run of words needs a change."""
    (pair,) = difference.pairs
    if pair.base is None or pair.now is None:
        yield from change_item(difference, built)
        return
    was, now = pair.base.words, pair.now.words
    leaves = list(list_leaves(difference.paths, built))
    if difference.is_emptied and BLANK.fullmatch(was):
        yield ()
        return
    yield from empty_cell(difference, leaves)
    yield from replace_whole(leaves, was, now)
    yield from respell_whole(difference, leaves)
    yield from respell_in_cell(difference, leaves)
    yield from fill_in(difference.paths, was, now, built)
    yield from fill_cell(difference, built)
    yield from fill_label(difference.paths, was, now, built)
    yield from (join_rewordings(edits, built) for edits in change_stretches(leaves, was, now))
    yield from choose_alike(difference, leaves, built)


def change_item(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the possible additions or removals of the list item on a line, or of its only field."""
    (pair,) = difference.pairs
    items = [one for one in list_enclosing_items(difference.paths) if one in difference.paths]
    line = pair.base or pair.after
    said = list(find_items_with_words(line.words, difference.paths, built)) if line and not items else []
    beside = items or said or list_enclosing_items(difference.paths)[:1]
    if pair.now is not None:
        yield from add_item_of_line(difference, beside, built)
        return
    for written in beside:
        change = (
            remove_item(read_known_path(written), built) if is_all_gone(written, difference, built) else None
        )
        yield from [(change,)] if change else []
    (*_, last) = difference.paths or ("",)
    is_there = len(difference.paths) == 1 and built.node_at(last) is not None
    if is_there and not items and is_all_gone(last, difference, built):
        yield (Remove(read_known_path(last)),)


def fill_in(paths: Sequence[str], was: str, now: str, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the possible answers to fields that the document asks for or shows as empty."""
    if not NOT_YET.match(was):
        return
    for written in paths:
        field, path = find_field_at(read_known_path(written)), read_known_path(written)
        if field is None or not lacks_value(write_path(path), built):
            continue
        answer = read_answer(was, now)
        if field.part is not None:
            item = read_first_item(field, answer)
            yield from [] if item is None else [(SetValue(path, [item]),)]
        elif read_leaf_text(field, answer) is not None:
            yield (SetValue(path, [answer] if field.is_list else answer),)


def fill_label(paths: Sequence[str], was: str, now: str, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the possible answers to fields with a label and room to write, such as a signature's date."""
    for written in paths:
        part = find_part_at(read_known_path(written))
        field = part.by_written.get(was.lower()) if part else None
        if field is None or not lacks_value(f"{written}.{field.written}", built):
            continue
        answer = simplify_marks(now).removeprefix(was).lstrip(": ")
        if answer and read_leaf_text(field, answer) is not None:
            yield (SetValue((*read_known_path(written), field.written), answer),)
