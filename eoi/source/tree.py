"""Parser events to the located tree, refusing what a submission never needs.

Why events: PyYAML's composer recurses and can take the interpreter down with it; the event parser
does not, so the caps on depth and nodes are met before anything is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import yaml

from eoi.findings import Finding, Place, Position, Span, error
from eoi.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from eoi.source.text import INVISIBLE

MAX_DEPTH = 32
MAX_NODES = 20_000

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
            findings.append(error("yaml-key", "A field's name must be a single word.", node.span))
            return None
        if node.text == "<<":
            findings.append(merge_refused(node.span))
            return None
        if first := self.entries.get(node.text):
            findings.append(duplicate_key(node, first.key))
            return None
        return node

    def close(self, end: Position) -> Node:
        return Mapping(tuple(self.entries.values()), Span(self.start, end))


def build_tree(text: str) -> tuple[Node | None, list[Finding]]:
    """The first document's tree; raises `CannotGoOn` past a cap, or at a second document."""
    findings: list[Finding] = []
    stack: list[Open] = []
    root: Node | None = None
    documents = nodes = 0
    for event in events(text):
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise CannotGoOn(second_document(span_of(event)))
                continue
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                findings += refused(event)
                start = position(event.start_mark)
                stack.append(
                    OpenSequence(start) if isinstance(event, yaml.SequenceStartEvent) else OpenMapping(start)
                )
                if len(stack) > MAX_DEPTH:
                    raise CannotGoOn(too_deep(span_of(event)))
                continue
            case yaml.ScalarEvent() | yaml.AliasEvent():
                node: Node = scalar(event, findings)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                node = stack.pop().close(position(event.end_mark))
            case _:
                continue
        nodes += 1
        if nodes > MAX_NODES:
            raise CannotGoOn(too_many(span_of(event)))
        if stack:
            stack[-1].add(node, findings)
        else:
            root = node
    return root, findings


def events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=LOADER)


def scalar(event: Any, findings: list[Finding]) -> Scalar:
    span = span_of(event)
    findings += refused(event)
    if isinstance(event, yaml.AliasEvent):
        return Scalar("", span)
    if hidden := INVISIBLE.search(event.value):
        findings.append(hidden_escape(hidden[0], span))
    return Scalar(INVISIBLE.sub("\ufffd", event.value), span, quoted=event.style is not None)


def refused(event: Any) -> list[Finding]:
    """Anchors, aliases and tags: YAML for programs, and the way into most attacks on YAML readers."""
    span = span_of(event)
    if isinstance(event, yaml.AliasEvent):
        return [
            error(
                "yaml-alias",
                f"`*{event.anchor}` repeats a value from elsewhere; this file cannot do that.",
                span,
                help="Write the value out here. To print an asterisk, put the text in quotes.",
            )
        ]
    found = []
    if event.anchor is not None:
        found.append(
            error(
                "yaml-anchor",
                f"`&{event.anchor}` names a value to repeat; this file cannot do that.",
                span,
                help="Delete it. To print an ampersand, put the text in quotes.",
            )
        )
    if event.tag is not None:
        shown = event.tag.replace("tag:yaml.org,2002:", "!!")
        found.append(
            error(
                "yaml-tag",
                f"`{shown}` is a YAML type tag; this file has no use for one.",
                span,
                help="Delete it. To print an exclamation mark first, put the text in quotes.",
            )
        )
    return found


def merge_refused(span: Span) -> Finding:
    return error(
        "yaml-merge",
        "`<<` merges fields from elsewhere; this file cannot do that.",
        span,
        help="Write the fields out here.",
    )


def duplicate_key(again: Scalar, first: Scalar) -> Finding:
    return error(
        "duplicate-key",
        f"`{again.text}` is written twice here, so one of the two would be lost.",
        again.span,
        help="Keep one of them, or join their contents.",
        related=Place(first.span, "written first here"),
    )


def hidden_escape(character: str, span: Span) -> Finding:
    return error(
        "control-character",
        f"This text holds an invisible character (U+{ord(character):04X}).",
        span,
        help="Delete the backslash sequence that makes it, or use single quotes.",
    )


def second_document(span: Span) -> Finding:
    return error(
        "yaml-second-document",
        "`---` starts a second document; a file holds one submission.",
        span,
        help="Move it to a file of its own, or delete the line.",
    )


def too_deep(span: Span) -> Finding:
    return error(
        "too-deep",
        f"Lists and fields are nested more than {MAX_DEPTH} deep here.",
        span,
        help="No field of a submission is; look for a stray bracket.",
    )


def too_many(span: Span) -> Finding:
    return error(
        "too-many-values",
        f"The file holds more than {MAX_NODES:,} values.",
        span,
        help="Check that this is the right file.",
    )


def position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def span_of(event: Any) -> Span:
    return Span(position(event.start_mark), position(event.end_mark))
