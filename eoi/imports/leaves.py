"""The values of a file that a line of a document shows, and how a new value is spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from eoi.checklist import Status
from eoi.document.gaps.hole_words import WORDS
from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.source.nodes import Node, Path, Scalar, walk_values
from eoi.source.paths import follow_path
from eoi.submission import MARKDOWN, TEXT
from eoi.submission.part import Field
from eoi.submission.walk import find_field_at

ISO = re.compile(r"\d{4}-\d\d-\d\d")
ASKING = "|".join(status.capitalize() for status in (Status.GAP, Status.CONSIDER))
BLANK = re.compile("[–—-]?")  # the words of a cell without an answer
HOLES = "|".join(map(re.escape, WORDS))  # the words of a final
NOT_YET = re.compile(rf"^(?:{ASKING})\b.*|^(?:[–—-]|(?:{HOLES})\.?)?$")
ASKED = re.compile(rf"^(?:{ASKING}):\s{{0,9}}")  # somebody may leave these words in place


class Leaf(NamedTuple):
    """A single value of the file, with its field and the text that was typed."""

    path: Path
    field: Field
    text: str

    @property
    def is_free(self) -> bool:
        """Tell whether the field takes any words."""
        return is_free(self.field)


def list_leaves(paths: Sequence[str], built: BuiltDocument) -> Iterator[Leaf]:
    """Yield the values at and below some paths, or of the whole file if there are no paths."""
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
    """Yield the values at and below a node."""
    for steps, value in walk_values(node, path):
        if steps and (field := find_field_at(steps)):
            yield Leaf(steps, field, value.text)


def is_free(field: Field) -> bool:
    """Tell whether a field takes any words."""
    return field.kind in (TEXT, MARKDOWN)


def read_leaf_text(field: Field, text: str) -> Any:
    """Read a text as the value of a field; return None if the field cannot hold it."""
    try:
        return field.kind.read(text)  # type: ignore[union-attr]
    except (ValueError, AttributeError):
        return None


def spell_alike(leaf: Leaf, now: str) -> str | None:
    """Return a new value spelt as the file spells the old one; return None if the field cannot hold it."""
    value = read_leaf_text(leaf.field, now)
    if value is None:
        return None
    if now.lower() in leaf.field.words:
        return now.lower()
    if ISO.fullmatch(leaf.text) and (day := getattr(value, "first", None)) is not None:
        return str(day.isoformat())
    without_commas = now.replace(",", "")
    if "," not in leaf.text and read_leaf_text(leaf.field, without_commas) == value:
        return without_commas
    return now


def lower_line_start(words: str) -> str:
    """Return words that begin with a small letter. The document begins lines with a capital."""
    return words[:1].lower() + words[1:]
