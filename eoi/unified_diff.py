"""The difference between two versions of a file, in the form that `patch` reads."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from eoi.source.decoding import INVISIBLE

MARK = b"\xef\xbb\xbf"
NO_END = "\\ No newline at end of file\n"


def write_unified_diff(name: str, before: bytes, after: bytes) -> str:
    """Return the proposed changes as a unified diff, which `patch` can read."""
    old, new = split_shown_lines(before), split_shown_lines(after)
    return "".join(end_lines(unified_diff(old, new, name, name)))


def split_shown_lines(raw: bytes) -> list[str]:
    """Return the lines of a file with their ends, with control characters replaced by a visible sign."""
    text = raw.removeprefix(MARK).decode("utf-8", errors="replace")
    return [hide_controls(line) for line in text.splitlines(keepends=True)]


def hide_controls(line: str) -> str:
    """Return a line with invisible characters replaced by a sign, apart from its end."""
    words = line.rstrip("\r\n")
    return INVISIBLE.sub("\ufffd", words) + line[len(words) :]


def end_lines(lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines of a diff, each with a line end."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{NO_END}"
