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

from eoi.findings import CERTAINTIES, Certainty, Several, Severity
from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Round
from eoi.rules.case import Case
from eoi.rules.shared.prose.words import Passage
from eoi.source.nodes import Path

__all__ = ["KINDS", "Case", "FindingKind", "Problem", "Rule", "RuleProperties"]


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
    """A single problem at the field that `path` leads to. `severity` can lower the rule's own.

    `help` says what to write. `other` is a second place that disagrees with the first, and `also` lists more
    places, each with a label. `words` is the part of a long text that is wrong, whose line is shown.
    `instead` is the right value, if it is known. `several` has the message for several items with this
    problem.
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


class RuleProperties:
    """The name, kind and weight of a rule, which follow from its facts, loaded or only outlined."""

    module: str
    severity: Severity
    certainty: Certainty
    forms: tuple[str, ...]
    since: date | None
    finds: FindingKind | None
    needs: tuple[str, ...]

    @cached_property
    def places(self) -> frozenset[str]:
        """Return the places that a rule needs, each up to the first list on the way."""
        return frozenset([need.partition("[]")[0] for need in self.needs])

    @cached_property
    def name(self) -> str:
        return self.module.rpartition(".")[2].replace("_", "-")

    @cached_property
    def family(self) -> str:
        *_, family, _ = ("house", *self.module.split("."))
        return family

    @property
    def kind(self) -> FindingKind:
        """Return the kind of the rule's findings.

        A rule of any family that compares two statements of a file finds contradictions.
        """
        if self.finds is None and self.family not in KINDS and self.certainty == "arithmetic":
            return FindingKind.CONTRADICTION
        return self.finds or KINDS.get(self.family, FindingKind.ASKED)

    @cached_property
    def is_about_itself(self) -> bool:
        """Tell whether a rule looks only at the contents of the file.

        Only such rules apply to a file that was withdrawn or declined, since it need not be completed.
        """
        return self.certainty == "arithmetic" or self.family in ("wording", "reference")

    def weight(self, round_: Round, form: str) -> Severity | None:
        """Return the severity of the rule in a round, or None if it does not bind this form."""
        return self.weight_in(round_.rules, round_.dated.last, form)

    def weight_in(self, rules: dict[str, Any], last: date, form: str) -> Severity | None:
        """Return the severity in a round that set these `rules` and closed on its `last` day, or None."""
        if (self.forms and form not in self.forms) or (self.since and last < self.since):
            return None
        chosen = rules.get(self.name)
        if chosen == "off":
            return None
        return min(
            Severity[chosen.upper()] if chosen else self.severity, CERTAINTIES[self.certainty].heaviest
        )


class Rule(RuleProperties, FrozenValue):
    """A rule, with examples in YAML that fail and pass, which tests run and `eoi explain` shows.

    `forms` are the forms that it binds, or all if empty. `since` is the day from which it was asked, so that
    later guidance does not bind earlier rounds. Findings of a rule with `stops_final` keep a document from
    being final, whatever their severity. `finds` is the kind of its findings, if neither its family nor its
    certainty tells. `unless` names rules that report the same cause better: their finding at an item silences
    this rule for it. `needs` are places of which at least one must hold something before the rule finds
    anything, so that it is not asked about other files, and not loaded for a single one. `question` replaces
    the question that findings of its kind raise, such as "Who leads?".
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
    needs: tuple[str, ...] = ()

    @cached_property
    def module(self) -> str:  # type: ignore[override]  # no field is ever set
        """Return the name of the module that holds the rule."""
        return self.check.__module__
