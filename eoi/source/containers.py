"""Lists, mappings and amounts of text while a file is read, each within limits.

The limits are far above any submission, and within the capacity of every format. Lines and the signs of
Markdown are counted as well as characters, since each makes a paragraph, a list item or a link. A PDF with a
megabyte of links would take minutes and gigabytes of memory.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import Protocol

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.parse_errors import LONG_TEXT, LONG_TEXTS, MAX_TEXT
from eoi.parse_errors.yaml import COMPOUND_KEY, LONG_KEY, MANY_ITEMS, MAX_ITEMS, MAX_NAME, MERGE
from eoi.source.characters import UNSEEN
from eoi.source.nodes import Entry, Mapping, Node, Place, Scalar, Sequence, is_empty, make_span
from eoi.source.refusals import report_duplicate_key

new = tuple.__new__
# The limit for all texts of a file together.
LIMITS = {"characters": 250_000, "lines": 10_000, "Markdown signs": 10_000, "links": 1_000}
SIGNS = "*_`[<>+-"
ANY_SIGN = f"{SIGNS}.)".encode()
NUMBER = Expression(r"\d[.)]\s")  # as an item of a numbered list begins
ADDRESS = Expression(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:")  # as `<https://www.example.org>` begins
SHORT = 80  # characters; the number of values bounds what shorter texts come to


class OpenContainer(Protocol):
    """A list or mapping whose end has not been read yet.

    `nodes` are the values in it so far, and in a mapping each name before its value. They are only gathered
    while the file is read, and checked together at the end. `may_hold_empty` is false if none of them is
    empty, as in most files.
    """

    start: tuple[int, int]
    is_in_brackets: bool
    nodes: list[Node]
    may_hold_empty: bool

    def check(self, findings: list[Finding]) -> None: ...
    def close(self, end: tuple[int, int], typed: str) -> Node:
        """Return the finished node.

        `typed` is its text in the file if it is in brackets, or else empty. Empty values are kept apart, if
        there are others.
        """
        ...


class OpenSequence:
    """A list while its items are read."""

    may_hold_empty = False

    def __init__(self, start: tuple[int, int], is_in_brackets: bool) -> None:
        self.start, self.is_in_brackets = start, is_in_brackets
        self.nodes: list[Node] = []

    def check(self, findings: list[Finding]) -> None:
        if len(self.nodes) > MAX_ITEMS:
            findings.append(MANY_ITEMS.at(self.nodes[MAX_ITEMS].span))

    def close(self, end: tuple[int, int], typed: str) -> Node:
        nodes = self.nodes
        place = (*self.start, *find_closing(end, nodes[-1] if nodes else None))
        self.may_hold_empty = self.may_hold_empty or not nodes
        filled = [node for node in nodes if not is_empty(node)] if self.may_hold_empty else nodes
        if not filled or len(filled) == len(nodes):
            return Sequence(tuple(nodes), place, typed)
        return Sequence(tuple(filled), place, typed, tuple(filter(is_empty, nodes)))


class OpenMapping:
    """A mapping while its fields are read, each name before its value."""

    may_hold_empty = begins_again = False

    def __init__(self, start: tuple[int, int], is_in_brackets: bool, is_item: bool) -> None:
        self.start, self.is_in_brackets, self.is_item = start, is_in_brackets, is_item
        self.nodes: list[Node] = []
        self.entries: dict[str, Entry] = {}

    @property
    def key(self) -> Scalar | None:
        """The name whose value is being read, if any."""
        last = self.nodes[-1] if len(self.nodes) % 2 else None
        return last if isinstance(last, Scalar) else None

    def check(self, findings: list[Finding]) -> None:
        """Make the entries, and report the names that are left out of the tree.

        Reading can have stopped between a name and its value.
        """
        entries = self.entries
        for key, value in zip_longest(self.nodes[::2], self.nodes[1::2]):
            if type(key) is not Scalar:
                findings.append(COMPOUND_KEY.at(key.span))
                continue
            if not key.text.isascii():
                key = clean_key(key)
            name = key.text
            if name == "<<":
                findings.append(MERGE.at(key.span))
            elif len(name) > MAX_NAME:
                findings.append(LONG_KEY.at(key.span))
            elif name in entries:
                self.report_again(key, findings)
            elif value is not None:
                # As `Entry(...)` would, in half the time: a file has hundreds of fields.
                entries[name] = new(Entry, (key, value))

    def report_again(self, key: Scalar, findings: list[Finding]) -> None:
        """Report a name that the mapping has already.

        `{resident: 318,000, registered: 362,000}`: the first `000` is already reported as a part of a number.
        """
        could_begin_again = self.could_begin_again(key)
        if not key.text.isdigit() and not self.begins_again:
            findings.append(report_duplicate_key(key, self.entries[key.text].key, could_begin_again))
        self.begins_again = self.begins_again or could_begin_again

    def could_begin_again(self, key: Scalar) -> bool:
        """Tell whether a field could begin another item that lacks its dash.

        It could if it has the same name as the first field of the item.
        """
        first = next(iter(self.entries.values()))
        return self.is_item and key.text == first.key.text and len(self.entries) > 1

    def close(self, end: tuple[int, int], typed: str) -> Node:
        entries = tuple(self.entries.values())
        place = (*self.start, *find_closing(end, entries[-1].value if entries else None))
        if typed and entries and ":" not in typed:
            return Scalar(typed, place)  # `{insert name}` has no fields, and would be left out as blank
        self.may_hold_empty = self.may_hold_empty or not entries
        if not self.may_hold_empty:
            return Mapping(entries, place, (), typed)
        filled = [entry for entry in entries if not is_empty(entry.value)]
        if not filled or len(filled) == len(entries):
            return Mapping(entries, place, (), typed)
        blank = tuple(entry for entry in entries if is_empty(entry.value))
        return Mapping(tuple(filled), place, blank, typed)


def clean_key(node: Scalar) -> Scalar:
    """Remove the characters that nobody sees from a field's name.

    Spaces before it stay, since they are a slip of indentation.
    """
    return Scalar(UNSEEN.sub("", node.text).rstrip(), node.place, node.quoted)


def find_closing(end: tuple[int, int], last: Node | None) -> tuple[int, int]:
    """Return the end of a list or mapping: the end of its last item, if that is on an earlier line.

    The parser reports the end of a list only where the next value begins, which can be lines below.
    """
    return last.place[2:] if last is not None and last.place[2] < end[0] else end


class Lengths:
    """A count of the characters, lines, signs and links in a file's texts as they are read.

    It reports the place where a limit is exceeded. Nothing is counted in a file that is too short to exceed
    one.
    """

    def __init__(self, file: bytes, line_count: int) -> None:
        self.left = dict(LIMITS)
        counts = bound_amounts(file, line_count)
        self.is_short = len(file) <= MAX_TEXT and all(counts[what] <= LIMITS[what] for what in LIMITS)

    def add(self, text: str, place: Place, findings: list[Finding]) -> None:
        if self.is_short:
            return
        if len(text) > MAX_TEXT:
            findings.append(LONG_TEXT.at(make_span(place), length=len(text)))
        for what, number in count_amounts(text).items():
            before = self.left[what]
            self.left[what] -= number
            if before >= 0 > self.left[what]:
                findings.append(LONG_TEXTS.at(make_span(place), limit=LIMITS[what], what=what))


def bound_amounts(file: bytes, line_count: int) -> dict[str, int]:
    """Return upper bounds for the amounts in a file's texts. In bytes, single signs are found soonest.

    A backslash counts as any sign, since it can stand for one.
    """
    escapes = count_rare(b"\\", file)
    return {
        "characters": len(file),
        "lines": line_count + escapes,
        "Markdown signs": bound_signs(file, escapes),
        "links": count_rare(b"]", file) + count_rare(b"<", file) + escapes,
    }


def bound_signs(file: bytes, escapes: int) -> int:
    """Return an upper bound for the signs of Markdown.

    The length of a short file is bound enough, and takes no search.
    """
    if len(file) <= LIMITS["Markdown signs"]:
        return len(file)
    return len(file) - len(file.translate(None, ANY_SIGN)) + escapes


def count_rare(sign: bytes, file: bytes) -> int:
    """Count a sign that most files do not have. To see that there is none takes a fraction of counting."""
    return file.count(sign) if sign in file else 0


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
