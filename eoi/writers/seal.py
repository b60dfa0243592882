"""The seal: a document's digest of itself, by which eoi recognises documents that nobody has changed.

Each format has one place for it, its `SEAL`, and no text of a submission can look like a seal there. A writer
puts `PLACEHOLDER` there. `seal_content(content)` then seals files that hold the place in their bytes (HTML,
Markdown, PDF), and `seal_parts(parts)` packages that are zipped afterwards (Word, OpenDocument). The digest
is computed with the placeholder in its place, which is as long as a seal, so that no offset changes. For a
package it is computed from the unpacked parts, since zip files of equal parts can differ between machines.
The page numbers in a Word contents list do not count: a program fills them in, and they depend on whether
there is a PDF.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from zlib import crc32

from eoi.frozen_value import FrozenValue
from eoi.writers import SealPlace, find_writer, list_formats
from eoi.writers.zip_package import Parts, read_parts

# Marks in a Word or OpenDocument file that lead a change back to the YAML. In both formats LibreOffice keeps
# bookmarks and properties when it saves, and drops tags of content controls.
SOURCE_DIGEST = "eoi-source"  # the property with the SHA-256 of the file
PAPER = "eoi-paper"  # the property with the kind of document, as `--document` names it
SOURCE = "eoi-file"  # the property with the file itself, in base 64
LETTERHEAD = "eoi-letterhead"  # the property of a document on a letterhead, whose headers are not ours
FIELD_MARK = "_eoi_"  # how the bookmarks of fields begin; Word hides those with an underscore

PREFIX = "eoi-seal-"
PLACEHOLDER = PREFIX + "0" * 64
BLANK = PLACEHOLDER.encode()
SEAL = rb"(?P<seal>eoi-seal-[0-9a-f]{64})"
IN_PART = re.compile(rb'<[^<>]{1,200}name="eoi-seal"[^<>]{0,200}>\s{0,20}(?:<[^<>]{1,200}>)?' + SEAL + rb"<")

CONTENTS_PART = "word/document.xml"
RUN = rb"<w:r>(?:<w:rPr>[^\r\n]{0,60}</w:rPr>)?"
PAGE_FIELD, LONGEST_FIELD = b" PAGEREF ", 600  # bytes that the expression below can match
PAGE_NUMBER = re.compile(
    rb"(?P<field>"
    + PAGE_FIELD
    + rb"[A-Za-z0-9_]{1,100} \\h </w:instrText></w:r>"
    + RUN
    + rb'<w:fldChar w:fldCharType="separate"/></w:r>)'
    + RUN
    + rb"<w:t[^<>]{0,30}>[0-9]{1,6}</w:t></w:r>"
)


class FoundSeal(FrozenValue):
    """The seal of a document, and whether the document is unchanged since it was sealed."""

    seal: str
    is_intact: bool


class SealSpot(FrozenValue):
    """The part of a file with its seal, and where the seal starts and ends in it.

    In most formats the part is the whole file, with an empty name.
    """

    part: str
    start: int
    end: int


def seal_content(content: bytes) -> bytes:
    """Return the content with the seal in its place."""
    spot = find_spot({"": content})
    assert spot is not None, "a writer leaves a place for the seal"
    return place_seal(content, spot, compute_seal({"": content}, spot))


def seal_parts(parts: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Return the parts as bytes, with the seal in its place in one of them."""
    found = {name: convert_to_bytes(part) for name, part in parts.items()}
    spot = find_spot(found)
    assert spot is not None, "a writer leaves a place for the seal"
    return found | {spot.part: place_seal(found[spot.part], spot, compute_seal(found, spot))}


def find_seal(content: bytes) -> FoundSeal | None:
    """Return the seal of a document; return None if it has none."""
    parts = read_parts(content)
    spot = find_spot(parts)
    if spot is None:
        return None
    seal = parts[spot.part][spot.start : spot.end].decode()
    return FoundSeal(seal, compute_seal(parts, spot) == seal)


def read_seal(content: bytes) -> str | None:
    """Return the seal of a document, even if the document was changed; None if it has none."""
    found = find_seal(content)
    return found.seal if found else None


def is_intact(content: bytes) -> bool:
    """Tell whether content has a seal and is unchanged since it was sealed."""
    found = find_seal(content)
    return found is not None and found.is_intact


def find_spot(parts: Parts) -> SealSpot | None:
    """Find the last place for a seal; return None if there is none."""
    spot = None
    places = list_seal_places()
    for name in ("", *sorted(place.part for place in places if place.part)):
        for match in (IN_PART if name else make_seal_expression()).finditer(parts.get(name, b"")):
            spot = SealSpot(name, *match.span("seal"))
    return spot


@cache
def list_seal_places() -> tuple[SealPlace, ...]:
    """List the places of all formats, since a file does not tell which writer made it."""
    return tuple(find_writer(name).SEAL for name in list_formats())


@cache
def make_seal_expression() -> re.Pattern[bytes]:
    """Return the expression for a seal in the bytes of a file."""
    marks = [place for place in list_seal_places() if not place.part]
    before = b"|".join(re.escape(place.before) for place in marks)
    after = b"|".join(re.escape(place.after) for place in marks)
    return re.compile(b"(?:%b)%b(?:%b)" % (before, SEAL, after))


def compute_seal(parts: Parts, spot: SealSpot) -> str:
    """Compute the seal of the parts. Names and lengths count too, so that no byte can move between parts."""
    digest = sha256()
    for name in sorted(parts):
        part = memoryview(remove_page_numbers(name, parts[name]))
        digest.update(f"{len(name)} {name} {len(part)} ".encode(errors="surrogatepass"))
        if name == spot.part:
            digest.update(part[: spot.start])
            digest.update(BLANK)
            part = part[spot.end :]
        digest.update(part)
    return PREFIX + digest.hexdigest()


def remove_page_numbers(name: str, part: bytes) -> bytes:
    """Return a part without the page numbers of a Word contents list. Only Word's main part has any.

    They are at its beginning, and it takes long to search the rest.
    """
    last = part.rfind(PAGE_FIELD) if name == CONTENTS_PART else -1
    if last < 0:
        return part
    end = last + LONGEST_FIELD
    return PAGE_NUMBER.sub(rb"\g<field>", part[:end]) + part[end:]


def place_seal(content: bytes, spot: SealSpot, seal: str) -> bytes:
    """Return content with a seal in its place."""
    return content[: spot.start] + seal.encode() + content[spot.end :]


def convert_to_bytes(part: str | bytes) -> bytes:
    """Return a part as bytes."""
    return part.encode() if isinstance(part, str) else part


def name_field_mark(paths: str) -> str:
    """Return the beginning of a bookmark's name for some fields. Word allows a name 40 characters."""
    return f"{FIELD_MARK}{crc32(paths.encode()):08x}"
