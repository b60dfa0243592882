"""A finding: one problem, at one place, with one thing to do about it.

Every stage speaks in findings and every report shows them, so the terminal, the checklist and the
document use the same words for the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from eoi.frozen_value import FrozenValue


class Severity(IntEnum):
    """The weight of a finding."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def words(self) -> SeverityWords:
        """Return the words for each kind of reader."""
        return SEVERITY_WORDS[self]

    @property
    def label(self) -> str:
        """Return its name in data and in formats that programs read."""
        return self.words.label

    @property
    def word(self) -> str:
        """Return its name wherever people read."""
        return self.words.word


class SeverityWords(FrozenValue):
    """The words that each kind of reader has for a severity.

    `request` is how the documents call a question whose answer weighs as much; `style` is for the terminal.
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


class Position(NamedTuple):
    """A place in a text, counted from 1; columns count characters, not bytes."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of text from `start` up to, but not including, `end`."""

    start: Position
    end: Position


START = Span(Position(1, 1), Position(1, 1))


class LabelledPlace(NamedTuple):
    """A place that a finding mentions, with a label: "first written here", or the name of an item.

    `path` is the place in the structure: `governance.groups[0].quorum`; `related` is a second place, which
    disagrees with this one.
    """

    span: Span
    label: str = ""
    path: str = ""
    related: LabelledPlace | None = None


class Several(NamedTuple):
    """The words of a finding that holds for several items: `{number}` of them, by the name `{items}`.

    Findings of one rule that say the same of several items are one finding. `item` names the one that is
    meant; without `help`, that of the first does for all. `key` is what the finding is known by, if not by
    the path of any item. Fields missing from the items of one `list` are one finding, in as many `parts`.
    """

    message: str
    item: str = ""
    help: str = ""
    key: str = ""
    list: str = ""


class Finding(NamedTuple):
    """`help` says what to write; `path` is a place in the structure: `governance.groups[0].quorum`.

    `more` are the other places of which it says the same. `key` is what it is known by however many they
    are; without one, it is known by its path. `parts` are the findings that it consists of. `usual` is what
    it weighs elsewhere, where an organisation has given it another weight. `instead` is what the value at its
    path would have to be, where that can be told.
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
        """Return every place where it holds; the first is its own."""
        return (LabelledPlace(self.span, self.item, self.path, self.related), *self.more)

    @property
    def item(self) -> str:
        return self.several.item if self.several else ""

    @property
    def lines(self) -> tuple[int, ...]:
        """List the lines to look at, each once; a place with no line in the file has none."""
        there = (place.span for place in self.places if place.span != START)
        return tuple(dict.fromkeys(span.start.line for span in there))


def error(
    rule: str,
    message: str,
    span: Span | None = None,
    *,
    help: str = "",
    path: str = "",
    related: LabelledPlace | None = None,
) -> Finding:
    """Return an error; without a span it is about the file as a whole, and points at its start."""
    return Finding(rule, Severity.ERROR, message, span or START, help, path, related)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def in_file_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by their place in the file, then by rule and message."""
    return tuple(sorted(findings, key=lambda finding: (finding.span.start, finding.rule, finding.message)))
