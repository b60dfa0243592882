"""The conversion of parser events to the tree of a file. It refuses features of YAML that nobody needs.

PyYAML's composer recurses and can crash the interpreter; its event parser does not. So the limits on depth
and nodes are applied before anything is built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

import yaml

from eoi.findings import Finding, Span
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
from eoi.source.nodes import NULLS, Names, Node, Place, Scalar, bound_mark, is_empty, list_no_names, make_span
from eoi.source.refusals import find_lost_letters, find_lost_number, find_swallowed_items

# The parser in C gives the same events some twenty times faster. A wheel of PyYAML without it still works.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

new = tuple.__new__


class CannotGoOn(Exception):
    """A reason why the rest of the file cannot be read, with the finding that says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def build_tree(
    text: str, findings: list[Finding], names: Names = list_no_names, typed: bytes = b""
) -> Node | None:
    """Build the tree of a text, and add problems to `findings`. `typed` is the text in UTF-8, if it is known.

    The problems are added even if reading has to stop with `CannotGoOn`. The tree is None if the text holds
    no value.
    """
    builder = Builder(text, typed or text.encode(), findings, names)
    is_whole = False
    try:
        # `yaml.parse` would be slower: it asks before each event whether there is one.
        builder.take(iter(LOADER(builder.typed).get_event, None))
        is_whole = True
    finally:
        for opened in builder.open:
            opened.check(findings)
        findings += find_lost_words(builder.lines, builder.scalars, is_whole)
    return builder.roots[0] if builder.roots else None


