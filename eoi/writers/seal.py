"""A document's digest of itself, so that one that a person has changed since can be told from our own.

A writer puts `PLACEHOLDER` among the properties that its format has, once or more, and seals what it made:
`sealed(content)` where the bytes hold the properties as they are (HTML, Markdown, PDF), and
`sealed_parts(parts)` for a package that is zipped afterwards (Word, OpenDocument). The digest is of the
bytes with the placeholder in place, which is as long as a seal, so that no offset moves. Of a package it is
of the unpacked parts, since zip files of equal parts differ from one machine to another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import TypeVar

from eoi.writers.unpacking import Parts, parts_of

PREFIX = "eoi-seal-"
PLACEHOLDER = PREFIX + "0" * 64
SEAL = re.compile(rb"eoi-seal-[0-9a-f]{64}")

Part = TypeVar("Part", str, bytes, str | bytes)


def sealed(content: bytes) -> bytes:
    return with_seal(content, seal_for({"": content}))


def sealed_parts(parts: Mapping[str, Part]) -> dict[str, Part]:
    seal = seal_for({name: raw(part) for name, part in parts.items()})
    return {name: with_seal(part, seal) for name, part in parts.items()}


def seal_of(content: bytes) -> str | None:
    """The seal that a document bears, whether or not it still fits; `None` where it bears none.

    Others can stand in the text, typed or pasted, so one that fits comes first.
    """
    parts = parts_of(content)
    found = seals_in(parts)
    return next((seal for seal in found if fits(parts, seal)), found[-1] if found else None)


def is_intact(content: bytes) -> bool:
    """Whether the document is as it was when it was sealed."""
    parts = parts_of(content)
    return any(fits(parts, seal) for seal in seals_in(parts))


def seals_in(parts: Parts) -> list[str]:
    found = (match[0].decode() for part in parts.values() for match in SEAL.finditer(part))
    return list(dict.fromkeys(found))


def fits(parts: Parts, seal: str) -> bool:
    if PLACEHOLDER in seals_in(parts):
        return False
    blank = {name: part.replace(seal.encode(), PLACEHOLDER.encode()) for name, part in parts.items()}
    return seal_for(blank) == seal


def seal_for(parts: Parts) -> str:
    """With names and lengths, so that nothing can move from one part to another unnoticed."""
    digest = sha256()
    for name in sorted(parts):
        part = parts[name]
        digest.update(f"{len(name)} {name} {len(part)} ".encode(errors="surrogatepass"))
        digest.update(part)
    return PREFIX + digest.hexdigest()


def with_seal(part: Part, seal: str) -> Part:
    if isinstance(part, bytes):
        return part.replace(PLACEHOLDER.encode(), seal.encode())
    return part.replace(PLACEHOLDER, seal)


def raw(part: str | bytes) -> bytes:
    return part.encode() if isinstance(part, str) else part
