"""The changes to the text of a file that no tree can express: to comments, and to broken YAML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eoi.source import Source, load
from eoi.source.edits.apply import UNREADABLE, is_readable
from eoi.source.edits.operations import EditRefused
from eoi.source.edits.text import Replacement, replace_in_file
from eoi.source.nodes import to_plain
from eoi.source.outline import Names
from eoi.source.parser_error import no_names


def retype(source: Source, replacements: Sequence[Replacement], names: Names = no_names) -> bytes:
    """Return the bytes of the file with stretches of its text replaced.

    A file that can be read keeps its tree; in any other, more can be read than before.
    """
    if not replacements:
        raise EditRefused("there is nothing to change")
    raw = replace_in_file(source.raw, replacements)
    again = load(raw, source.name, names)
    if is_readable(source):
        if again.tree is None or source.tree is None or to_plain(again.tree) != to_plain(source.tree):
            raise EditRefused("the file would not read back as it was")
    elif count_slips(again) >= count_slips(source):
        raise EditRefused("no more of the file could be read than before")
    if count_others(again) - count_others(source):
        raise EditRefused("the file would have a new problem")
    return raw


def count_slips(source: Source) -> tuple[int, int]:
    """Count the obstacles to reading the file as YAML: slips, and lines that were left out."""
    return sum(one.rule == UNREADABLE for one in source.findings), len(source.lost)


def count_others(source: Source) -> Counter[str]:
    """Count every other problem of the text by its kind."""
    return Counter(one.rule for one in source.findings if one.rule != UNREADABLE)


def decode_again(source: Source, encoding: str) -> bytes:
    """Return the bytes of a file that is in another encoding as UTF-8."""
    try:
        return source.raw.decode(encoding).encode()
    except UnicodeDecodeError:
        raise EditRefused(f"the file is not in the encoding {encoding}") from None
