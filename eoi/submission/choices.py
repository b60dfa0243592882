"""A choice between a few words, with the other words that people use for each.

    Level = Literal["high", "medium", "low"]
    LEVEL: Choice[Level] = choice(Level, high="H, strong", low="L, weak")

The words stand in one place, from which the type checker, the reader, the schema and the message take them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Generic, TypeVar, get_args

from eoi.plain_words import find_nearest_words
from eoi.submission import Kind, quote
from eoi.submission.figures import read_figure

T = TypeVar("T")
JOINS = re.compile(r"[\s_\u2010\u2011-]+")
YES, NO = "y, true", "n, false"


class Choice(Kind[T], Generic[T]):
    """A kind of value that is one of a few words, in any case and joined by spaces, hyphens or low lines.

    `values` gives the value for each word, and `others` the other words that people use for it. An error
    message lists the words, and names the nearest.
    """

    def __init__(self, values: dict[str, T], others: dict[str, str]) -> None:
        super().__init__("choice", self.read_word, tuple(values))
        self.values, self.others = values, others

    @cached_property
    def meant(self) -> dict[str, str]:
        """The word that each known spelling means."""
        own = {normalise_word(word): word for word in self.words}
        return {normalise_word(other): word for word, other in self.list_others()} | own

    def list_others(self) -> Iterator[tuple[str, str]]:
        """Yield each word with each of its other spellings."""
        for word, others in self.others.items():
            for other in others.split(", "):
                yield word, other

    def read_word(self, typed: str) -> T:
        """Read one of the words; raise `ValueError` with the list of words for any other."""
        if typed in self.values:
            return self.values[typed]  # as most people type it
        line = read_figure(typed)
        word = self.meant.get(normalise_word(line))
        if word is None:
            shown = ", ".join(self.words[:-1])
            raise ValueError(f"write {shown} or {self.words[-1]}, not {quote(line)}{self.suggest(line)}")
        return self.values[word]

    def suggest(self, typed: str) -> str:
        """Return the nearest word as a question in brackets; return an empty text if none is near."""
        near = self.list_near(typed)
        return f" (did you mean {near[0]}?)" if near else ""

    def list_near(self, typed: str) -> list[str]:
        """Return the words that could be meant, the likeliest first."""
        word = normalise_word(typed)
        long = [other for other in self.meant if len(other) > 3]
        begun = [choice for choice in self.words if choice in long and word.startswith(choice)]
        return begun or list(dict.fromkeys(self.meant[other] for other in find_nearest_words(word, long)))


def normalise_word(word: str) -> str:
    """Return a text for comparison: in small letters, with single spaces, and without "the" before it."""
    return JOINS.sub(" ", word.strip(" .").lower()).removeprefix("the ")


def make_choice(words: object, **others: str) -> Choice[Any]:
    """Return the choice between the words of a `Literal`. Each keyword gives other spellings of one word."""
    return Choice({word: word for word in get_args(words)}, others)


def choose_yes_or_no(yes: str = "", no: str = "") -> Choice[bool]:
    """Return the choice of yes or no, with a field's own words for each: `recurrent`, `one-off`."""
    others = {"yes": join_lists(YES, yes), "no": join_lists(NO, no)}
    return Choice({"yes": True, "no": False}, others)


def join_lists(*lists: str) -> str:
    """Join texts that are lists with commas, leaving out empty ones."""
    return ", ".join(filter(None, lists))


FLAG = choose_yes_or_no()
ASKED = choose_yes_or_no("asked, consulted, was asked", "not asked, not consulted, not yet")
COTERMINOUS = choose_yes_or_no("coterminous", "not coterminous")
IN_PUBLIC = choose_yes_or_no("in public, public", "in private, private, not in public")
PREFERRED = choose_yes_or_no("preferred, preferred option", "not preferred, rejected")
RECURRENT = choose_yes_or_no(
    "recurrent, recurring", "non-recurrent, nonrecurrent, non-recurring, not recurrent, one-off"
)
