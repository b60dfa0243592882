"""Ways to read on after a slip: as if it were corrected, or without the lines that cannot be read."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import yaml

from eoi.findings import Finding, Position
from eoi.frozen_value import FrozenValue
from eoi.parse_errors.yaml import UNREAD_LINES
from eoi.source import tree
from eoi.source.draft import Draft
from eoi.source.nodes import Names, Node
from eoi.source.outline import measure_indent
from eoi.source.parser_error import ParserError, make_span_of_words, read_parser_error
from eoi.source.slips import find_repair
from eoi.source.slips.comments import is_cause
from eoi.source.syntax import report_syntax
from eoi.source.tree import CannotGoOn, build_tree
from eoi.source.window import Edits, find_parents

MAX_SLIPS = 20
# The whole text is read again after each slip; a large file is not read again for so many.
MAX_READ_AGAIN = 3 * 1024 * 1024


class RecoveredTree(FrozenValue):
    """The result of reading on after slips. `lost` holds the numbers of the lines that were left out."""

    root: Node | None
    findings: tuple[Finding, ...]
    lost: tuple[int, ...]


def recover(text: str, problem: Exception, refused: list[Finding], names: Names) -> RecoveredTree:
    """Read as much as possible of a text at which the parser raised `problem`, and report every slip."""
    return Recovery(text, names).run(problem, refused)


class Recovery:
    """The repeated reading of a file after each slip, with the findings so far."""

    def __init__(self, text: str, names: Names) -> None:
        self.draft, self.names = Draft.of(text), names
        self.findings: list[Finding] = []
        self.lost: set[int] = set()
        self.edited: set[int] = set()
        self.root: Node | None = None
        # The place of each repaired slip, and the original of its lines.
        self.repaired: list[tuple[Position, dict[int, tuple[str, ...]]]] = []

    def run(self, problem: Any, refused: list[Finding]) -> RecoveredTree:
        for _ in range(limit_slips(self.draft.text)):
            self.skip_slip(problem, refused)
            refused = []
            try:
                self.root = build_tree(self.draft.text, refused)
                problem = None
            except CannotGoOn as stop:
                self.keep([*refused, stop.finding])
                return self.result()
            except (yaml.YAMLError, ValueError, OverflowError, LookupError) as another:
                problem = another
                continue
            self.keep(refused)
            return self.result()
        self.keep(refused)
        self.give_up(read_parser_error(problem, self.draft.text))
        return self.result()

    def result(self) -> RecoveredTree:
        unread = report_unread(self.draft.typed, sorted(self.lost))
        root = self.draft.restore_node(self.root) if self.root else None
        # Refusals at one place before and after a repair are one problem, even if the words changed.
        found = {(one.rule, one.span.start): one for one in reversed([*self.findings, *unread])}
        return RecoveredTree(root, tuple(found.values()), tuple(sorted(self.lost)))

    def skip_slip(self, problem: Any, refused: list[Finding]) -> None:
        """Report the slip, and repair it in the draft or leave its lines out."""
        known = move_to_quote(read_parser_error(problem, self.draft.text, self.names), self.draft.text)
        repair = find_repair(known)
        if repair and self.list_changed_lines(repair.edits) & self.edited:
            repair = None
        finding = repair.finding if repair else report_syntax(known)
        places = (finding.span.start.line,) if repair else (finding.span.start.line, known.stop)
        found = [one for one in refused if one.span.start.line in places or is_cause(one, known)]
        self.keep(found or [finding])
        if repair:
            self.edited |= self.list_changed_lines(repair.edits)
            place = self.draft.restore_finding(finding).span.start
            self.repaired.append(
                (place, {self.draft.rows[number - 1][0]: rows for number, rows in repair.edits.items()})
            )
            self.draft = self.draft.edit(repair.edits)
        else:
            self.leave_out(find_unreadable(known, finding))

    def keep(self, findings: list[Finding]) -> None:
        self.findings += [self.draft.restore_finding(finding) for finding in findings]

    def list_changed_lines(self, edits: Edits) -> set[int]:
        """List the typed lines that a repair changes, by number.

        A line that was repaired before and fails again was misunderstood, so the caller leaves it out.
        """
        return {self.draft.rows[number - 1][0] for number in edits}

    def leave_out(self, numbers: range) -> None:
        self.lost.update(self.draft.rows[number - 1][0] for number in numbers)
        self.draft = self.draft.blank(numbers)

    def give_up(self, known: ParserError) -> None:
        """Leave out the rest of the file, since it has too many slips for one run."""
        first = min(known.began.line, known.at.line)
        while first > 1 and measure_indent(known.line(first)):
            first -= 1
        self.leave_out(range(first, len(known.lines) + 1))
        try:
            self.root = build_tree(self.draft.text, [])
        except (CannotGoOn, yaml.YAMLError, ValueError, OverflowError, LookupError):
            self.root = None


def move_to_quote(known: ParserError, text: str) -> ParserError:
    """Move the error to where its quotation opens, if it is one that the parser closed only lines below."""
    if not {'"', "'"} & set(known.before):
        return known
    opened = None
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=tree.LOADER):
            if isinstance(token, yaml.ScalarToken) and token.style in ('"', "'"):
                opened = token
    if opened is None or not opened.start_mark.line + 1 < known.at.line == opened.end_mark.line + 1:
        return known
    began = Position(opened.start_mark.line + 1, opened.start_mark.column + 1)
    return known.replace(began=began, words="quoted scalar found unexpected end")


def limit_slips(text: str) -> int:
    """Limit the slips that are repaired in one run.

    A long text has a lower limit, since it is read again after each.
    """
    return min(MAX_SLIPS, max(1, MAX_READ_AGAIN // (len(text) + 1)))


def find_unreadable(known: ParserError, finding: Finding) -> range:
    """Return the lines to leave out so that the parser gets past them, and no more than needed."""
    line = finding.span.start.line
    first, last = min(line, known.stop), max(line, known.stop)
    for number in (line, known.stop, *find_parents(known.lines, first)):
        block = find_block(known, number)
        if gets_past(known, block):
            return block
    while first > 1 and measure_indent(known.line(first)):
        first -= 1
    return range(first, find_block(known, last).stop)


def find_block(known: ParserError, number: int) -> range:
    """Return a line and the more indented lines below it."""
    depth, last = measure_indent(known.line(number)), number
    while last < len(known.lines) and (
        not known.line(last + 1).strip() or measure_indent(known.line(last + 1)) > depth
    ):
        last += 1
    return range(number, last + 1)


def gets_past(known: ParserError, block: range) -> bool:
    """Tell whether the parser gets past a block once it is left out."""
    if not known.window:
        return False
    edits: Edits = dict.fromkeys(block, ("",))
    return known.window.try_edits(edits).reach > max(block.stop - 1, known.stop)


def report_unread(lines: tuple[str, ...], lost: list[int]) -> list[Finding]:
    """Make a finding for each run of lost lines that has more than one line."""
    runs = find_runs([number for number in lost if lines[number - 1].strip()], lines)
    return [
        UNREAD_LINES.at(make_span_of_words(first, lines[first - 1]), first=first, last=last)
        for first, last in runs
        if last > first
    ]


def find_runs(numbers: list[int], lines: tuple[str, ...]) -> list[tuple[int, int]]:
    """Join line numbers into runs of first and last number. Blank lines do not break a run."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and not any(line.strip() for line in lines[found[-1][1] : number - 1]):
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
