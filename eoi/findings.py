"""A finding: one problem, at one place, with one thing to do about it.

Every stage reports findings, so that the terminal, the checklist and the document use the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cached_property
from typing import Literal, NamedTuple

from eoi.frozen_value import FrozenValue

Certainty = Literal["found", "seen", "inferred", "unverified", "arithmetic"]


class Severity(IntEnum):
    """The severity of a finding, from a suggestion to an error."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    __hash__ = int.__hash__  # that of an enumeration is slow, and severities are parts of many keys

    @cached_property  # the key of an enumeration is looked up slowly, and each finding asks
    def words(self) -> SeverityWords:
        """Return the words for this severity for each kind of reader."""
        return SEVERITY_WORDS[self]

    @cached_property
    def label(self) -> str:
        """Return the name of the severity for programs."""
        return self.words.label

    @cached_property
    def word(self) -> str:
        """Return the name of the severity for people."""
        return self.words.word


class SeverityWords(FrozenValue):
    """The words for a severity for each kind of reader.

    `request` is the word in documents for a question of this severity, and `style` is the style in the
    terminal.
    """

    label: str
    word: str
    request: str
    sarif_level: str
    github_command: str
    style: str


SEVERITY_WORDS = {
    Severity.ADVICE: SeverityWords("advice", "suggestion", "Suggested", "note", "notice", "bold blue"),
    Severity.WARNING: SeverityWords("warning", "warning", "Recommended", "warning", "warning", "bold yellow"),
    Severity.ERROR: SeverityWords("error", "error", "Required", "error", "error", "bold red"),
}


BY_NAME = {name: severity for severity in Severity for name in (severity.word, severity.label)}


class Position(NamedTuple):
    """A place in a text, counted from 1. Columns count characters, not bytes."""

    line: int
    column: int


class Span(NamedTuple):
    """A part of a text, from `start` up to, but not including, `end`."""

    start: Position
    end: Position


START = Span(Position(1, 1), Position(1, 1))


class LabelledPlace(NamedTuple):
    """A place that a finding mentions, with a label such as "first written here" or the name of an item.

    `path` is its place in the structure, such as `governance.groups[0].quorum`. `related` is a second place,
    which disagrees with this one.
    """

    span: Span
    label: str = ""
    path: str = ""
    related: LabelledPlace | None = None


class Several(NamedTuple):
    """The words of one finding that takes the place of equal ones on several items.

    In `message`, `{number}` and `{items}` stand for the number and the names of the items. In `help`,
    `{each of 3}` becomes "each" if all three items have the problem, and else says how many. An empty `help`
    is that of the first item. `item` is the name of this item. Findings with the same `key` are joined, or
    with the same path if it is empty. Findings with the same `list` become `parts` of one finding.
    """

    message: str
    item: str = ""
    help: str = ""
    key: str = ""
    list: str = ""


class Finding(NamedTuple):
    """A problem of a rule. `help` says what to write, and `path` is its place in the structure.

    `more` holds the other places of a joined finding. `key` identifies a finding however many places it has;
    if empty, its path does. `parts` are the findings that it consists of. `usual` is its severity before an
    organisation changed it. `instead` is the right value at its path, if it is known.
    """

    rule: str
    severity: Severity
    message: str
    span: Span = START
    help: str = ""
    path: str = ""
    related: LabelledPlace | None = None
    several: Several | None = None
    more: tuple[LabelledPlace, ...] = ()
    key: str = ""
    parts: tuple[Finding, ...] = ()
    usual: Severity | None = None
    instead: str = ""

    @property
    def places(self) -> tuple[LabelledPlace, ...]:
        """Return every place of the finding, its own place first."""
        return (LabelledPlace(self.span, self.item, self.path, self.related), *self.more)

    @property
    def item(self) -> str:
        return self.several.item if self.several else ""

    @property
    def lines(self) -> tuple[int, ...]:
        """Return the lines to look at, each once. A place that is not in the file has no line."""
        there = (place.span for place in self.places if place.span != START)
        return tuple(dict.fromkeys(span.start.line for span in there))


def make_error(
    rule: str,
    message: str,
    span: Span | None = None,
    *,
    help: str = "",
    path: str = "",
    related: LabelledPlace | None = None,
) -> Finding:
    """Return an error. Without a span, it is about the whole file, and is at its start."""
    return Finding(rule, Severity.ERROR, message, span or START, help, path, related)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def sort_findings_by_place(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings sorted by their place in the file, then by rule and message."""
    return tuple(sorted(findings, key=lambda finding: (finding.span.start, finding.rule, finding.message)))


class CertaintyWords(NamedTuple):
    """The words for a certainty: `in_documents` for a question, `in_pages` for a rule.

    A certainty without words for documents is not that of a round's question.
    """

    heaviest: Severity
    in_documents: str
    in_pages: str


CERTAINTIES: dict[Certainty, CertaintyWords] = {
    "found": CertaintyWords(Severity.ERROR, "Published", "published"),
    "seen": CertaintyWords(
        Severity.WARNING, "Seen in a submission", "seen in a submission or in minutes; it never fails one"
    ),
    "inferred": CertaintyWords(Severity.WARNING, "Deduced", "deduced; it never fails a submission"),
    "unverified": CertaintyWords(
        Severity.ADVICE, "Not verified", "general knowledge, not verified; it is only a suggestion"
    ),
    "arithmetic": CertaintyWords(Severity.ERROR, "", "the file itself"),
}
