"""A rule: a small function from a case to problems, with the reason it exists.

A rule is one module in the folder of a family. It ends in `RULE = Rule(...)`, and its name is that of its
file. Three names mean the same in each: `check` finds what is wrong in a whole case, `judge` what is wrong
with one of the things that the rule looks at, and `report` words one problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any, NamedTuple

from eoi.certainties import CERTAINTIES, Certainty
from eoi.findings import Several, Severity
from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Round
from eoi.rules.case import Case
from eoi.rules.shared.words import Passage
from eoi.source.nodes import Path

__all__ = ["KINDS", "Case", "FindingKind", "Problem", "Rule"]


class FindingKind(IntEnum):
    """The kinds of things that rules find, in the order in which a reader wants to know."""

    CONTRADICTION = 1
    ARITHMETIC = 2
    UNFINISHED = 3
    ASKED = 4
    ANSWER = 5
    STYLE = 6


KINDS = {
    "consistency": FindingKind.CONTRADICTION,
    "prose": FindingKind.CONTRADICTION,
    "arithmetic": FindingKind.ARITHMETIC,
    "completeness": FindingKind.ANSWER,
    "wording": FindingKind.STYLE,
}


class Problem(NamedTuple):
    """One thing wrong, at the field that `path` leads to; `severity` can lower the rule's own.

    `other` is a second place that disagrees with the first, with what to say of it. `words` are the part of
    a long text that is meant, so that its own line is shown. `several` is what to say where the rule finds
    the same in several items; `also` are further fields that are meant, each with what it is. `instead` is
    what the value would have to be, where that can be told.
    """

    path: Path
    message: str
    help: str = ""
    other: tuple[Path, str] | None = None
    severity: Severity | None = None
    words: Passage | None = None
    several: Several | None = None
    also: tuple[tuple[Path, str], ...] = ()
    instead: str = ""


class Rule(FrozenValue):
    """A rule; `fails` and `passes` are examples in YAML, run by the tests and shown by `eoi explain`.

    `forms` are those it binds (all, if empty). `since` is the day from which it was asked at all, so that
    what guidance brought later cannot be held against an earlier round. What a rule with `stops_final` finds
    keeps a document from being final, whatever it weighs. `finds` is the kind of what it finds, where neither
    its family nor its certainty says so. `unless` names rules that say the same cause better: what they find
    at an item silences this rule there, and where it disagrees with that item.
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
    finds: FindingKind | None = None
    unless: tuple[str, ...] = ()
    question: str = ""

    @cached_property
    def name(self) -> str:
        return self.check.__module__.rpartition(".")[2].replace("_", "-")

    @cached_property
    def family(self) -> str:
        *_, family, _ = ("house", *self.check.__module__.split("."))
        return family

    @property
    def kind(self) -> FindingKind:
        """Return the kind of its findings.

        A file that states one thing in two ways contradicts itself, whichever of its parts do so.
        """
        if self.finds is None and self.family not in KINDS and self.certainty == "arithmetic":
            return FindingKind.CONTRADICTION
        return self.finds or KINDS.get(self.family, FindingKind.ASKED)

    @cached_property
    def is_about_itself(self) -> bool:
        """Tell whether a rule looks only at the contents of the file.

        No other rule applies to a file that was withdrawn or declined, since it need not be completed.
        """
        return self.certainty == "arithmetic" or self.family in ("wording", "reference")

    def weight(self, round_: Round, form: str) -> Severity | None:
        """Return how much it weighs in a round, or nothing if it does not bind."""
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
