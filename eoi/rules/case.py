"""The case that a rule judges: a submission with its round, and values that several rules need."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, wraps
from itertools import accumulate
from typing import Any, TypeVar

from eoi.checklist import Checklist
from eoi.frozen_value import FrozenValue
from eoi.missing import MissingAnswerGroup, list_missing_answers
from eoi.rounds.model import Round
from eoi.rules.shared import FoundText, list_dates, list_texts
from eoi.rules.shared.figures import ProseFigure, list_prose_figures
from eoi.rules.shared.prose import Prose, Sentence
from eoi.source.nodes import Mapping, Path
from eoi.submission.days import DateRange
from eoi.submission.model import Submission
from eoi.submission.paths import Lookup
from eoi.submission.reading import Placeholder

# Letters that are frequent in every text.
COMMON = frozenset("abcdefghiklmnoprstuvwy ,.-'’\n")
T = TypeVar("T")


class Case(FrozenValue):
    """A submission for rules to judge.

    `text` is the file as typed, and `texts` are all its texts in reading order. `placeholders` are values
    that are no answer, such as `TBC`; most of them are no longer in the submission. `known` holds the places
    that have been looked up already.
    """

    submission: Submission
    round: Round
    tree: Mapping
    checklist: Checklist
    text: str = ""
    placeholders: tuple[Placeholder, ...] = ()
    known: Lookup | None = None

    @property
    def is_joint(self) -> bool:
        return len(self.submission.applicants) > 1

    @property
    def the_ccg(self) -> str:
        """Return the words for the applicants: "the CCG", or "the CCGs"."""
        return "the CCGs" if self.is_joint else "the CCG"

    @property
    def of_the_ccg(self) -> str:
        """Return the possessive of the applicants: "the CCG's", or "the CCGs'"."""
        return "the CCGs'" if self.is_joint else "the CCG's"

    @cached_property
    def lookup(self) -> Lookup:
        return self.known or Lookup(self.submission)

    @cached_property
    def texts(self) -> tuple[FoundText, ...]:
        return tuple(list_texts(self.submission))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """Return each of the texts in lower case."""
        return tuple([written.text.lower() for written in self.texts])

    @cached_property
    def whole(self) -> str:
        """Join all the texts in lower case, so that one search tells whether any of them has a string."""
        return "\n".join(self.lowered)

    def find_texts(self, signs: Iterable[str]) -> Iterator[FoundText]:
        """Yield the texts that contain one of the strings `signs`, which are in lower case.

        That is quick if few texts contain any. Most files have few signs of one character.
        """
        there = [sign for sign in signs if len(sign) > 1 or sign in self.whole]
        numbers = {number for sign in there for number in self.find_numbers_of_texts(sign)}
        return (self.texts[number] for number in sorted(numbers))

    def find_numbers_of_texts(self, sign: str) -> Iterator[int]:
        """Yield the indexes of the texts that contain a string, by one search through all of them."""
        at = find_sign(sign, self.whole)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            at = find_sign(sign, self.whole, self.starts[number] + len(self.lowered[number]))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return the index in `whole` at which each text begins."""
        return tuple(accumulate([len(lowered) + 1 for lowered in self.lowered[:-1]], initial=0))

    @cached_property
    def dates(self) -> tuple[tuple[Path, DateRange], ...]:
        return tuple(list_dates(self.submission))

    @cached_property
    def prose(self) -> Prose:
        """Return the sentences in which the applicants speak for themselves."""
        return Prose(self.texts)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.prose.sentences

    @cached_property
    def figures(self) -> tuple[ProseFigure, ...]:
        """Return every figure of these sentences that can be compared with a field."""
        return tuple(list_prose_figures(self.prose, self.submission.applicants))

    @cached_property
    def missing(self) -> dict[str, list[MissingAnswerGroup]]:
        """Return the missing answers by the name of their rule, joined into as few as possible."""
        found: defaultdict[str, list[MissingAnswerGroup]] = defaultdict(list)
        for one in list_missing_answers(self.checklist):
            found[one.rule].append(one)
        return found

    @cached_property
    def engagement_texts(self) -> str:
        """Return all the texts on engagement and support, since any of them can name a body."""
        return self.join_texts_of("engagement", "support")

    def join_texts_of(self, *names: str) -> str:
        """Return all texts in these parts of the submission in lower case, to look for words in."""
        both = zip(self.texts, self.lowered, strict=True)
        return "\n".join([lowered for written, lowered in both if written.path[0] in names])

    @cached_property
    def worked_out(self) -> dict[object, Any]:
        """Values that several rules ask for and that are computed already."""
        return {}

    def list_values(self, pattern: str) -> tuple[tuple[Path, Any], ...]:
        """Return the path and the value of every place that matches `pattern` and holds something."""
        known = self.worked_out
        if pattern not in known:
            filled = []
            for path, value in self.lookup.find_places(pattern):
                if value or not (value is None or isinstance(value, tuple)):
                    filled.append((path, value))
            known[pattern] = tuple(filled)
        return known[pattern]  # type: ignore[no-any-return]


def find_sign(sign: str, text: str, start: int = 0) -> int:
    """Return the index of a string in a text from `start` on, or -1.

    Search for its rarest letter first: Python finds one letter thirty times as fast as two.
    """
    rare = find_rare_letter(sign)
    if rare < 0:
        return text.find(sign, start)
    at = text.find(sign[rare], start + rare)
    while at >= 0 and not text.startswith(sign, at - rare):
        at = text.find(sign[rare], at + 1)
    return at - rare if at >= 0 else -1


@lru_cache(maxsize=256)
def find_rare_letter(sign: str) -> int:
    """Return the index of the first letter of a string that most texts rarely contain, or -1."""
    return next((index for index, letter in enumerate(sign) if letter not in COMMON), -1)


def work_out_once(work: Callable[[Case], T]) -> Callable[[Case], T]:
    """Wrap a function so that it computes its value once for each case, however many rules need it."""

    @wraps(work)
    def look_up(case: Case) -> T:
        known = case.worked_out
        if work not in known:
            known[work] = work(case)
        return known[work]  # type: ignore[no-any-return]

    return look_up
