"""Findings that a file sets aside with a reason: `# eoi: ignore[rule-name] agreed with the area team`.

A comment applies to its line. On the line of a field, it applies to everything in the field, and on a line of
its own, to the next line. `# eoi: ignore-file[rule-name] reason` applies to the whole file. Without a reason,
neither has an effect, since an assessor would ask for one.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from eoi.expressions import Expression
from eoi.findings import Finding, Position, Span
from eoi.frozen_value import FrozenValue
from eoi.source import Source
from eoi.source.comments import find_texts, is_text
from eoi.source.nodes import Mapping, Node, Place, Scalar, Sequence, walk_values

COMMENT = Expression(r"(?<!\S)#\s*eoi:(?:\s*ignore(-file)?\[([^\[\]]*)\])?")


class IgnoreComment(FrozenValue):
    """A comment that sets rules aside from line `first` to line `last`, including both."""

    rules: tuple[str, ...]
    reason: str
    span: Span
    first: int
    last: int


ByRule = defaultdict[str, list[IgnoreComment]]


def find_ignore_comments(source: Source) -> tuple[IgnoreComment, ...]:
    """Return the comments of a file that set findings aside, with the lines that each applies to."""
    if source.tree is None:
        return ()
    lines = source.text.split("\n")
    texts = find_texts((value for _, value in walk_values(source.tree)), lines)
    targets = find_next_filled_lines(lines)
    ends: dict[int, int] = {}
    find_last_line(source.tree, ends)
    return tuple(
        read_ignore_comment(match, number, targets[number - 1], ends)
        for number, line in enumerate(lines, start=1)
        if (match := find_comment_in_line(line, number, texts))
    )


def read_ignore_comment(
    match: re.Match[str], number: int, target: int, ends: dict[int, int]
) -> IgnoreComment:
    """Read a comment: the rules that it names, its reason and its lines."""
    rules = tuple(name.strip() for name in (match[2] or "").split(",") if name.strip())
    line = match.string.rstrip()
    span = Span(Position(number, match.start() + 1), Position(number, len(line) + 1))
    first, last = (1, sys.maxsize) if match[1] else (target, ends.get(target, target))
    return IgnoreComment(rules, line[match.end() :].strip(), span, first, last)


def find_comment_in_line(line: str, number: int, texts: list[Place]) -> re.Match[str] | None:
    """Return the comment in a line, or None.

    A `#` in quotation marks or in a long text begins no comment.
    """
    found = COMMENT.finditer(line)
    return next((match for match in found if not is_text(Position(number, match.start() + 1), texts)), None)


def find_next_filled_lines(lines: list[str]) -> list[int]:
    """Return, for each line, the first line from it on that has more than a comment."""
    targets = list(range(1, len(lines) + 1))
    for index in range(len(lines) - 2, -1, -1):
        if not lines[index].split("#")[0].strip():
            targets[index] = targets[index + 1]
    return targets


def find_last_line(node: Node, ends: dict[int, int]) -> int:
    """Return the last line of a node, and record in `ends` the last line for each first line within it."""
    last = node.span.start.line
    match node:
        case Scalar(span=span):
            # The end of a block of text is the start of the next line.
            last = span.end.line - 1 if span.end.column == 1 else span.end.line
            note_end(ends, span.start.line, last)
        case Sequence(items=items):
            last = max((find_last_line(item, ends) for item in items), default=last)
        case Mapping(entries=entries, blank=blank):
            for entry in (*entries, *blank):
                inner = find_last_line(entry.value, ends)
                note_end(ends, entry.key.span.start.line, inner)
                last = max(last, inner)
    return last


def note_end(ends: dict[int, int], line: int, last: int) -> None:
    """Record the last line of a value that begins on a line, unless a longer one is recorded."""
    ends[line] = max(last, ends.get(line, line))


def group_by_rule(comments: Iterable[IgnoreComment]) -> ByRule:
    """Return the comments with a reason by the rules that they name."""
    named = ByRule(list)
    for comment in comments:
        for rule in set(comment.rules) if comment.reason else ():
            named[rule].append(comment)
    return named


def find_covering_comments(named: ByRule, rule: str, line: int) -> list[IgnoreComment]:
    """Return the comments that set a rule aside on a line."""
    return [comment for comment in named.get(rule, ()) if comment.first <= line <= comment.last]


class SetAside(FrozenValue):
    """A finding that a comment sets aside. The checklist shows it with the reason."""

    finding: Finding
    comments: tuple[IgnoreComment, ...]

    @property
    def reason(self) -> str:
        return self.comments[0].reason


def set_aside_findings(
    findings: Iterable[Finding], comments: tuple[IgnoreComment, ...]
) -> tuple[list[Finding], list[SetAside]]:
    """Return the findings that no comment sets aside, and those that a comment does."""
    kept, aside = list[Finding](), list[SetAside]()
    named = group_by_rule(comments)
    for finding in findings:
        if covering := find_covering_comments(named, finding.rule, finding.span.start.line):
            aside.append(SetAside(finding, tuple(covering)))
        else:
            kept.append(finding)
    return kept, aside


def report_every_idle_comment(
    found: Iterable[IgnoreComment], used: Set[object], known: Iterable[str]
) -> Iterator[Finding]:
    """Yield a finding for each comment without an effect, with the reason."""
    names = set(known)
    for comment in found:
        yield from report_idle_comment(comment, comment in used, names)


def report_idle_comment(comment: IgnoreComment, is_used: bool, known: Set[str]) -> Iterator[Finding]:
    """Report a comment without a reason, without a rule that is known, or without an effect."""
    from eoi.parse_errors.values import (  # late: few files set anything aside
        NO_REASON,
        NO_RULE,
        NO_SUCH_RULE,
        NOTHING_SET_ASIDE,
    )

    unknown = [name for name in comment.rules if name not in known]
    if not comment.reason:
        yield NO_REASON.at(comment.span)
    elif not comment.rules:
        yield NO_RULE.at(comment.span)
    elif unknown:
        yield NO_SUCH_RULE.at(comment.span, rules=", ".join(unknown))
    elif not is_used:
        yield NOTHING_SET_ASIDE.at(comment.span)
