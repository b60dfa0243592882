"""What a rule is: a small function from a case to problems, with the reason it exists.

A rule is one module in the folder of a family. It ends in `RULE = Rule(...)`, and its name is that of its
file. Three names mean the same in each: `check` finds what is wrong in a whole case, `judge` what is wrong
with one of the things that the rule looks at, and `report` words one problem.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from eoi.certainties import CERTAINTIES, Certainty
from eoi.checklist.items import Checklist
from eoi.findings import Several, Severity
from eoi.missing import Missing, all_missing
from eoi.rounds.model import Round
from eoi.rules.shared.dates import list_dates
from eoi.rules.shared.prose_figures import ProseFigure, list_prose_figures
from eoi.rules.shared.sentences import Prose, Sentence
from eoi.rules.shared.texts import Written, list_texts
from eoi.rules.shared.words import Words
from eoi.source.nodes import Mapping, Path
from eoi.submission.answers import Placeholder
from eoi.submission.days import When
from eoi.submission.model import Submission
from eoi.submission.paths import Lookup


class Kind(IntEnum):
    """What kind of thing a rule finds, in the order in which a reader wants to know."""

    CONTRADICTION = 1
    ARITHMETIC = 2
    UNFINISHED = 3
    ASKED = 4
    ANSWER = 5
    STYLE = 6


KINDS = {
    "consistency": Kind.CONTRADICTION,
    "prose": Kind.CONTRADICTION,
    "arithmetic": Kind.ARITHMETIC,
    "completeness": Kind.ANSWER,
    "wording": Kind.STYLE,
}


class Problem(NamedTuple):
    """One thing wrong, at the field that `path` leads to; `severity` can lower the rule's own.

    `other` is a second place that disagrees with the first, with what to say of it. `words` are the part of
    a long text that is meant, so that its own line is shown. `several` is what to say where the rule finds
    the same in several items; `also` are further fields that are meant, each with what it is.
    """

    path: Path
    message: str
    help: str = ""
    other: tuple[Path, str] | None = None
    severity: Severity | None = None
    words: Words | None = None
    several: Several | None = None
    also: tuple[tuple[Path, str], ...] = ()


@dataclass(frozen=True)
class Case:
    """What a rule judges; `text` is the file as typed, `texts` all that it says, in reading order.

    `placeholders` are the whole values that are no answer; most of them are in the submission no more.
    `known` are the places that were looked up already.
    """

    submission: Submission
    round: Round
    tree: Mapping
    checklist: Checklist
    text: str = ""
    placeholders: tuple[Placeholder, ...] = ()
    known: Lookup | None = None

    @cached_property
    def lookup(self) -> Lookup:
        return self.known or Lookup(self.submission)

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        return tuple(list_texts(self.submission))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """Return each of the texts in lower case."""
        return tuple([written.text.lower() for written in self.texts])

    @cached_property
    def whole(self) -> str:
        """Return all the texts in lower case, to see at once what none of them says."""
        return "\n".join(self.lowered)

    def texts_with(self, signs: Iterable[str]) -> Iterator[Written]:
        """Yield the texts that hold one of the signs, given in lower case: quick, where few have any."""
        numbers = {number for sign in signs for number in self.numbers_with(sign)}
        return (self.texts[number] for number in sorted(numbers))

    def numbers_with(self, sign: str) -> Iterator[int]:
        """Yield the numbers of the texts that hold a sign, found in all of them at once."""
        at = self.whole.find(sign)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            at = self.whole.find(sign, self.starts[number] + len(self.lowered[number]))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return where in `whole` each of the texts begins."""
        return tuple(accumulate((len(lowered) + 1 for lowered in self.lowered[:-1]), initial=0))

    @cached_property
    def dates(self) -> tuple[tuple[Path, When], ...]:
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
        """Return every figure of these sentences that can be held against a field."""
        return tuple(list_prose_figures(self.prose, self.submission.applicants))

    @cached_property
    def missing(self) -> dict[str, list[Missing]]:
        """Return what the round asks for and the file lacks, in as few things as say it all, by rule."""
        found = defaultdict[str, list[Missing]](list)
        for one in all_missing(self.checklist):
            found[one.rule].append(one)
        return found

    @cached_property
    def asked(self) -> str:
        """Return everything that is said about engagement and support: a body can be named anywhere in it."""
        return self.said_in("engagement", "support")

    def said_in(self, *names: str) -> str:
        """Return all that these parts of the submission say, to look for words in."""
        return "\n".join([written.text for written in self.texts if written.path[0] in names])

    @cached_property
    def kept(self) -> dict[object, Any]:
        """Return what several rules ask for and was worked out already."""
        return {}

    def given(self, pattern: str) -> tuple[tuple[Path, Any], ...]:
        """Return every place that `pattern` leads to and that holds something."""
        if pattern not in self.kept:
            self.kept[pattern] = tuple(
                [
                    (path, value)
                    for path, value in self.lookup.places(pattern)
                    if value or not (value is None or isinstance(value, tuple))
                ]
            )
        return self.kept[pattern]  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Rule:
    """`fails` and `passes` are examples in YAML, run by the tests and shown by `eoi explain`.

    `forms` are those it binds (all, if empty); `since` is the day from which it was asked at all, so that
    what guidance brought later cannot be held against an earlier round. What a rule with `stops_final` finds
    keeps a document from being final, whatever it weighs. `finds` is the kind of what it finds, where neither
    its family nor its certainty says so. What a rule of those in `unless` finds at the same item has the same
    cause, and says it better. `question` is what a chair would be asked because of it.
    """

    summary: str
    why: str
    check: Callable[[Case], Iterable[Problem]]
    severity: Severity
    certainty: Certainty
    source: str
    fails: str
    passes: str
    forms: tuple[str, ...] = ()
    since: date | None = None
    stops_final: bool = False
    finds: Kind | None = None
    unless: tuple[str, ...] = ()
    question: str = ""

    @cached_property
    def name(self) -> str:
        return self.check.__module__.rpartition(".")[2].replace("_", "-")

    @cached_property
    def family(self) -> str:
        return self.check.__module__.split(".")[-2]

    @property
    def kind(self) -> Kind:
        """Return what it finds: what a file says in two ways is a contradiction, whichever part says so."""
        if self.finds is None and self.family not in KINDS and self.certainty == "arithmetic":
            return Kind.CONTRADICTION
        return self.finds or KINDS.get(self.family, Kind.ASKED)

    @cached_property
    def is_about_itself(self) -> bool:
        """Tell whether it looks only at what is there.

        A file that was withdrawn or declined is asked for no more.
        """
        return self.certainty == "arithmetic" or self.family in ("wording", "reference")

    def weight(self, round_: Round, form: str) -> Severity | None:
        """Return how much it weighs in a round, or nothing where it does not bind."""
        return self.weight_in(round_.rules, round_.dated.last, form)

    def weight_in(self, rules: dict[str, Any], last: date, form: str) -> Severity | None:
        """Return the same for a round that chose these `rules`, and closed on its `last` day."""
        if (self.forms and form not in self.forms) or (self.since and last < self.since):
            return None
        chosen = rules.get(self.name)
        if chosen == "off":
            return None
        return min(
            Severity[chosen.upper()] if chosen else self.severity, CERTAINTIES[self.certainty].heaviest
        )
