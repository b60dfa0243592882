"""Changes of the values on one line of a document, so that it reads as it was returned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import NamedTuple

from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.imports.leaves import Leaf, list_leaves, lower_line_start, read_leaf_text, spell_alike
from eoi.imports.markdown import simplify_marks
from eoi.imports.removed_rows import Edits
from eoi.plain_words import measure_word_likeness
from eoi.source.edits import Edit, Reword, SetValue
from eoi.source.nodes import Scalar
from eoi.source.paths import write_path

MOST_CHOICES = 8  # likely words of a choice to try for one difference
AROUND = 4  # the most words on each side of a changed word that may belong to the same value
EDGES = " .,;:()"
READ_BY_YAML = re.compile(r"[,:#\[\]{}]")


class WordChange(NamedTuple):
    """Words replaced by others.

    `old` from index `start` to `end` became `new` from index `to` to `until`.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    start: int
    end: int
    to: int
    until: int

    def widen(self, before: int, after: int) -> tuple[str, str] | None:
        """Return the old and new words with more words on both sides; return None if there are not enough.

        `before` and `after` are the numbers of words to add on each side.
        """
        if self.start - before < 0 or self.end + after > len(self.old):
            return None
        was = self.old[self.start - before : self.end + after]
        return simplify_marks(" ".join(was)), simplify_marks(
            " ".join(self.new[self.to - before : self.until + after])
        )


def replace_whole(leaves: Sequence[Leaf], was: str, now: str) -> Iterator[Edits]:
    """Yield the change of a text that makes up the whole line."""
    for leaf in leaves:
        if leaf.is_free and simplify_marks(leaf.text) == simplify_marks(was):
            yield (SetValue(leaf.path, simplify_marks(now)),)
        elif leaf.is_free and simplify_marks(leaf.text) == lower_line_start(simplify_marks(was)):
            yield (SetValue(leaf.path, lower_line_start(simplify_marks(now))),)


def change_stretches(leaves: Sequence[Leaf], was: str, now: str) -> Iterator[Edits]:
    """Yield the possible changes of all changed runs of words in a line together.

    The document sets the full stop at the end, so that its loss alone is no change of a value.
    """
    old, new = tuple(was.split()), tuple(now.split())
    if old and new and old[-1] == f"{new[-1]}.":
        new = (*new[:-1], old[-1])
    codes = SequenceMatcher(None, old, new, False).get_opcodes()
    found = [WordChange(old, new, *code[1:]) for code in codes if code[0] != "equal"]
    for combined in product(*(list(change_stretch(leaves, one)) for one in found)):
        yield tuple(one for at, one in enumerate(combined) if one not in combined[:at])


def join_rewordings(edits: Edits, built: BuiltDocument) -> Edits:
    """Return changes with all rewordings of one value as one change, if the value is on one line of the file.

    The same goes for one with marks that YAML reads, since only a value that is set gets quotation marks.
    """
    found: list[Edit] = []
    for change in edits:
        node = built.node_at(write_path(change.path)) if isinstance(change, Reword) else None
        if isinstance(change, Reword) and isinstance(node, Scalar) and is_typed_on_one_line(node):
            same = [one for one in edits if isinstance(one, Reword) and one.path == change.path]
            if len(same) > 1 or READ_BY_YAML.search(change.now):
                change = SetValue(change.path, reword_all(node.text, same))
        found += [] if change in found else [change]
    return tuple(found)


def is_typed_on_one_line(node: Scalar) -> bool:
    """Tell whether a value is on one line of the file."""
    return node.span.start.line == node.span.end.line


def reword_all(text: str, rewordings: Sequence[Reword]) -> str:
    """Return a text after rewordings. The last is made first, so that the others keep their places."""
    for one in sorted(rewordings, key=lambda one: -text.find(one.was)):
        text = text.replace(one.was, one.now, 1)
    return text


def change_stretch(leaves: Sequence[Leaf], stretch: WordChange) -> Iterator[Edit]:
    """Yield the possible changes of a value that replace one run of words."""
    for leaf in leaves:
        yield from propose_rewording(leaf, stretch) if leaf.is_free else respell(leaf, stretch)


def propose_rewording(leaf: Leaf, stretch: WordChange) -> Iterator[Edit]:
    """Yield the change of words inside a text.

    A word beside them is included if they occur more than once.
    """
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
    """Yield the possible changes of a figure, a date or a choice in which some words changed."""
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
    yield from (SetValue(leaf.path, word) for word in likely[:MOST_CHOICES] if word != leaf.text)


def choose_alike(difference: Difference, leaves: Sequence[Leaf], built: BuiltDocument) -> Iterator[Edits]:
    """Yield the values that other lines of the document show in the returned words."""
    (pair,) = difference.pairs
    for leaf in leaves if pair.now else ():
        for line in built.lines:
            if pair.now is None or line.words != pair.now.words:
                continue
            for other in list_leaves(built.paths_of(line), built) if built.paths_of(line) else ():
                if other.path[-1] == leaf.path[-1] and other.text != leaf.text:
                    yield (SetValue(leaf.path, other.text),)
