"""The conversion of parser events to the tree of a file. It refuses features of YAML that nobody needs.

PyYAML's composer recurses and can crash the interpreter; its event parser does not. So the limits on depth
and nodes are applied before anything is built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

import yaml

from eoi.findings import Finding, Position, Span
from eoi.parse_errors import INVISIBLE_ESCAPE
from eoi.parse_errors.yaml import (
    DEEP_NESTING,
    MANY_VALUES,
    MAX_DEPTH,
    MAX_NODES,
    SECOND_DOCUMENT,
)
from eoi.source import refusals
from eoi.source.characters import remove_quotes
from eoi.source.comments import find_lost_words
from eoi.source.containers import Lengths, OpenContainer, OpenMapping, OpenSequence
from eoi.source.decoding import INVISIBLE
from eoi.source.nodes import Names, Node, Scalar, list_no_names, locate_mark
from eoi.source.refusals import find_lost_letters, find_lost_number, find_swallowed_items

# The parser in C gives the same events some twenty times faster. A wheel of PyYAML without it still works.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

new = tuple.__new__


class CannotGoOn(Exception):
    """A reason why the rest of the file cannot be read, with the finding that says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def build_tree(text: str, findings: list[Finding], names: Names = list_no_names) -> Node | None:
    """Build the tree of a text, and add problems to `findings`.

    The problems are added even if reading has to stop with `CannotGoOn`. The tree is None if the text holds
    no value.
    """
    builder = Builder(text, findings, names)
    is_whole = False
    try:
        # `yaml.parse` would be slower: it asks before each event whether there is one.
        builder.take(iter(LOADER(text).get_event, None))
        is_whole = True
    finally:
        findings += find_lost_words(builder.lines, builder.scalars, is_whole)
    return builder.root


class Builder:
    """A builder that takes the parser's events one by one.

    `open` holds the lists and mappings that have begun and not ended.
    """

    def __init__(self, text: str, findings: list[Finding], names: Names) -> None:
        self.names = names
        self.lines = text.split("\n")
        self.line_count = len(self.lines)
        self.findings = findings
        self.open: list[OpenContainer] = []
        self.scalars: list[Scalar] = []
        self.root: Node | None = None
        self.documents = self.nodes = 0
        self.lengths = Lengths(text)
        self.is_short = self.lengths.is_short

    def take(self, events: Iterable[Any]) -> None:
        """Take events. Their handlers are found by type: a chain of comparisons would be slow.

        Kept in this object, they would refer back to it, and only the garbage collector would free the tree.
        """
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self.add_scalar,
            yaml.AliasEvent: self.refuse_alias,
            yaml.MappingStartEvent: self.begin_mapping,
            yaml.SequenceStartEvent: self.begin_sequence,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.DocumentStartEvent: self.begin_document,
        }
        find = handlers.get
        for event in events:
            if handle := find(type(event)):
                handle(event)

    def begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise CannotGoOn(SECOND_DOCUMENT.at(self.span_of(event)))

    def begin_mapping(self, event: Any) -> None:
        is_item = bool(self.open) and isinstance(self.open[-1], OpenSequence)
        self.begin(OpenMapping(locate_mark(event.start_mark, self.lines), is_item), event)

    def begin_sequence(self, event: Any) -> None:
        self.begin(OpenSequence(locate_mark(event.start_mark, self.lines)), event)

    def begin(self, container: OpenContainer, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self.refuse_decoration(event)
        self.open.append(container)
        if len(self.open) > MAX_DEPTH:
            raise CannotGoOn(DEEP_NESTING.at(self.span_of(event)))

    def end(self, event: Any) -> None:
        opened, end = self.open.pop(), locate_mark(event.end_mark, self.lines)
        self.attach(opened.close(end, self.read_brackets(opened.start, end)), event)

    def read_brackets(self, start: Position, end: Position) -> str:
        """Return the text of the file from one bracket to the other; return an empty text without any."""
        if self.lines[start.line - 1][start.column - 1 : start.column] not in ("[", "{"):
            return ""
        rows = self.lines[start.line - 1 : end.line]
        rows[-1] = rows[-1][: end.column - 1]
        rows[0] = rows[0][start.column - 1 :]
        return " ".join(row.strip() for row in rows)

    def refuse_alias(self, event: Any) -> None:
        span = self.span_of(event)
        self.findings.append(refusals.report_alias(str(event.anchor), span))
        scalar = Scalar("", span)
        self.scalars.append(scalar)
        self.attach(scalar, event)

    def add_scalar(self, event: Any) -> None:
        """Add a value.

        Most values are on one line without quotes and need no second look, which saves time in a long file.
        """
        span, value, style = self.span_of(event), event.value, event.style
        is_bare = not style and value.isascii() and span[0][0] == span[1][0]
        if not is_bare or not self.is_short or event.anchor is not None or event.tag is not None:
            value = self.read_value(event, span)
        scalar = new(Scalar, (value, span, bool(style)))
        self.scalars.append(scalar)
        self.attach(scalar, event)

    def read_value(self, event: Any, span: Span) -> str:
        value, style = event.value, event.style
        if event.anchor is not None or event.tag is not None:
            self.refuse_decoration(event)
        if style:
            value = self.read_quoted(value, style, span)
        elif span.end.line > span.start.line:
            self.findings += find_swallowed_items(self.lines, span, value, self.names_here)
        self.lengths.add(value, span, self.findings)
        return value if style or value.isascii() else remove_quotes(value)

    def read_quoted(self, value: str, style: str, span: Span) -> str:
        """Read a text between quotation marks or below a bar."""
        if style == '"':
            return self.remove_hidden(value, span)
        if style in ("|", ">") and not value.strip():
            self.findings += find_lost_number(self.lines, span.start)
        return value

    def attach(self, node: Node, event: Any) -> None:
        """Add a finished node to the open container around it, or make it the root."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise CannotGoOn(MANY_VALUES.at(self.span_of(event)))
        if self.open:
            self.open[-1].add(node, self.findings)
        else:
            self.root = node

    def remove_hidden(self, value: str, span: Span) -> str:
        """Remove invisible characters.

        A backslash between double quotes can make them, and nothing else can.
        """
        if not value.isprintable() and (hidden := INVISIBLE.search(value)):
            self.findings.append(INVISIBLE_ESCAPE.at(span, code=ord(hidden[0])))
            value = INVISIBLE.sub("\ufffd", value)
        if "\t" in value or "\n" in value:
            self.findings += find_lost_letters(self.lines, span)
        return value

    def names_here(self) -> Collection[str]:
        """Return the names of the fields that can stand where a value is being read."""
        return self.names(
            tuple(one.key.text for one in self.open if isinstance(one, OpenMapping) and one.key)
        )

    def refuse_decoration(self, event: Any) -> None:
        """Report anchors and tags. They are meant for programs, and most attacks on YAML readers use them."""
        if event.anchor is not None:
            self.findings.append(refusals.report_anchor(event.anchor, self.span_of(event)))
        if event.tag is not None:
            self.findings.append(refusals.report_tag(event.tag, self.span_of(event)))

    def span_of(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        last = end.line + 1
        if last < self.line_count:
            # As `Span(Position(...), Position(...))` would, in half the time: every value has a span.
            first = new(Position, (start.line + 1, start.column + 1))
            return new(Span, (first, new(Position, (last, end.column + 1))))
        return Span(locate_mark(start, self.lines), locate_mark(end, self.lines))
