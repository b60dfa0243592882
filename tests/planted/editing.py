"""Writes a contradiction into the text of a submission, as an officer's editor would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from eoi.findings import Position, Span
from eoi.source import load
from eoi.source.nodes import Mapping, Path, Scalar
from eoi.source.paths import follow_path
from tests.planted.entries import Contradiction, Fields, Prose
from tests.samples import ROOT


@dataclass(frozen=True, slots=True)
class Planted:
    """A file's text with a contradiction in it, and where that stands: whole lines, if it is no prose."""

    text: str
    span: Span


def planted(entry: Contradiction, wording: str) -> Planted:
    text = base_text(entry.base)
    if isinstance(entry, Prose):
        return with_sentence(text, entry.into, getattr(entry, wording))
    assert isinstance(entry, Fields)
    return with_edits(text, entry)


@cache
def base_text(base: str) -> str:
    return (ROOT / base).read_text(encoding="utf-8")


def with_sentence(text: str, into: Path, sentence: str, *paragraphs: str) -> Planted:
    """The text field at `into` with one sentence more: below a list as a paragraph of its own.

    `paragraphs` come after it, where the field is a block of lines.
    """
    scalar = scalar_at(text, into)
    lines = text.splitlines()
    if lines[scalar.span.start.line - 1][scalar.span.start.column - 1] in "|>":
        return after_block(lines, scalar.span, sentence, paragraphs)
    return after_plain(lines, scalar, sentence)


def scalar_at(text: str, path: Path) -> Scalar:
    tree = tree_of(text)
    steps = list(follow_path(tree, path))
    assert len(steps) == len(path), path
    node = steps[-1][0]
    assert isinstance(node, Scalar), path
    return node


@lru_cache(maxsize=8)  # the files that contradictions are planted into, each many times
def tree_of(text: str) -> Mapping:
    tree = load(text.encode(), "base").tree
    assert tree
    return tree


def after_block(lines: list[str], span: Span, sentence: str, paragraphs: Sequence[str] = ()) -> Planted:
    last = max(number for number in range(span.start.line, span.end.line) if lines[number - 1].strip())
    indent = " " * indentation(lines[span.start.line])
    ends_in_list = indentation(lines[last - 1]) > len(indent) or lines[last - 1].lstrip().startswith("- ")
    added = ["", indent + sentence] if ends_in_list else [indent + sentence]
    number = last + len(added)
    place = Span(Position(number, len(indent) + 1), Position(number, len(indent) + 1 + len(sentence)))
    more = [line for paragraph in paragraphs for line in ("", indent + paragraph)]
    return Planted("\n".join([*lines[:last], *added, *more, *lines[last:]]) + "\n", place)


def after_plain(lines: list[str], scalar: Scalar, sentence: str) -> Planted:
    assert not scalar.quoted, "not needed so far"
    assert ": " not in sentence, sentence
    assert " #" not in sentence, sentence
    number, column = scalar.span.end
    line = lines[number - 1]
    lines[number - 1] = f"{line[: column - 1]} {sentence}{line[column - 1 :]}"
    place = Span(Position(number, column + 1), Position(number, column + 1 + len(sentence)))
    return Planted("\n".join(lines) + "\n", place)


def indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def with_edits(text: str, entry: Fields) -> Planted:
    """All at once: two figures can change places."""
    changed = text
    for start, old, new in sorted(
        ((place_of(old, text), old, new) for old, new in entry.edits), reverse=True
    ):
        changed = changed[:start] + new + changed[start + len(old) :]
    return Planted(changed, changed_lines(text, changed))


def place_of(old: str, text: str) -> int:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in it"
    return text.index(old)


def changed_lines(text: str, changed: str) -> Span:
    """From the first line that is another to the last; where lines were only taken out, the one after."""
    old, new = text.splitlines(), changed.splitlines()
    first = lines_in_common(old, new)
    same_at_the_end = lines_in_common(old[first:][::-1], new[first:][::-1])
    return Span(Position(first + 1, 1), Position(max(len(new) - same_at_the_end, first + 1) + 1, 1))


def lines_in_common(one: list[str], other: list[str]) -> int:
    """How many lines are the same from the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
