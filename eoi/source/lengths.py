"""Limits on the length of a file: far above any submission, and within the capacity of every format.

Lines and the signs of Markdown are counted as well as characters, since each makes a paragraph, a list item
or a link. A PDF with a megabyte of links would take minutes and gigabytes of memory.
"""

from __future__ import annotations

from eoi.expressions import Expression
from eoi.findings import Finding, Span
from eoi.parse_errors.text import LONG_TEXT, LONG_TEXTS, MAX_TEXT

# The limit for all texts of a file together.
LIMITS = {"characters": 250_000, "lines": 10_000, "Markdown signs": 10_000, "links": 1_000}
SIGNS = "*_`[<>+-"
ANY_SIGN = f"{SIGNS}.)".encode()
NUMBER = Expression(r"\d[.)]\s")  # as an item of a numbered list begins
ADDRESS = Expression(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:")  # as `<https://www.example.org>` begins
SHORT = 80  # characters; the number of values bounds what shorter texts come to


class Lengths:
    """A count of the characters, lines, signs and links in a file's texts as they are read.

    It reports the place where a limit is exceeded. Nothing is counted in a file that is too short to exceed
    one.
    """

    def __init__(self, file: str) -> None:
        self.left = dict(LIMITS)
        counts = bound_amounts(file)
        self.is_short = len(file) <= MAX_TEXT and all(counts[what] <= LIMITS[what] for what in LIMITS)

    def add(self, text: str, span: Span, findings: list[Finding]) -> None:
        if self.is_short:
            return
        if len(text) > MAX_TEXT:
            findings.append(LONG_TEXT.at(span, length=len(text)))
        for what, number in count_amounts(text).items():
            before = self.left[what]
            self.left[what] -= number
            if before >= 0 > self.left[what]:
                findings.append(LONG_TEXTS.at(span, limit=LIMITS[what], what=what))


def bound_amounts(file: str) -> dict[str, int]:
    """Return upper bounds for the amounts in a file's texts.

    A backslash counts as any sign, since it can stand for one.
    """
    escapes = file.count("\\")
    return {
        "characters": len(file),
        "lines": file.count("\n") + escapes,
        "Markdown signs": bound_signs(file, escapes),
        "links": file.count("](") + file.count("<") + escapes,
    }


def bound_signs(file: str, escapes: int) -> int:
    """Return an upper bound for the signs of Markdown.

    The length of a short file is bound enough, and takes no search.
    """
    if len(file) <= LIMITS["Markdown signs"]:
        return len(file)
    typed = file.encode()
    return len(typed) - len(typed.translate(None, ANY_SIGN)) + escapes


def count_amounts(text: str) -> dict[str, int]:
    """Count all amounts in a long text. Of a short one count only the characters, to save time."""
    if len(text) <= SHORT:
        return {"characters": len(text)}
    return {
        "characters": len(text),
        "lines": text.count("\n"),
        "Markdown signs": sum(map(text.count, SIGNS)) + sum(1 for _ in NUMBER.finditer(text)),
        "links": text.count("](") + sum(1 for _ in ADDRESS.finditer(text)),
    }
