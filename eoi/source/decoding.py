"""Conversion of bytes to text: strict UTF-8 up to a size.

A finding gives the place of each invisible character.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from eoi.expressions import Expression
from eoi.findings import Finding, Position, Span
from eoi.parse_errors import (
    INVISIBLE_CHARACTER,
    LARGE_FILE,
    MAX_BYTES,
    OTHER_ENCODING,
    OTHER_FILE,
    UTF_16,
    UTF_32,
)

MAX_REPORTED = 20
OTHER_FILES = {
    b"PK\x03\x04": "a Word document or another Office file",
    b"\xd0\xcf\x11\xe0": "an old Word document or another Office file",
    b"{\\rtf": "a Rich Text document",
    b"%PDF-": "a PDF",
}

# C0 but tab and newline, DEL, C1, the Unicode line separators that YAML 1.1 reads as line ends,
# lone surrogates, the byte-order mark away from the start, and non-characters: none can be typed
# on purpose, and most break XML or a terminal.
NON_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
INVISIBLE = Expression(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufdd0-\ufdef" + NON_CHARACTERS + "]"
)
# The characters of English texts. Line ends of every system become plain ones.
USUAL = bytes((*b"\t\n\r", *range(0x20, 0x7F)))


class NotText(Exception):
    """An error for bytes that are not text; `shown` is the excerpt to show beside the finding."""

    def __init__(self, finding: Finding, shown: str = "") -> None:
        super().__init__(finding.message)
        self.finding, self.shown = finding, INVISIBLE.sub("\ufffd", shown)


def decode(raw: bytes) -> tuple[str, bytes, list[Finding]]:
    """Return the text with plain line ends, the same in UTF-8, and a finding for each invisible character."""
    if other := next((name for start, name in OTHER_FILES.items() if raw.startswith(start)), ""):
        raise NotText(OTHER_FILE.at(kind=other))
    if len(raw) > MAX_BYTES:
        raise NotText(LARGE_FILE.at())
    if looks_like_utf16(raw):
        raise NotText((UTF_32 if looks_like_utf32(raw) else UTF_16).at())
    typed = unify_line_ends(raw.removeprefix(BOM_UTF8))
    try:
        text = typed.decode()
    except UnicodeDecodeError as problem:
        raise NotText(report_encoding(problem), decode_roughly(raw)) from None
    if not holds_invisible(typed):
        return text, typed, []
    shown = INVISIBLE.sub("\ufffd", text)
    return shown, shown.encode(), report_invisible(text)


def holds_invisible(typed: bytes) -> bool:
    """Tell whether a text in UTF-8 holds invisible characters.

    The expression is slow, so it searches only the characters that are not in most texts.
    """
    rest = typed.translate(None, USUAL).decode()
    return not rest.isprintable() and INVISIBLE.search(rest) is not None


def looks_like_utf16(raw: bytes) -> bool:
    """Recognise UTF-16 or UTF-32 by its byte-order mark, or by zeros in more than a quarter of its bytes."""
    return raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or (0 in raw and raw.count(0) > len(raw) / 4)


def looks_like_utf32(raw: bytes) -> bool:
    """Tell UTF-32 from UTF-16 by its byte-order mark, or by zeros in three bytes of each plain character."""
    return raw.startswith((BOM_UTF32_LE, BOM_UTF32_BE)) or len(raw) * 5 / 8 < raw.count(0) <= len(raw) * 3 / 4


def unify_line_ends(raw: bytes) -> bytes:
    """Replace the line ends of Windows and old Macs by plain ones."""
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in raw else raw


def decode_roughly(raw: bytes) -> str:
    """Decode bytes that are not UTF-8 so that they can be shown, with a sign in place of each bad byte."""
    return unify_line_ends(raw).decode("utf-8-sig", errors="replace")


def report_encoding(problem: UnicodeDecodeError) -> Finding:
    """Make the finding for the first byte that is not UTF-8."""
    before = problem.object[: problem.start].decode()
    byte = problem.object[problem.start : problem.start + 1]
    likely = byte.decode("cp1252", errors="replace")
    guess = f", perhaps '{likely}' saved in a Windows encoding" if likely.isprintable() else ""
    return OTHER_ENCODING.at(locate_characters(before, len(before)), byte=byte[0], guess=guess)


def report_invisible(text: str) -> list[Finding]:
    """Make a finding for each of the first `MAX_REPORTED` invisible characters."""
    return [
        INVISIBLE_CHARACTER.at(locate_characters(text, match.start()), code=ord(match[0]))
        for match, _ in zip(INVISIBLE.finditer(text), range(MAX_REPORTED), strict=False)
    ]


def locate_characters(text: str, index: int, length: int = 1) -> Span:
    """Return the span of `length` characters from an index of the text, counted from 0."""
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Span(Position(line, column), Position(line, column + length))
