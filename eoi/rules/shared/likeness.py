"""Whether texts that stand in different places say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from textwrap import shorten

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


def key(text: str) -> str:
    """The words alone: capitals, punctuation and `&` for 'and' make no difference."""
    return " ".join(WORD.findall(text.casefold().replace("&", " and ")))


def telling_words(text: str, common: frozenset[str]) -> frozenset[str]:
    """Those that tell one name from another of its kind: without the `common` ones."""
    return frozenset(key(text).split()) - common


@lru_cache(maxsize=4096)
def subject(text: str) -> frozenset[str]:
    """What a decision or a function is about: 'Approving discretionary payments' and 'A discretionary
    payment' are about the same."""
    words = key(text).split()
    return frozenset(singular(word) for word in words if word not in SMALL | ACTIONS)


def singular(word: str) -> str:
    """Near enough to compare by: 'surgeries' and 'surgery' come out equal."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def repeated(entries: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, Path]]:
    """Each place whose text was there before, with the place where it stood first."""
    first: dict[str, Path] = {}
    for path, text in entries:
        if (words := key(text)) and is_given(text) and (earlier := first.setdefault(words, path)) != path:
            yield path, earlier


def quoted(text: str, room: int = 70) -> str:
    """The text as a message shows it: between quotation marks, and not too long."""
    words = " ".join(text.split())
    # No more than its beginning is shown, so no more is split into words.
    return f"'{words if len(words) <= room else shorten(words[: 2 * room], room, placeholder=' ...')}'"
