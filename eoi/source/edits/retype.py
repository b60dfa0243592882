"""Changes to the text of a file that are no changes of its tree: to comments, and to broken YAML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eoi.source import Source, load
from eoi.source.edits.apply import UNREADABLE, is_readable
from eoi.source.edits.operations import EditRefused
from eoi.source.edits.text import Replacement, replace_in_file
from eoi.source.nodes import Names, convert_to_plain, list_no_names


def retype(source: Source, replacements: Sequence[Replacement], names: Names = list_no_names) -> bytes:
    """Return the bytes of the file with parts of its text replaced; raise `EditRefused` if that does harm.

    The tree of a readable file must stay the same. If the file is unreadable, more of it must be readable
    than before.
    """
    if not replacements:
        raise EditRefused("there is nothing to change")
    raw = replace_in_file(source.raw, replacements)
    again = load(raw, source.name, names)
    if is_readable(source):
        if (
            again.tree is None
            or source.tree is None
            or convert_to_plain(again.tree) != convert_to_plain(source.tree)
        ):
            raise EditRefused("the file would not read back as it was")
    elif count_slips(again) >= count_slips(source):
        raise EditRefused("no more of the file could be read than before")
    if count_others(again) - count_others(source):
        raise EditRefused("the file would have a new problem")
    return raw


def count_slips(source: Source) -> tuple[int, int]:
    """Count the slips that stop the parser, and the lines that were left out."""
    return sum(one.rule == UNREADABLE for one in source.findings), len(source.lost)


def count_others(source: Source) -> Counter[str]:
    """Count the other problems of the text by their rule."""
    return Counter(one.rule for one in source.findings if one.rule != UNREADABLE)


def decode_again(source: Source, encoding: str) -> bytes:
    """Convert the bytes of a file in another encoding to UTF-8."""
    try:
        return source.raw.decode(encoding).encode()
    except UnicodeDecodeError:
        raise EditRefused(f"the file is not in the encoding {encoding}") from None
