"""Lists, mappings and amounts of text while a file is read, each within limits.

The limits are far above any submission, and within the capacity of every format. Lines and the signs of
Markdown are counted as well as characters, since each makes a paragraph, a list item or a link. A PDF with a
megabyte of links would take minutes and gigabytes of memory.
"""

from __future__ import annotations

from typing import Protocol

from eoi.expressions import Expression
from eoi.findings import Finding, Position, Span
from eoi.parse_errors import LONG_TEXT, LONG_TEXTS, MAX_TEXT
from eoi.parse_errors.yaml import COMPOUND_KEY, LONG_KEY, MANY_ITEMS, MAX_ITEMS, MAX_NAME, MERGE
from eoi.source.characters import UNSEEN
from eoi.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from eoi.source.refusals import report_duplicate_key

# The limit for all texts of a file together.
LIMITS = {"characters": 250_000, "lines": 10_000, "Markdown signs": 10_000, "links": 1_000}
SIGNS = "*_`[<>+-"
ANY_SIGN = f"{SIGNS}.)".encode()
NUMBER = Expression(r"\d[.)]\s")  # as an item of a numbered list begins
ADDRESS = Expression(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:")  # as `<https://www.example.org>` begins
SHORT = 80  # characters; the number of values bounds what shorter texts come to


class OpenContainer(Protocol):
    """A list or mapping whose end has not been read yet.

    `typed` is its text in the file if it is in brackets, or else empty.
    """

    start: Position

    def add(self, node: Node, findings: list[Finding]) -> None: ...
    def close(self, end: Position, typed: str) -> Node: ...


class OpenSequence:
    """A list while its items are read."""

    def __init__(self, start: Position) -> None:
        self.start, self.items = start, list[Node]()

    def add(self, node: Node, findings: list[Finding]) -> None:
        self.items.append(node)
        if len(self.items) == MAX_ITEMS + 1:
            findings.append(MANY_ITEMS.at(node.span))

    def close(self, end: Position, typed: str) -> Node:
        last = self.items[-1] if self.items else None
        return Sequence(tuple(self.items), Span(self.start, find_closing(end, last)), typed)


class OpenMapping:
    """A mapping while its fields are read, each name before its value."""

    def __init__(self, start: Position, is_item: bool = False) -> None:
        self.is_item = is_item
        self.start, self.entries = start, dict[str, Entry]()
        self.key: Scalar | None = None
        self.expects_key = True
        self.begins_again = False

    def could_begin_again(self, key: Scalar) -> bool:
        """Tell whether a field could begin another item that lacks its dash.

        It could if it has the same name as the first field of the item.
        """
        first = next(iter(self.entries.values()))
        return self.is_item and key.text == first.key.text and len(self.entries) > 1

    def add(self, node: Node, findings: list[Finding]) -> None:
        if self.expects_key:
            self.expects_key = False
            self.key = self.check_key(node, findings)
        else:
            self.expects_key = True
            if self.key is not None:
                # As `Entry(...)` would, in half the time: a file has hundreds of fields.
                self.entries[self.key.text] = tuple.__new__(Entry, (self.key, node))

    def check_key(self, node: Node, findings: list[Finding]) -> Scalar | None:
        """Return the name of a field; return None if the field is left out of the tree."""
        if not isinstance(node, Scalar):
            findings.append(COMPOUND_KEY.at(node.span))
            return None
        if not node.text.isascii():
            node = clean_key(node)
        if node.text == "<<":
            findings.append(MERGE.at(node.span))
        elif len(node.text) > MAX_NAME:
            findings.append(LONG_KEY.at(node.span))
        elif first := self.entries.get(node.text):
            # `{resident: 318,000, registered: 362,000}`: the first `000` is already reported as a part of a
            # number.
            if not node.text.isdigit() and not self.begins_again:
                findings.append(report_duplicate_key(node, first.key, self.could_begin_again(node)))
            self.begins_again = self.begins_again or self.could_begin_again(node)
        else:
            return node
        return None

    def close(self, end: Position, typed: str) -> Node:
        last = next(reversed(self.entries.values()), None)
        span = Span(self.start, find_closing(end, last.value if last else None))
        if typed and self.entries and ":" not in typed:
            return Scalar(typed, span)  # `{insert name}` has no fields, and would be left out as blank
        return Mapping(tuple(self.entries.values()), span, typed=typed)


def clean_key(node: Scalar) -> Scalar:
    """Remove the characters that nobody sees from a field's name.

    Spaces before it stay, since they are a slip of indentation.
    """
    return Scalar(UNSEEN.sub("", node.text).rstrip(), node.span, node.quoted)


def find_closing(end: Position, last: Node | None) -> Position:
    """Return the end of a list or mapping: the end of its last item, if that is on an earlier line.

    The parser reports the end of a list only where the next value begins, which can be lines below.
    """
    return last.span.end if last is not None and last.span.end.line < end.line else end


class Lengths:
    """A count of the characters, lines, signs and links in a file's texts as they are read.

    It reports the place where a limit is exceeded. Nothing is counted in a file that is too short to exceed
    one.
    """

    def __init__(self, file: str) -> None:
        self.left = dict(LIMITS)
        counts = bound_amounts(file)
        self.is_short = len(file) <= MAX_TEXT and all(counts[what] <= LIMITS[what] for what in LIMITS)

    def add(self, text: str, span: Span, findings: list[Finding]) -> None:
        if self.is_short:
            return
        if len(text) > MAX_TEXT:
            findings.append(LONG_TEXT.at(span, length=len(text)))
        for what, number in count_amounts(text).items():
            before = self.left[what]
            self.left[what] -= number
            if before >= 0 > self.left[what]:
                findings.append(LONG_TEXTS.at(span, limit=LIMITS[what], what=what))


def bound_amounts(file: str) -> dict[str, int]:
    """Return upper bounds for the amounts in a file's texts.

    A backslash counts as any sign, since it can stand for one.
    """
    typed = file.encode()  # signs are found in bytes in a fraction of the time
    escapes = typed.count(b"\\")
    return {
        "characters": len(file),
        "lines": typed.count(b"\n") + escapes,
        "Markdown signs": bound_signs(typed, escapes),
        "links": typed.count(b"](") + typed.count(b"<") + escapes,
    }


def bound_signs(typed: bytes, escapes: int) -> int:
    """Return an upper bound for the signs of Markdown.

    The length of a short file is bound enough, and takes no search.
    """
    if len(typed) <= LIMITS["Markdown signs"]:
        return len(typed)
    return len(typed) - len(typed.translate(None, ANY_SIGN)) + escapes


def count_amounts(text: str) -> dict[str, int]:
    """Count all amounts in a long text. Of a short one count only the characters, to save time."""
    if len(text) <= SHORT:
        return {"characters": len(text)}
    return {
        "characters": len(text),
        "lines": text.count("\n"),
        "Markdown signs": sum(map(text.count, SIGNS)) + sum(1 for _ in NUMBER.finditer(text)),
        "links": text.count("](") + sum(1 for _ in ADDRESS.finditer(text)),
    }
