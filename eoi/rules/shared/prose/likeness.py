"""Comparisons of texts from different places by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

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


# Several rules name the same rows, and files share the names of functions.
@lru_cache(maxsize=1024)
def quote_part(text: str, room: int = 70) -> str:
    """Return the beginning of a text in quotation marks, for a message, with at most `room` characters."""
    words = " ".join(text.split())
    if len(words) <= room:
        return f"'{words}'"
    from textwrap import shorten  # late: most texts are short enough

    # Only the beginning is shown, so only that is split into words.
    return f"'{shorten(words[: 2 * room], room, placeholder=' ...')}'"
