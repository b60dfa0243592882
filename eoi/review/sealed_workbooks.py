"""Workbooks that show whether anybody has saved them since eoi wrote them, so that no work is lost."""

from __future__ import annotations

from hashlib import sha256

MARK = b"eoi review "


def seal_workbook(raw: bytes) -> bytes:
    """Add a comment with the digest of the file, which a program leaves out when it saves the file."""
    comment = MARK + sha256(raw).hexdigest().encode()
    return b"".join((memoryview(raw)[:-2], len(comment).to_bytes(2, "little"), comment))


def unseal_workbook(raw: bytes) -> bytes:
    """Return a workbook without the comment, or as it is if it has none or was changed since."""
    before, mark, digest = raw.rpartition(MARK)
    plain = before[:-2] + b"\0\0"
    return plain if mark and sha256(plain).hexdigest().encode() == digest else raw


def is_untouched(raw: bytes) -> bool:
    """Tell whether a workbook is unchanged since eoi wrote it, so that nobody's scores are lost."""
    return unseal_workbook(raw) is not raw
