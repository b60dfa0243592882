"""Ways to read on after a slip: as if it were corrected, or without the lines that cannot be read."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import yaml

from eoi.findings import Finding, Position
from eoi.frozen_value import FrozenValue
from eoi.source import tree
from eoi.source.draft import Draft
from eoi.source.nodes import Names, Node
from eoi.source.outline import measure_indent
from eoi.source.parser_error import ParserError, read_parser_error
from eoi.source.slips import find_repair
from eoi.source.slips.comments import is_cause
from eoi.source.syntax import report_syntax
from eoi.source.tree import CannotGoOn, build_tree
from eoi.source.unreadable_lines import find_unreadable, report_unread
from eoi.source.window import Edits, Repair

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
        if found or not (repair and self.is_moved(repair)):
            self.keep(found or [finding])
        if repair:
            self.repair(repair)
        else:
            self.leave_out(find_unreadable(known, finding))

    def repair(self, repair: Repair) -> None:
        """Read on as if the slip were corrected."""
        self.edited |= self.list_judged_lines(repair)
        place = self.draft.restore_finding(repair.finding).span.start
        self.repaired.append(
            (place, {self.draft.rows[number - 1][0]: rows for number, rows in repair.edits.items()})
        )
        self.draft = self.draft.edit(repair.edits)

    def is_moved(self, repair: Repair) -> bool:
        """Tell whether a repair only indents a line that another one moved.

        What it says about the spaces of the line is true once the other is made.
        """
        number = repair.finding.span.start.line
        origin, row = self.draft.rows[number - 1]
        now = repair.edits.get(number, ())
        return row != self.draft.typed[origin - 1] and [one.lstrip() for one in now] == [row.lstrip()]

    def keep(self, findings: list[Finding]) -> None:
        self.findings += [self.draft.restore_finding(finding) for finding in findings]

    def list_changed_lines(self, edits: Edits) -> set[int]:
        """List the typed lines that a repair changes, by number.

        A line that was repaired before and fails again was misunderstood, so the caller leaves it out.
        """
        return {self.draft.rows[number - 1][0] for number in edits}

    def list_judged_lines(self, repair: Repair) -> set[int]:
        """List the typed lines that a repair explains, without those that are only moved with another."""
        shown = repair.finding.span.start.line
        judged = {
            number: rows
            for number, rows in repair.edits.items()
            if number == shown or [row.lstrip() for row in rows] != [self.draft.rows[number - 1][1].lstrip()]
        }
        return self.list_changed_lines(judged)

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
