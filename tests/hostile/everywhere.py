"""A submission with every field filled in, and the same hostile text in each field that takes a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source import load
from eoi.source.nodes import Mapping, Node, Scalar, Sequence
from eoi.submission import MARKDOWN, TEXT
from tests.hostile.cases import Case
from tests.model_fields import model_fields
from tests.samples import COMPLETE
from tests.written import Written, as_yaml

LINES = frozenset(
    field.pattern for field in model_fields() if field.kind is TEXT and field.steps[-1] not in ("id", "round")
)
# Whatever a backslash before it makes an ordinary character in Markdown.
MEANINGFUL = re.compile(r"([!-/:-@\[-`{-~])")
PROSE = frozenset(field.pattern for field in model_fields() if field.kind is MARKDOWN)


def everywhere(name: str, *lines: str | tuple[str, ...]) -> Case:
    """The lines take turns; one of several tricks has them one after the other.

    Where Markdown would read something into them, every second text keeps them as they are, and the others
    say with backslashes that each character is meant.
    """
    tree = load(COMPLETE.read_bytes(), "").tree
    assert tree is not None
    filling = Filling([(line,) if isinstance(line, str) else line for line in lines])
    raw = as_yaml(filling.filled(tree, "")).encode()
    return Case(name, lambda: raw, texts=tuple(filling.texts))


def rotate(*tricks: str) -> list[tuple[str, ...]]:
    """Let each trick begin a line in its turn: some work nowhere else, and some swallow what follows."""
    return [tricks[first:] + tricks[:first] for first in range(len(tricks))]


class Filling:
    """Each trick has the number of its text behind it, so that none can stand in for another."""

    def __init__(self, lines: list[tuple[str, ...]]) -> None:
        self.lines, self.count = lines, 0
        self.texts: list[str] = []

    def filled(self, node: Node, path: str) -> Written:
        match node:
            case Scalar():
                return self.value(node.text, path.removesuffix("[]"))
            case Sequence():
                return [self.filled(item, f"{path}[]") for item in node.items]
            case Mapping():
                return dict(self.fields(node, path))

    def fields(self, node: Mapping, path: str) -> Iterator[tuple[str, Written]]:
        for entry in node.entries:
            if not path and entry.key.text == "redactions":
                continue  # their words stand in the public edition alone
            yield entry.key.text, self.filled(entry.value, f"{path}.{entry.key.text}".lstrip("."))

    def value(self, typed: str, pattern: str) -> str:
        if pattern not in LINES | PROSE:
            return typed
        self.count += 1
        tricks = [f"{trick} {self.count:03}" for trick in self.lines[self.count % len(self.lines)]]
        text = " ".join(tricks)
        is_in_margin = pattern.startswith("remarks[]")  # no part of the text: it must do no harm there
        if (pattern in LINES or self.count % 2) and not is_in_margin:
            self.texts += tricks
        return MEANINGFUL.sub(r"\\\1", text) if pattern in PROSE and self.count % 2 else text
