"""Lines of a report: the message of a finding, and excerpts of a file in a form that is safe to show."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width

from eoi.expressions import Expression
from eoi.findings import Finding, Span
from eoi.plain_words import join_items, write_clauses

MOST = 8  # lines that a sentence names; formats for programs have every place
# Control characters, and those that reverse the direction of text, could change what a reader sees. Lone
# surrogates, which replace bytes in badly encoded file names, cannot be written at all.
UNSAFE = Expression(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
)
# `##[error]` and `##vso[...]` are commands to a build log anywhere in a line, and `::error::` at its start.
# More characters count as space before it than in Python's `\s`.
COMMAND = Expression(r"##(?=\w*\[)", words="##")
COMMAND_FIRST = Expression("^([\\s\ufeff\u200b\u180e]*):(?=:)")
LEAD = 20


def write_message(finding: Finding) -> str:
    """Write the message of a finding, with its lines if there are several, and any own severity."""
    said, own = write_words(finding), name_weight(finding)
    return f"{said} ({own}.)" if own else said


def name_weight(finding: Finding) -> str:
    """Return a sentence on how an organisation changed a severity, or an empty text if it did not."""
    if finding.usual is None:
        return ""
    how = "Raised" if finding.severity > finding.usual else "Lowered"
    return f"{how} from {finding.usual.word} by your own configuration"


def write_words(finding: Finding) -> str:
    """Write the message of a finding, with its lines if there are several."""
    if finding.parts:
        return "; ".join(write_clauses(map(write_words, finding.parts)))
    if len(finding.lines) < 2:
        return finding.message
    lines = f"ines {join_items(sorted(finding.lines), MOST)}"
    return f"{finding.message} L{lines}." if finding.message.endswith(".") else f"{finding.message}: l{lines}"


def make_printable(text: str) -> str:
    """Return a text on one line, with characters that could act on a terminal or build log spelt out."""
    shown = text if text.isprintable() else UNSAFE.sub(write_code, text)
    return COMMAND.sub("## ", shown)


def write_code(match: re.Match[str]) -> str:
    """Write the code of a character that cannot be shown."""
    return f"\\u{ord(match[0]):04x}"


def disarm(line: str) -> str:
    """Change commands to a build log in a whole line, which harmless parts can form together."""
    harmless = COMMAND.sub("## ", line)
    return COMMAND_FIRST.sub(r"\1: ", harmless) if "::" in harmless else harmless


@lru_cache(maxsize=1)
def split_lines(text: str) -> list[str]:
    """Split a text into lines, once for all findings in a file: there can be thousands."""
    return text.split("\n")


def cut_excerpt(line: str, span: Span, room: int) -> tuple[str, str]:
    """Return at most `room` columns of a line around a span, and the marks to put below it."""
    start = span.start.column - 1
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    offset = 0 if fits_in(line, room) else max(0, start - LEAD)
    # No more is cut than fits, since a line can be as long as the file.
    before, marked = line[offset:start], line[start : max(end, start + 1)][: room + 1]
    after = line[end : end + room + 1]
    head = ("..." if offset else "") + replace_tabs(before)
    shown_line = disarm(head + replace_tabs(marked) + replace_tabs(after))
    width = max(1, count_columns(replace_tabs(marked)))
    marks = " " * count_columns(head) + "^" * max(1, min(width, room - count_columns(head)))
    return cut_text(shown_line, room), marks


def replace_tabs(text: str) -> str:
    """Return a text in printable form, with a space for each tab."""
    return make_printable(text.replace("\t", " "))


def cut_text(text: str, room: int) -> str:
    """Cut a text to a number of columns, with dots in place of the rest."""
    if count_columns(text) <= room:
        return text
    kept = text
    while count_columns(kept) > room - 3:
        kept = kept[:-1]
    return kept + "..."


def fits_in(line: str, room: int) -> bool:
    """Tell whether a line fits into a number of columns.

    A very long line is not measured in full, since it can be as long as the file.
    """
    return len(line) <= 4 * room and count_columns(line) <= room


def count_columns(text: str) -> int:
    """Count the terminal columns of a text.

    Some characters take two columns, and those that are added to others take none.
    """
    # Below U+0300 every character that can be shown takes one.
    return len(text) if not text or max(text) < "\u0300" else sum(map(count_columns_of_one, text))


def count_columns_of_one(character: str) -> int:
    """Count the columns of one character."""
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
