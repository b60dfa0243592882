"""Regular expressions that are compiled when they are first used, and lists of words that need none.

There are hundreds, but most files need few, and compiling all of them takes as long as reading a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

COMPILED_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Expression:
    """A regular expression that is compiled when it is first used.

    `words` holds parts of words in lower case, separated by `|`. Every match contains at least one of them,
    so a text without any needs no compiled expression. `tests/test_expressions.py` looks for matches without
    them.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG, words: str = "") -> None:
        self.pattern, self.flags = pattern, flags
        self.words = tuple(words.split("|")) if words else ()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Compile the expression, and let its methods replace those below, which check the words first."""
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update((name, getattr(compiled, name)) for name in COMPILED_METHODS)
        return compiled

    def lacks_words(self, text: str) -> bool:
        """Tell whether a text cannot contain a match, since it contains none of the words."""
        if not self.words:
            return False
        small = text.casefold()
        return not any(map(small.__contains__, self.words))

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds a match."""
        return self.search(text) is not None

    def search(self, text: str, *within: int) -> re.Match[str] | None:
        return None if self.lacks_words(text) else self.compiled.search(text, *within)

    def match(self, text: str, *within: int) -> re.Match[str] | None:
        return None if self.lacks_words(text) else self.compiled.match(text, *within)

    def fullmatch(self, text: str, *within: int) -> re.Match[str] | None:
        return None if self.lacks_words(text) else self.compiled.fullmatch(text, *within)

    def finditer(self, text: str, *within: int) -> Iterator[re.Match[str]]:
        return iter(()) if self.lacks_words(text) else self.compiled.finditer(text, *within)

    def findall(self, text: str, *within: int) -> list[Any]:
        return [] if self.lacks_words(text) else self.compiled.findall(text, *within)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        return [text] if self.lacks_words(text) else self.compiled.split(text, maxsplit)

    def sub(self, new: Any, text: str, count: int = 0) -> str:
        return text if self.lacks_words(text) else self.compiled.sub(new, text, count)


class WordList:
    """Words and phrases, separated by `|`, to look for in a text, whole and in capitals or small letters.

    `delegat*` stands for every word that begins so. There is nothing to compile, so a list is ready a hundred
    times sooner than an expression of the same words.
    """

    def __init__(self, words: str) -> None:
        self.typed = words

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return each word as it stands in a text with separated words, and `word*` without its end."""
        return tuple(separate_words(self.typed)[1].replace(" * ", "").split("|"))

    @cached_property
    def single(self) -> frozenset[str]:
        """Return the whole single words, which are looked for among the words of a text."""
        return frozenset([word.strip() for word in self.words if is_single(word)])

    @cached_property
    def others(self) -> tuple[str, ...]:
        """Return the phrases and the beginnings of words, which are looked for in the whole text."""
        return tuple([word for word in self.words if not is_single(word)])

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds one of the words."""
        words, whole = separate_words(text)
        return not self.single.isdisjoint(words) or any(map(whole.__contains__, self.others))


def is_single(word: str) -> bool:
    """Tell whether a word of a list is whole and alone: ` board `, not ` delegat` or ` lay member `."""
    return word.endswith(" ") and word.count(" ") == 2


SIGN = Expression(r"([^\w\s])")


@lru_cache(maxsize=1024)
def separate_words(text: str) -> tuple[frozenset[str], str]:
    """Return the words and signs of a text in small letters, and join them with a space around each."""
    # Signs are few, so to split at them takes two thirds of the time of finding every word.
    words = " ".join(SIGN.split(text.lower())).split()
    return frozenset(words), f" {' '.join(words)} "


Words = Expression | WordList
