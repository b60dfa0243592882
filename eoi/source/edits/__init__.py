"""Changes to a file at a place of its tree. They leave every other character as it was typed.

    from eoi.source.edits import SetValue, edit

    raw = edit(source, [SetValue(("submitted",), "2014-06-20")], fields_at)

The result is read again before anybody gets it: its tree has exactly these changes, or nothing is changed.
"""

from __future__ import annotations

from eoi.source.edits.apply import edit, find_replacements, is_readable, move
from eoi.source.edits.operations import (
    AddItem,
    Edit,
    EditRefused,
    InsertItem,
    MoveItem,
    Remove,
    Rename,
    Reword,
    SetValue,
)
from eoi.source.edits.retype import decode_again, retype
from eoi.source.edits.text import Lines, Replacement, replace_in_file

__all__ = [
    "AddItem",
    "Edit",
    "EditRefused",
    "InsertItem",
    "Lines",
    "MoveItem",
    "Remove",
    "Rename",
    "Replacement",
    "Reword",
    "SetValue",
    "decode_again",
    "edit",
    "find_replacements",
    "is_readable",
    "move",
    "replace_in_file",
    "retype",
]
