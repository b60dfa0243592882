"""Findings that a file sets aside with a reason: `# eoi: ignore[rule-name] agreed with the area team`.

The comment speaks for its line; on a field's line, for all that the field holds; on a line of its own, for
the line below. Without a reason it does not count: an assessor would ask for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from eoi.findings import Finding, Position, Severity, Span
from eoi.source import Source
from eoi.source.nodes import Entry, Mapping, Node, Scalar, Sequence

COMMENT = re.compile(r"(?:^|\s)(#\s*eoi:\s*ignore\[([^\]]*)\][ \t]*(.*?))\s*$")


@dataclass(frozen=True, slots=True)
class Suppression:
    """`first` to `last` are the lines it speaks for, both included."""

    rules: tuple[str, ...]
    reason: str
    span: Span
    first: int
    last: int

    def covers(self, rule: str, line: int) -> bool:
        return bool(self.reason) and rule in self.rules and self.first <= line <= self.last


def suppressions(source: Source) -> tuple[Suppression, ...]:
    if source.tree is None or "eoi:" not in source.text:
        return ()
    entries, scalars = list(walk_entries(source.tree)), list(walk_scalars(source.tree))
    lines = source.text.split("\n")
    return tuple(
        suppression(match, number, lines, entries)
        for number, line in enumerate(lines, start=1)
        if (match := COMMENT.search(line)) and not is_text(Position(number, match.start(1) + 1), scalars)
    )


def suppression(match: re.Match[str], number: int, lines: list[str], entries: list[Entry]) -> Suppression:
    target = number if lines[number - 1].split("#")[0].strip() else next_line(number, lines)
    rules = tuple(name.strip() for name in match[2].split(",") if name.strip())
    start, end = Position(number, match.start(1) + 1), Position(number, match.end(1) + 1)
    ends = (last_line(entry.value) for entry in entries if entry.key.span.start.line == target)
    return Suppression(rules, match[3], Span(start, end), target, max(ends, default=target))


def next_line(number: int, lines: list[str]) -> int:
    """The next line that says something."""
    following = enumerate(lines[number:], start=number + 1)
    return next((n for n, line in following if line.strip() and not line.lstrip().startswith("#")), number)


def last_line(node: Node) -> int:
    match node:
        case Scalar(span=span):
            # A block of text ends where the next line begins.
            return span.end.line - 1 if span.end.column == 1 else span.end.line
        case Sequence(items=items):
            return max((last_line(item) for item in items), default=node.span.start.line)
        case Mapping(entries=entries):
            return max((last_line(entry.value) for entry in entries), default=node.span.start.line)


def walk_entries(node: Node) -> Iterator[Entry]:
    match node:
        case Mapping(entries=entries, blank=blank):
            for entry in (*entries, *blank):
                yield entry
                yield from walk_entries(entry.value)
        case Sequence(items=items):
            for item in items:
                yield from walk_entries(item)


def walk_scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from walk_scalars(item)
        case Mapping(entries=entries):
            for entry in entries:
                yield from walk_scalars(entry.value)


def is_text(place: Position, scalars: Iterable[Scalar]) -> bool:
    """Whether the comment is really part of a value: of a block of text, or between quotation marks."""
    return any(
        scalar.span.start < place < scalar.span.end and (scalar.quoted and not is_header(place, scalar))
        for scalar in scalars
    )


def is_header(place: Position, scalar: Scalar) -> bool:
    """On the line of the bar that opens a block of text, a comment is still a comment."""
    span = scalar.span
    return place.line == span.start.line < span.end.line


def without_ignored(
    findings: Iterable[Finding], comments: tuple[Suppression, ...]
) -> tuple[list[Finding], set[Suppression]]:
    """The findings that no comment sets aside, and the comments that set one aside."""
    kept, used = [], set[Suppression]()
    for finding in findings:
        covering = [comment for comment in comments if comment.covers(finding.rule, finding.span.start.line)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    return kept, used


def idle_comments(found: Iterable[Suppression], used: Set[object], known: Iterable[str]) -> Iterator[Finding]:
    """Comments that do nothing, and why."""
    names = set(known)
    for comment in found:
        unknown = [name for name in comment.rules if name not in names]
        if not comment.reason:
            message, help_ = (
                "This gives no reason, so it sets nothing aside.",
                "Add the reason after the bracket.",
            )
        elif unknown or not comment.rules:
            message = f"There is no rule `{', '.join(unknown)}`." if unknown else "This names no rule."
            help_ = "Name the rule as the finding does, in brackets."
        elif comment not in used:
            message, help_ = "This sets nothing aside: the rule finds nothing here.", "Delete the comment."
        else:
            continue
        yield Finding("idle-ignore", Severity.WARNING, message, comment.span, help=help_)