class Builder:
    """A builder that takes the parser's events one by one.

    `open` holds the lists and mappings that have begun and not ended, and `nodes` the values so far of the
    innermost.
    """

    def __init__(self, text: str, typed: bytes, findings: list[Finding], names: Names) -> None:
        self.names = names
        self.lines = text.split("\n")
        self.last_line = len(self.lines) - 1
        self.findings = findings
        self.open: list[OpenContainer] = []
        self.nodes = self.roots = list[Node]()
        self.scalars: list[Scalar] = []
        self.documents = 0
        self.most_scalars = MAX_NODES
        self.typed = typed
        self.lengths = Lengths(self.typed, len(self.lines))
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
            yaml.DocumentEndEvent: self.pass_over,
            yaml.StreamStartEvent: self.pass_over,
            yaml.StreamEndEvent: self.pass_over,
        }
        for event in events:
            handlers[type(event)](event)

    def pass_over(self, event: Any) -> None:
        """Do nothing, since an event that ends the file adds no value."""

    def begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise CannotGoOn(SECOND_DOCUMENT.at(self.span_of(event)))

    def begin_mapping(self, event: Any) -> None:
        is_item = bool(self.open) and isinstance(self.open[-1], OpenSequence)
        self.begin(OpenMapping(self.place_of(event)[:2], event.flow_style, is_item), event)

    def begin_sequence(self, event: Any) -> None:
        self.begin(OpenSequence(self.place_of(event)[:2], event.flow_style), event)

    def begin(self, container: OpenContainer, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self.refuse_decoration(event)
        self.open.append(container)
        self.nodes = container.nodes
        if len(self.open) > MAX_DEPTH:
            raise CannotGoOn(DEEP_NESTING.at(self.span_of(event)))

    def end(self, event: Any) -> None:
        opened, end = self.open.pop(), self.place_of(event)[2:]
        opened.check(self.findings)
        node = opened.close(end, self.read_brackets(opened.start, end) if opened.is_in_brackets else "")
        self.nodes = self.open[-1].nodes if self.open else self.roots
        self.nodes.append(node)
        if opened.may_hold_empty:
            self.note_empty(node)
        self.most_scalars -= 1
        if len(self.scalars) > self.most_scalars:
            self.refuse_rest(event)

    def read_brackets(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """Return the text of the file from one bracket to the other.

        It is empty if something else stands where the value begins, such as an anchor.
        """
        (line, column), (last_line, last_column) = start, end
        if not self.lines[line].startswith(("[", "{"), column):
            return ""
        rows = self.lines[line : last_line + 1]
        rows[-1] = rows[-1][:last_column]
        rows[0] = rows[0][column:]
        return " ".join(row.strip() for row in rows)

    def refuse_alias(self, event: Any) -> None:
        self.findings.append(refusals.report_alias(str(event.anchor), self.span_of(event)))
        empty = Scalar("", self.place_of(event))
        self.nodes.append(empty)
        self.scalars.append(empty)
        self.note_empty(empty)

    def add_scalar(self, event: Any) -> None:
        """Add a value.

        Most values are on one line without quotes and need no second look, which saves time in a long file.
        """
        start, end, value = event.start_mark, event.end_mark, event.value
        line = start.line
        is_bare = not event.style and line == end.line and value.isascii() and value not in NULLS
        is_usual = is_bare and self.is_short and line < self.last_line
        if is_usual and event.anchor is None and event.tag is None:
            scalar = new(Scalar, (value, (line, start.column, line, end.column), False))
        else:
            scalar = self.read_unusual(event)
        self.nodes.append(scalar)
        self.scalars.append(scalar)
        if len(self.scalars) > self.most_scalars:
            self.refuse_rest(event)

    def read_unusual(self, event: Any) -> Scalar:
        """Return a value that can be empty, in quotes, on several lines or wrong."""
        place = self.place_of(event)
        scalar = Scalar(self.read_value(event, place), place, bool(event.style))
        self.note_empty(scalar)
        return scalar

    def note_empty(self, node: Node) -> None:
        """Tell the innermost open container if a value in it is empty."""
        if self.open and is_empty(node):
            self.open[-1].may_hold_empty = True

    def read_value(self, event: Any, place: Place) -> str:
        value, style = event.value, event.style
        if event.anchor is not None or event.tag is not None:
            self.refuse_decoration(event)
        if style:
            value = self.read_quoted(value, style, place)
        elif place[2] > place[0]:
            self.findings += find_swallowed_items(self.lines, make_span(place), value, self.names_here)
        self.lengths.add(value, place, self.findings)
        return value if style or value.isascii() else remove_quotes(value)

    def read_quoted(self, value: str, style: str, place: Place) -> str:
        """Read a text between quotation marks or below a bar."""
        if style == '"':
            return self.remove_hidden(value, place)
        if style in ("|", ">"):
            if not value.strip():
                self.findings += find_lost_number(self.lines, make_span(place).start)
            elif ":\n" in value or ": |" in value or ": >" in value:
                self.find_swallowed_fields(place)
        return value

    def find_swallowed_fields(self, place: Place) -> None:
        """Report fields that are lines of a text below a bar."""
        opened = self.open[-1] if self.open else None
        if isinstance(opened, OpenMapping) and opened.key:
            from eoi.source.swallowed_fields import find_swallowed_fields  # late: few texts hold such a line

            known = self.names(self.path_here()[:-1])
            self.findings += find_swallowed_fields(self.lines, place, opened.key, known)

    def refuse_rest(self, event: Any) -> None:
        raise CannotGoOn(MANY_VALUES.at(self.span_of(event)))

    def remove_hidden(self, value: str, place: Place) -> str:
        """Remove invisible characters.

        A backslash between double quotes can make them, and nothing else can.
        """
        if not value.isprintable() and (hidden := INVISIBLE.search(value)):
            self.findings.append(INVISIBLE_ESCAPE.at(make_span(place), code=ord(hidden[0])))
            value = INVISIBLE.sub("\ufffd", value)
        if "\t" in value or "\n" in value:
            self.findings += find_lost_letters(self.lines, make_span(place))
        return value

    def names_here(self) -> Collection[str]:
        """Return the names of the fields that can stand where a value is being read."""
        return self.names(self.path_here())

    def path_here(self) -> tuple[str, ...]:
        """Return the names of the fields around a value that is being read, and its own."""
        return tuple(one.key.text for one in self.open if isinstance(one, OpenMapping) and one.key)

    def refuse_decoration(self, event: Any) -> None:
        """Report anchors and tags. They are meant for programs, and most attacks on YAML readers use them."""
        if event.anchor is not None:
            self.findings.append(refusals.report_anchor(event.anchor, self.span_of(event)))
        if event.tag is not None:
            self.findings.append(refusals.report_tag(event.tag, self.span_of(event)))

    def span_of(self, event: Any) -> Span:
        return make_span(self.place_of(event))

    def place_of(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        if end.line < self.last_line:
            return start.line, start.column, end.line, end.column
        return *bound_mark(start, self.lines), *bound_mark(end, self.lines)
