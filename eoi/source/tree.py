"""Parser events to the located tree, refusing what a submission never needs.

Why events: PyYAML's composer recurses and can take the interpreter down with it; the event parser
does not, so the caps on depth and nodes are met before anything is built.
"""

from __future__ import annotations

from typing import Any, Protocol

import yaml

from eoi.findings import Finding, Position, Span
from eoi.source import refusals
from eoi.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from eoi.source.refusals import MAX_DEPTH, MAX_NODES
from eoi.source.text import INVISIBLE

# The C parser gives the same events some twenty times faster; a wheel without it still works.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CannotGoOn(Exception):
    """The rest of the file cannot be read; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Open(Protocol):
    """A list or mapping whose end has not come yet."""

    def add(self, node: Node, findings: list[Finding]) -> None: ...
    def close(self, end: Position) -> Node: ...


class OpenSequence:
    def __init__(self, start: Position) -> None:
        self.start, self.items = start, list[Node]()

    def add(self, node: Node, findings: list[Finding]) -> None:  # noqa: ARG002
        self.items.append(node)

    def close(self, end: Position) -> Node:
        return Sequence(tuple(self.items), Span(self.start, end))


class OpenMapping:
    def __init__(self, start: Position) -> None:
        self.start, self.entries = start, dict[str, Entry]()
        self.key: Scalar | None = None
        self.expects_key = True

    def add(self, node: Node, findings: list[Finding]) -> None:
        if self.expects_key:
            self.key = self.checked_key(node, findings)
        elif self.key is not None:
            self.entries[self.key.text] = Entry(self.key, node)
        self.expects_key = not self.expects_key

    def checked_key(self, node: Node, findings: list[Finding]) -> Scalar | None:
        """The key, or nothing where the value that follows has to be left out of the tree."""
        if not isinstance(node, Scalar):
            findings.append(refusals.compound_key(node.span))
        elif node.text == "<<":
            findings.append(refusals.merge(node.span))
        elif first := self.entries.get(node.text):
            findings.append(refusals.duplicate_key(node, first.key))
        else:
            return node
        return None

    def close(self, end: Position) -> Node:
        return Mapping(tuple(self.entries.values()), Span(self.start, end))


def build_tree(text: str, findings: list[Finding]) -> Node | None:
    """The tree; what is refused joins `findings`, even where reading has to stop with `CannotGoOn`."""
    builder = Builder(findings)
    for event in yaml.parse(text, Loader=LOADER):
        builder.take(event)
    return builder.root


class Builder:
    """Takes events one by one; `open` are the lists and mappings around the place reached so far."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.open: list[Open] = []
        self.root: Node | None = None
        self.documents = self.nodes = 0

    def take(self, event: Any) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self.begin_document(event)
            case yaml.SequenceStartEvent():
                self.begin(OpenSequence, event)
            case yaml.MappingStartEvent():
                self.begin(OpenMapping, event)
            case yaml.ScalarEvent() | yaml.AliasEvent():
                self.place(self.scalar(event), event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.place(self.open.pop().close(position(event.end_mark)), event)

    def begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise CannotGoOn(refusals.second_document(span_of(event)))

    def begin(self, kind: type[OpenSequence | OpenMapping], event: Any) -> None:
        self.refuse_decoration(event)
        self.open.append(kind(position(event.start_mark)))
        if len(self.open) > MAX_DEPTH:
            raise CannotGoOn(refusals.too_deep(span_of(event)))

    def place(self, node: Node, event: Any) -> None:
        """Puts a finished node where it belongs: into what is open around it, or at the top."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise CannotGoOn(refusals.too_many(span_of(event)))
        if self.open:
            self.open[-1].add(node, self.findings)
        else:
            self.root = node

    def scalar(self, event: Any) -> Scalar:
        span = span_of(event)
        if isinstance(event, yaml.AliasEvent):
            self.findings.append(refusals.alias(str(event.anchor), span))
            return Scalar("", span)
        self.refuse_decoration(event)
        if hidden := INVISIBLE.search(event.value):
            self.findings.append(refusals.hidden_escape(hidden[0], span))
        return Scalar(INVISIBLE.sub("\ufffd", event.value), span, quoted=event.style is not None)

    def refuse_decoration(self, event: Any) -> None:
        """Anchors and tags: YAML for programs, and the way into most attacks on YAML readers."""
        if event.anchor is not None:
            self.findings.append(refusals.anchor(event.anchor, span_of(event)))
        if event.tag is not None:
            self.findings.append(refusals.tag(event.tag, span_of(event)))


def position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def span_of(event: Any) -> Span:
    return Span(position(event.start_mark), position(event.end_mark))
