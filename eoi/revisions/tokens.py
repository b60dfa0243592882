"""The words of a line in two versions as tokens, and which of them were inserted or deleted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from eoi.document.inline import (
    DeletedWords,
    Emphasis,
    Footnote,
    Inline,
    InsertedWords,
    Link,
    Reference,
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.subset.inlines import read_plain_words

Sign = Literal["", "inserted", "deleted"]


Wrapper = Strong | Emphasis | Link | RemarkedWords


Marks = tuple[tuple[int, Wrapper], ...]


SPACES = re.compile(r"(\s+)")


OPENING, CLOSING = "([“‘\"'", ".,;:!?)]”’\"'"


MOST_COMPARED = 4_000_000  # pairs of words; of more, the whole text is shown as replaced


SHORT = 3  # letters; so few between two changes do not separate them


class Token(NamedTuple):
    """A word, a space or another piece of a line, with the marks around it, from the outermost.

    Each mark has a number, so that two marks of a kind beside each other stay two. `move` is the name of a
    move.
    """

    atom: Inline
    within: Marks = ()
    sign: Sign = ""
    move: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """Return the key by which two tokens are equal. Comments and numbers are ignored."""
        marks = (
            ("link", mark.href) if isinstance(mark, Link) else type(mark)
            for _, mark in self.within
            if not isinstance(mark, RemarkedWords)
        )
        match self.atom:
            case Reference(anchor):
                return (Reference, anchor, *marks)
            case Footnote(children):
                return (Footnote, read_plain_words(children), *marks)
            case atom:
                return (atom, *marks)

    @property
    def words(self) -> str:
        return read_plain_words((self.atom,))


def leave_remarks(inline: Inline) -> Inline:
    """Return an inline of the old version without comments, since only those of the new version are kept."""
    match inline:
        case RemarkedWords(children):
            return InsertedWords(tuple(map(leave_remarks, children)))
        case Strong(children) | Emphasis(children) | Link(_, children):
            return inline.replace(children=tuple(map(leave_remarks, children)))
        case _:
            return inline


def split_inline(inline: Inline, numbers: Iterator[int], within: Marks = ()) -> Iterator[Token]:
    """Yield the words, spaces and other pieces of an inline as tokens."""
    match inline:
        case Text(text):
            yield from (Token(Text(part), within) for part in split_text(text))
        case InsertedWords(children) | DeletedWords(children):
            what: Sign = "inserted" if isinstance(inline, InsertedWords) else "deleted"
            for child in children:
                yield from sign(split_inline(child, numbers, within), what)
        case Strong(children) | Emphasis(children) | Link(_, children) | RemarkedWords(children):
            inner = (*within, (next(numbers), inline))
            for child in children:
                yield from split_inline(child, numbers, inner)
        case _:
            yield Token(inline, within)


def split_text(text: str) -> Iterator[str]:
    """Yield the words, the spaces, and the punctuation around words in a text."""
    for part in filter(None, SPACES.split(text)):
        bare = part.lstrip(OPENING)
        word = bare.rstrip(CLOSING)
        yield from filter(None, (part[: len(part) - len(bare)], word, bare[len(word) :]))


def compare_tokens(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of both versions. Deleted tokens come before those that replace them."""
    before, after = [token.key for token in old], [token.key for token in new]
    start = count_equal(zip(before, after, strict=False))
    left, right = before[start:], after[start:]
    end = count_equal(zip(reversed(left), reversed(right), strict=False))
    yield from new[:start]
    yield from compare_middle(old[start : len(old) - end], new[start : len(new) - end])
    yield from new[len(new) - end :]


def count_equal(pairs: Iterable[tuple[object, object]]) -> int:
    """Count the pairs of equals before the first unequal pair."""
    found = 0
    for one, other in pairs:
        if one != other:
            break
        found += 1
    return found


def compare_middle(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of two sequences that differ at both ends."""
    gone, come = list[Token](), list[Token]()
    for kind, first, last, start, end in list_opcodes(old, new):
        if (kind == "equal" and not (gone or come)) or (kind == "equal" and is_worth_a_rest(new[start:end])):
            yield from sign(gone, "deleted")
            yield from sign(come, "inserted")
            gone, come = [], []
            yield from new[start:end]
        else:
            gone += old[first:last]
            come += new[start:end]
    yield from sign(gone, "deleted")
    yield from sign(come, "inserted")


def list_opcodes(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[str, int, int, int, int]]:
    """Return the steps from one sequence to the other, found by their words and not by the spaces."""
    if len(old) * len(new) > MOST_COMPARED:
        return [("replace", 0, len(old), 0, len(new))]
    matcher = SequenceMatcher(
        is_space_key, [one.key for one in old], [one.key for one in new], autojunk=False
    )
    return list(matcher.get_opcodes())


def is_space_key(key: tuple[object, ...]) -> bool:
    """Tell whether a key is that of a space."""
    return isinstance(key[0], Text) and key[0].text.isspace()


def is_worth_a_rest(tokens: Sequence[Token]) -> bool:
    """Tell whether the equal words between two changes are enough to show the changes separately."""
    letters = sum(len(token.words) for token in tokens if any(map(str.isalnum, token.words)))
    return letters > SHORT or any(not isinstance(token.atom, Text) for token in tokens)


def sign(tokens: Iterable[Token], what: Sign) -> list[Token]:
    """Return tokens marked as inserted or deleted."""
    return [token._replace(sign=what) for token in tokens]
