"""An HTML page after all its marked changes are accepted, or rejected."""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser

from tests.revisions.word_changes import COUNTED, GONE, Decision

VOID = {"meta", "link", "br", "img", "col", "wbr", "input"}
WITHIN_A_LINE = {"ins", "del", "span", "a", "strong", "em", "mark", "code", "sup"}
COUNTED_PARAGRAPH = re.compile(r"\b\d+\.\d+\b")


@lru_cache(maxsize=256)
def decide_page(page: str, decision: Decision) -> list[str]:
    """The words that are left, without what is apart from the text and without what is counted anew."""
    reader = PageWords(GONE[decision])
    reader.feed(page)
    return "".join(reader.words).split()


class PageWords(HTMLParser):
    """Collects the words of a page, but for those in elements that are gone or apart."""

    def __init__(self, gone: str) -> None:
        super().__init__()
        self.gone, self.words = gone, list[str]()
        self.hidden: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.words.append(" " if tag != "wbr" else "")
            return
        names = dict(attrs)
        apart = tag in ("style", "details", "title", self.gone) or "data-apart" in names
        self.hidden.append(apart or names.get("class") == "number")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.hidden.pop()
            self.words.append("" if tag in WITHIN_A_LINE else " ")

    def handle_data(self, data: str) -> None:
        if not any(self.hidden):
            self.words.append(data)


def without_numbers(words: list[str]) -> list[str]:
    """Words without the numbers of tables, figures and paragraphs, which follow the new version."""
    return COUNTED_PARAGRAPH.sub("#", COUNTED.sub(r"\1 #", " ".join(words))).split()
