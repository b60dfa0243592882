"""The type of a change to a submission, its preview, and the only function that applies it.

A fix, another version of the file, a paragraph in Word and a cell of a workbook are all changes of this type.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from eoi.source import Source
from eoi.source.edits import (
    Edit,
    EditRefused,
    Replacement,
    decode_again,
    edit,
    find_replacements,
    is_readable,
    retype,
)
from eoi.source.nodes import Names, list_no_names
from eoi.source.paths import write_path

MOST = 60  # characters of a value in a preview


@dataclass(frozen=True, slots=True)
class Encoding:
    """The conversion of the whole file from another encoding to UTF-8."""

    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the edit, the old and the new value, its origin and its place.

    `how` is an edit of the tree, or a replacement of text if the tree cannot be used. It is None if another
    version has made the change already. `by` names a rule, a file or a person. `where` is a line, a paragraph
    or a cell.
    """

    how: Edit | Replacement | Encoding | None
    was: str
    now: str
    by: str
    where: str

    @property
    def path(self) -> str:
        """Return the path of the change, or an empty text if it has none.

        For example: `governance.groups[0].quorum`.
        """
        return "" if isinstance(self.how, Replacement | Encoding | None) else write_path(self.how.path)


def apply_changes(source: Source, changes: Collection[Change], names: Names = list_no_names) -> bytes:
    """Return the bytes of the file with all changes made, or raise `EditRefused` if that is impossible."""
    edits = [one.how for one in changes if not isinstance(one.how, Replacement | Encoding | None)]
    stretches = [one.how for one in changes if isinstance(one.how, Replacement)]
    encodings = [one.how.name for one in changes if isinstance(one.how, Encoding)]
    if any(one.how is None for one in changes):
        raise EditRefused("a change that another version has made cannot be made again")
    if sum(map(bool, (edits, stretches, encodings))) > 1:
        raise EditRefused("these changes can only be made one after the other")
    if encodings:
        return decode_again(source, encodings[0])
    return edit(source, edits, names) if edits else retype(source, stretches, names)


def can_apply(source: Source, changes: Collection[Change]) -> bool:
    """Tell whether the parts of a file that some changes are to can be changed.

    Only the text can be where a slip made the tree a guess.
    """
    return is_readable(source) or all(isinstance(one.how, Replacement | Encoding) for one in changes)


def list_stretches(
    source: Source, changes: Sequence[Change], names: Names = list_no_names
) -> list[Replacement]:
    """Return the replacements of text that some changes make.

    Return an empty list if they change the encoding of the file.
    """
    found = [one.how for one in changes if isinstance(one.how, Replacement)]
    edits = [one.how for one in changes if not isinstance(one.how, Replacement | Encoding | None)]
    return [*found, *(find_replacements(source, edits, names) if edits else ())]


def write_preview(changes: Collection[Change]) -> Iterator[str]:
    """Yield a line for each change, such as `line 9: membres -> members (unknown-field)`."""
    for one in changes:
        what = f"{shorten_line(one.was)} -> {shorten_line(one.now)}" if one.was and one.now else ""
        if shorten_line(one.was) == shorten_line(one.now):
            what = f"{shorten_line(one.now)} with plain spaces"
        what = what or (f"add {shorten_line(one.now)}" if one.now else f"remove {shorten_line(one.was)}")
        yield f"{one.where}: {what} ({one.by})"


def shorten_line(text: str) -> str:
    """Return a text on one line, cut if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= MOST else f"{line[: MOST - 3]}..."
