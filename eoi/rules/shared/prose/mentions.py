"""Tests of whether a text settles a matter or leaves it open."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression

OPEN = Expression(
    r"\bwhether\b|\b(?:not|never) (?:yet )?(?:been )?(?:agreed|decided|settled|certain|clear|known)\b"
    r"|\bstill (?:open|unclear|undecided|unknown|not|being|to be|under discussion|in discussion)\b"
    r"|\b(?:yet|remains?|needs?) to be \w+|\bto be (?:agreed|decided|confirmed|settled|determined)\b"
    r"|\bundecided\b|\bnot yet\b",
    words="whether|not|never|still|to be|undecided",
)
IN_WORD = Expression(r"\w")
ENDS = (". ", "! ", "? ", "\n", "; ")


def mentions(words: Expression, text: str) -> bool:
    r"""Tell whether a sentence or line of a text in lower case has one of the words and leaves nothing open.

    Each of the words begins as a word does. A pattern that begins with `\b`, or that takes capitals as well,
    is five times slower.
    """
    return any(not leaves_open(sentence) for sentence in find_sentences_with(words, text))


def leaves_open(sentence: str) -> bool:
    """Tell whether a sentence leaves its subject undecided."""
    return OPEN.search(sentence) is not None


def find_sentences_with(words: Expression, text: str) -> Iterator[str]:
    """Yield the sentences and lines of a text that hold the words."""
    for match in words.finditer(text):
        if match.start() and IN_WORD.match(text, match.start() - 1):
            continue
        start = max(text.rfind(end, 0, match.start()) for end in ENDS)
        ends = [at for end in ENDS if (at := text.find(end, match.end())) >= 0]
        yield text[start + 1 : min(ends, default=len(text))]
