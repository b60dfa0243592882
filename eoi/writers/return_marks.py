"""Marks that a Word or OpenDocument file carries, which lead a change back to the file that it shows.

LibreOffice keeps bookmarks and properties when it saves, in both formats, and drops tags of content controls.
"""

from __future__ import annotations

from zlib import crc32

SOURCE_DIGEST = "eoi-source"  # the property with the SHA-256 of the file
PAPER = "eoi-paper"  # the property with the kind of document, as `--document` names it
SOURCE = "eoi-file"  # the property with the file itself, in base 64
FIELD_MARK = "_eoi_"  # how the bookmarks of fields begin; Word hides those with an underscore


def name_field_mark(paths: str) -> str:
    """Return how the name of a bookmark for some fields begins; Word allows a name 40 characters."""
    return f"{FIELD_MARK}{crc32(paths.encode()):08x}"
