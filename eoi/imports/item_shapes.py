"""New items of a list, read after the example of the others: "12 May 2014: Council", "Chair (voting)".

Text that looks like a date or a body would else become a part of an item's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.imports.leaves import Leaf, list_leaves, read_leaf_text, spell_alike
from eoi.imports.lines import Line
from eoi.imports.markdown import simplify_marks
from eoi.imports.removed_rows import say_leaf
from eoi.imports.rewordings import EDGES
from eoi.source.nodes import Plain
from eoi.source.paths import write_path

LONGEST_VALUE = 5  # the most words of a figure, a date or a choice
ATOM = re.compile(r"\d+|.", re.DOTALL)
DIGITS = "0"  # stands for a number of any length, since numbers differ from row to row


@dataclass(frozen=True, slots=True)
class Flat:
    """Words in small letters with each number as one character. `starts` holds where each character began."""

    text: str
    starts: tuple[int, ...]


def flatten_numbers(words: str) -> Flat:
    """Return words with each number as one character, since numbers differ from row to row."""
    atoms = list(ATOM.finditer(words))
    text = "".join(DIGITS if atom[0][0].isdecimal() else atom[0].lower()[:1] for atom in atoms)
    return Flat(text, (*(atom.start() for atom in atoms), len(words)))


def match_example(words: str, around: Sequence[str]) -> list[str] | None:
    """Return the values between the texts `around` them; return None if the words do not have these texts.

    Texts are searched from the end, so that the first value is as long as possible. A single colon is the
    first one, since what is said of a thing may have colons of its own.
    """
    flat = flatten_numbers(words)
    first, *between, last = [flatten_numbers(part).text for part in around]
    end = len(flat.text) - len(last)
    if not flat.text.startswith(first) or not flat.text.endswith(last):
        return None
    values: list[str] = []
    for part in reversed(between):
        is_only_colon = ":" in part and "".join(between).count(":") == 1
        at = (flat.text.find if is_only_colon else flat.text.rfind)(part, len(first), max(end - 1, 0))
        if at < 0:
            return None
        values.append(words[flat.starts[at + len(part)] : flat.starts[end]])
        end = at
    if end <= len(first):
        return None
    values.append(words[flat.starts[len(first)] : flat.starts[end]])
    return values[::-1]


class Shape(NamedTuple):
    """The values that a line shows, in order, with the text before each and behind the last."""

    leaves: tuple[Leaf, ...]
    before: tuple[str, ...]
    behind: str

    def parts(self, kept: Sequence[int]) -> list[str]:
        """Return the text around some of the values. A value takes the text before it along."""
        around = [self.before[at] for at in kept]
        around[0] = self.before[0]
        return [*around, self.behind if kept[-1] == len(self.leaves) - 1 else ""]


def read_item_like(words: str, item: str, built: BuiltDocument) -> Iterator[Plain]:
    """Yield the items that words can mean in the shape of the items of a list, the fullest first."""
    found: list[dict[str, Plain]] = []
    for shape in list_shapes(item, built):
        for size in range(len(shape.leaves), 1, -1):
            for kept in combinations(range(len(shape.leaves)), size):
                values = match_example(simplify_marks(words), shape.parts(kept))
                fields = name_values([shape.leaves[at] for at in kept], values) if values else {}
                if fields and fields not in found:
                    found.append(fields)
    yield from sorted(found, key=len, reverse=True)


def list_shapes(item: str, built: BuiltDocument) -> Iterator[Shape]:
    """Yield the shape of each line that shows a whole item of a list."""
    above = item.rpartition("[")[0]
    for line in built.lines:
        for path in built.paths_of(line):
            if path.rpartition("[")[0] == above and path.endswith("]"):
                shape = read_shape(line, path, built)
                if shape is not None:
                    yield shape


def read_shape(line: Line, item: str, built: BuiltDocument) -> Shape | None:
    """Return the shape of a line; return None if it shows fewer than two fields of an item."""
    words, size = simplify_marks(line.words), len(read_known_path(item))
    placed: list[tuple[int, int, Leaf]] = []
    for leaf in sorted(list_leaves((item,), built), key=lambda leaf: -len(leaf.text)):
        at = find_shown(leaf, words)
        is_free = at and all(at[1] <= start or end <= at[0] for start, end, _ in placed)
        if at and is_free and len(leaf.path) == size + 1:
            placed.append((*at, leaf))
    placed.sort(key=lambda one: one[0])
    if len(placed) < 2:
        return None
    ends = [0, *(end for _, end, _ in placed)]
    before = tuple(words[ends[at] : start] for at, (start, _, _) in enumerate(placed))
    return Shape(tuple(leaf for *_, leaf in placed), before, words[ends[-1] :])


def find_shown(leaf: Leaf, words: str) -> tuple[int, int] | None:
    """Return where a line shows a value, which it may spell otherwise than the file; None if it does not."""
    said = simplify_marks(" ".join(leaf.text.split()))
    if (at := words.lower().find(said.lower())) >= 0 and said:
        return at, at + len(said)
    value = None if leaf.is_free else read_leaf_text(leaf.field, leaf.text)
    starts = [0, *(at + 1 for at, character in enumerate(words) if character == " ")]
    for size in range(LONGEST_VALUE, 0, -1) if value is not None else ():
        for first, start in enumerate(starts):
            part = " ".join(words[start:].split(" ")[:size])
            bare = part.strip(EDGES)
            if bare and first + size <= len(starts) and read_leaf_text(leaf.field, bare) == value:
                begin = start + part.index(bare)
                return begin, begin + len(bare)
    return None


def read_shown(leaf: Leaf, example: str, words: str) -> str | None:
    """Return what stands in words for the value that an example shows, spelt as the file spells it.

    Words around it may be left out. Return None if the field cannot hold the rest.
    """
    at = None if leaf.is_free else find_shown(leaf, example)
    if at is None:
        return None
    before, behind, bare = example[: at[0]].strip(), example[at[1] :].strip(), words
    if bare.lower().startswith(before.lower()):
        bare = bare[len(before) :].strip()
    if behind and bare.lower().endswith(behind.lower()):
        bare = bare[: -len(behind)]
    return spell_alike(leaf, bare.strip(EDGES))


def name_values(leaves: Sequence[Leaf], values: Sequence[str]) -> dict[str, Plain]:
    """Return values by the names of their fields; return an empty mapping if a field cannot hold one."""
    fields: dict[str, Plain] = {}
    for leaf, typed in zip(leaves, values, strict=True):
        value = read_leaf_text(leaf.field, typed)
        if not typed.strip() or value is None:
            return {}
        # A choice is written as the file writes one: "yes" where the document prints "voting".
        is_choice = not leaf.is_free and isinstance(value, str)
        is_same = not leaf.is_free and value == read_leaf_text(leaf.field, leaf.text)
        fields[str(leaf.path[-1])] = leaf.text if is_same else value if is_choice else typed
    return fields


def match_shape(words: str, example: str, leaves: Sequence[Leaf], item: str) -> dict[str, Plain]:
    """Read the values in words that have the same text around the values as an example.

    Return an empty mapping if they do not match.
    """
    parts: list[str | Leaf] = [example.lower()]
    for leaf in sorted(leaves, key=lambda leaf: -len(leaf.text)):
        said = say_leaf(leaf)
        at = next((at for at, part in enumerate(parts) if isinstance(part, str) and said in part), None)
        if at is not None:
            before, _, after = str(parts[at]).partition(said)
            parts[at : at + 1] = [before, leaf, after]
    shown = [part for part in parts if isinstance(part, Leaf)]
    names = [write_path(leaf.path).removeprefix(f"{item}.") for leaf in shown]
    around = [part for part in parts if isinstance(part, str)]
    values = match_example(words, around) if names else None
    if values is None or any("." in name or "[" in name for name in names):
        return {}
    return dict(zip(names, values, strict=True))
