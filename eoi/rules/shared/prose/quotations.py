"""Quotations in a text: the words between quotation marks, in one paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

MARKS = (('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»"))
PARAGRAPH = "\n\n"


class Quotations:
    """The quotations of one text, found once: a text can hold thousands of words to look up."""

    def __init__(self, text: str) -> None:
        self.spans = [list(find_spans(text, *marks)) for marks in MARKS]

    def hold(self, start: int) -> bool:
        """Tell whether the character at a position stands in a quotation."""
        for spans in self.spans:
            at = bisect_right(spans, start, key=lambda span: span[0]) - 1
            if at >= 0 and start < spans[at][1]:
                return True
        return False


def find_spans(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each quotation between two marks. Its paragraph ends it at the latest."""
    offset = 0
    for paragraph in text.split(PARAGRAPH):
        start = paragraph.find(opening)
        while start >= 0 and (end := paragraph.find(closing, start + 1)) >= 0:
            yield offset + start, offset + end
            start = paragraph.find(opening, end + 1)
        offset += len(paragraph) + len(PARAGRAPH)
