"""Bytes to text: strict UTF-8 under a size cap, with a place for every character nobody can see."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from eoi.findings import Finding, Position, Span, error

MAX_BYTES = 1024 * 1024
MAX_REPORTED = 20
OTHER_FILES = {
    b"PK\x03\x04": "a Word document or another Office file",
    b"\xd0\xcf\x11\xe0": "an old Word document or another Office file",
    b"{\\rtf": "a Rich Text document",
    b"%PDF-": "a PDF",
}
NAME_THE_FILE = "Name the YAML file that the document is made from; `eoi new` writes one to fill in."
SAVE_AGAIN = "Save the file again as UTF-8 (in Notepad: Save as, Encoding, UTF-8)."

# C0 but tab and newline, DEL, C1, the Unicode line separators that YAML 1.1 reads as line ends,
# lone surrogates, the byte-order mark away from the start, and non-characters: none can be typed
# on purpose, and most break XML or a terminal.
NON_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufdd0-\ufdef" + NON_CHARACTERS + "]"
)


class NotText(Exception):
    """The bytes are no text that could be read; `shown` is what can be shown of it beside the finding."""

    def __init__(self, finding: Finding, shown: str = "") -> None:
        super().__init__(finding.message)
        self.finding, self.shown = finding, INVISIBLE.sub("\ufffd", shown)


def decode(raw: bytes) -> tuple[str, list[Finding]]:
    """The text with `\\n` line ends, and the invisible characters in it."""
    if other := next((name for start, name in OTHER_FILES.items() if raw.startswith(start)), ""):
        raise NotText(not_text_at_all(other))
    if len(raw) > MAX_BYTES:
        raise NotText(too_large())
    if looks_like_utf16(raw):
        raise NotText(utf16())
    try:
        text = with_plain_line_ends(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise NotText(not_utf8(problem), shown(raw)) from None
    if not holds_invisible(text):
        return text, []
    return INVISIBLE.sub("\ufffd", text), invisible_characters(text)


def holds_invisible(text: str) -> bool:
    """Only lines that Python would not print are looked through, since few are and to look takes long."""
    return any(not line.isprintable() and INVISIBLE.search(line) for line in text.split("\n"))


def looks_like_utf16(raw: bytes) -> bool:
    """By its mark; without one, by the zeros beside the letters."""
    return raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or raw.count(0) > len(raw) / 4


def with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def shown(raw: bytes) -> str:
    return with_plain_line_ends(raw.decode("utf-8-sig", errors="replace"))


def too_large() -> Finding:
    return error(
        "file-too-large",
        "The file is larger than 1 MiB (1,048,576 bytes).",
        help="A submission is text; check that this is the right file.",
    )


def not_text_at_all(other: str) -> Finding:
    """No saving in another encoding would help."""
    return error("not-utf-8", f"This is {other}, and not a text file.", help=NAME_THE_FILE)


def utf16() -> Finding:
    return error("not-utf-8", "The file is saved as UTF-16.", help=SAVE_AGAIN)


def not_utf8(problem: UnicodeDecodeError) -> Finding:
    before = with_plain_line_ends(problem.object[: problem.start].decode())
    byte = problem.object[problem.start : problem.start + 1]
    likely = byte.decode("cp1252", errors="replace")
    guess = f", perhaps '{likely}' saved in a Windows encoding" if likely.isprintable() else ""
    return error(
        "not-utf-8",
        f"The file is not UTF-8: byte 0x{byte[0]:02X} here means nothing{guess}.",
        span_at(before, len(before)),
        help=SAVE_AGAIN,
    )


def invisible_characters(text: str) -> list[Finding]:
    return [
        error(
            "control-character",
            f"There is an invisible character here (U+{ord(match[0]):04X}).",
            span_at(text, match.start()),
            help="Delete it, or type the line again; such characters come with text copied from elsewhere.",
        )
        for match, _ in zip(INVISIBLE.finditer(text), range(MAX_REPORTED), strict=False)
    ]


def span_at(text: str, index: int, length: int = 1) -> Span:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Span(Position(line, column), Position(line, column + length))
