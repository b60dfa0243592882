"""Words of texts: compared with those of other texts, quoted in a message, and found again in the file.

YAML folds lines, strips indentation and drops quotation marks, but it keeps every other character. So to find
words again, the characters other than white space are counted, in the value and in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from operator import not_

from eoi.findings import Position, Span
from eoi.frozen_value import FrozenValue
from eoi.source.nodes import Path
from eoi.submission.paths import is_given

WORD = re.compile(r"\w+")
SMALL = frozenset(WORD.findall("a an and any as at by for from in into of on or our the their this to with"))
ACTIONS = frozenset(
    WORD.findall(
        "agree agreeing apply applying approval approve approving award awarding confirm confirming decide "
        "deciding decision decisions make making manage managing set setting take taking"
    )
)


# Several rules ask for the words of the same names.
@lru_cache(maxsize=1024)
def reduce_to_words(text: str) -> str:
    """Return the words of a text in lower case, without punctuation and with 'and' for `&`."""
    return " ".join(WORD.findall(text.casefold().replace("&", " and ")))


def list_telling_words(text: str, common: frozenset[str]) -> frozenset[str]:
    """Return the distinctive words of a name: all but the `common` ones."""
    return frozenset(reduce_to_words(text).split()) - common


@lru_cache(maxsize=512)
def find_subject(text: str) -> frozenset[str]:
    """Return the words for the subject of a decision or a function.

    'Approving discretionary payments' and 'A discretionary payment' have the same subject.
    """
    words = reduce_to_words(text).split()
    return frozenset(make_singular(word) for word in words if word not in SMALL | ACTIONS)


def make_singular(word: str) -> str:
    """Return a singular that is near enough to compare by: 'surgeries' and 'surgery' come out equal."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def find_repeated(entries: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, Path]]:
    """Yield each path whose text is the same as an earlier one, with the path of that."""
    first: dict[str, Path] = {}
    for path, text in entries:
        if (
            (words := reduce_to_words(text))
            and is_given(text)
            and (earlier := first.setdefault(words, path)) != path
        ):
            yield path, earlier


MORE = " ..."


# Several rules name the same rows, and files share the names of functions.
@lru_cache(maxsize=1024)
def quote_part(text: str, room: int = 70) -> str:
    """Return the beginning of a text in quotation marks, for a message, with at most `room` characters."""
    words = " ".join(text.split())
    if len(words) <= room:
        return f"'{words}'"
    cut = words[: room - len(MORE) + 1]
    return f"'{cut.rpartition(' ')[0] or cut[:-1]}{MORE}'"


class Passage(FrozenValue):
    """The part of `text`, a field's value, from `start` up to `end`."""

    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.text[self.start : self.end]


def spell_within_sentence(words: Passage) -> str:
    """Return words on one line, as they stand within a sentence: `Forty` without its capital."""
    typed = " ".join(str(words).split())
    return typed[:1].lower() + typed[1:] if typed[:1].isalpha() else typed


class Characters(FrozenValue):
    """The characters of a value that are not white space, and the lines that hold them.

    Each line has its number, its text, the column from which the value stands in it, and the index of its
    first character.
    """

    characters: str
    lines: list[tuple[int, str, int]]
    starts: list[int]
    escape: str

    def position(self, index: int) -> Position:
        at = bisect_right(self.starts, index) - 1
        number, line, first = self.lines[at]
        return Position(number, find_solid_columns(line, first, self.escape)[index - self.starts[at]])


def find_span_of_words(words: Passage, value: Span, source: str) -> Span:
    r"""Return the place of some words in the file, or of the whole value if they are not found.

    An escape such as `\u00a3` can hide them.
    """
    layout, counted = lay_out(value, source), count_solid(words.text)
    first, last = counted[words.start], counted[words.end]
    wanted = "".join(str(words).split())
    if not wanted or layout.characters[first:last] != wanted:
        return value
    end = layout.position(last - 1)
    return Span(layout.position(first), Position(end.line, end.column + 1))


# A long text can have hundreds of findings, one after the other.
@lru_cache(maxsize=1)
def count_solid(text: str) -> list[int]:
    """Return for each index how many characters before it are not white space."""
    return list(accumulate(map(not_, map(str.isspace, text)), initial=0))


@lru_cache(maxsize=1)
def lay_out(value: Span, source: str) -> Characters:
    """Return the characters of a value with their lines and columns."""
    lines = source.split("\n")
    begin, escape = find_beginning(value.start, lines)
    rows = [
        (number, lines[number - 1], begin.column if number == begin.line else 1)
        for number in range(begin.line, min(value.end.line, len(lines)) + 1)
    ]
    solid = [read_solid(line, first, escape) for _, line, first in rows]
    return Characters("".join(solid), rows, list(accumulate(map(len, solid), initial=0))[:-1], escape)


def read_solid(line: str, first: int, escape: str) -> str:
    """Return the characters of a line from a column on, without white space and what escapes them."""
    if escape and escape in line:
        return "".join([line[column - 1] for column in find_solid_columns(line, first, escape)])
    return "".join(line[first - 1 :].split())


# Several findings can be in one long line.
@lru_cache(maxsize=4)
def find_solid_columns(line: str, first: int, escape: str) -> list[int]:
    """Return the columns of a line that hold other characters than white space.

    Only the last character of an escape sequence counts.
    """
    if not escape or escape not in line:
        return [column for column, sign in enumerate(line[first - 1 :], start=first) if not sign.isspace()]
    columns, escaped = [], False
    for column, character in enumerate(line[first - 1 :], start=first):
        if character == escape and not escaped:
            escaped = True
        elif not character.isspace():
            columns.append(column)
            escaped = False
    return columns


def find_beginning(start: Position, lines: list[str]) -> tuple[Position, str]:
    """Return the start of a value's characters, and the character that escapes the next one.

    The start is behind an opening quotation mark, or below the bar that opens a block of text.
    """
    match lines[start.line - 1][start.column - 1 : start.column]:
        case "|" | ">":
            return Position(start.line + 1, 1), ""
        case "'":
            return Position(start.line, start.column + 1), "'"
        case '"':
            return Position(start.line, start.column + 1), "\\"
        case _:
            return start, ""
