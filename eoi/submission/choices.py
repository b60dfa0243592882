"""One of a few words, and the other words that people use for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Any

from eoi.submission.fields import Read, figure, quoted

JOINS = re.compile(r"[\s_\u2010\u2011-]+")
YES, NO = "y, true", "n, false"


@dataclass(frozen=True, eq=False)
class Choice:
    """Reads one of `words`, whatever its case and however its words are joined; `others` are what else means
    one of them. The message lists `words` and names the nearest."""

    words: tuple[str, ...]
    others: dict[str, str]
    meant: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        own = {plain(word): word for word in self.words}
        others = {plain(other): word for word, other in self.spoken()}
        object.__setattr__(self, "meant", others | own)

    def spoken(self) -> Iterator[tuple[str, str]]:
        for word, others in self.others.items():
            for other in others.split(", "):
                yield word, other

    def __call__(self, value: Any) -> str:
        typed = figure(value)
        word = self.meant.get(plain(typed))
        if word is None:
            shown = ", ".join(self.words[:-1])
            raise ValueError(f"write {shown} or {self.words[-1]}, not {quoted(typed)}{self.hint(typed)}")
        return word

    def hint(self, typed: str) -> str:
        word = plain(typed)
        long = [other for other in self.meant if len(other) > 3]
        begun = [choice for choice in self.words if choice in long and word.startswith(choice)]
        near = begun or [self.meant[other] for other in get_close_matches(word, long, n=1)]
        return f" (did you mean {near[0]}?)" if near else ""


def plain(word: str) -> str:
    """In small letters, its words joined by spaces, without "the" before it."""
    return JOINS.sub(" ", word.strip(" .").lower()).removeprefix("the ")


def one_of(*words: str, **others: str) -> Choice:
    """`one_of("yes", "no", no="out of scope, n")`: what else means a word is a list with commas."""
    return Choice(words, others)


@dataclass(frozen=True, eq=False)
class YesOrNo:
    """Yes or no, in the words that fit the field as well: `recurrent`, `one-off`."""

    choice: Choice

    def __call__(self, value: Any) -> bool:
        return self.choice(value) == "yes"


def yes_or_no(yes: str = "", no: str = "") -> YesOrNo:
    return YesOrNo(one_of("yes", "no", yes=together(YES, yes), no=together(NO, no)))


def together(*lists: str) -> str:
    return ", ".join(filter(None, lists))


Flag = Annotated[bool, Read(yes_or_no())]
Asked = Annotated[bool, Read(yes_or_no("asked, consulted, was asked", "not asked, not consulted, not yet"))]
Coterminous = Annotated[bool, Read(yes_or_no("coterminous", "not coterminous"))]
InPublic = Annotated[bool, Read(yes_or_no("in public, public", "in private, private, not in public"))]
Preferred = Annotated[bool, Read(yes_or_no("preferred, preferred option", "not preferred, rejected"))]
Recurrent = Annotated[
    bool,
    Read(
        yes_or_no(
            "recurrent, recurring", "non-recurrent, nonrecurrent, non-recurring, not recurrent, one-off"
        )
    ),
]
