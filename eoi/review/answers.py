"""The long texts of a submission, each under the question that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eoi.examined import Examined
from eoi.rounds.model import Round, RoundPart, Section
from eoi.source.nodes import Node, Path, walk_values
from eoi.source.paths import follow_path, path_text
from eoi.submission.kinds import MARKDOWN
from eoi.submission.walk import field_at


class Answer(NamedTuple):
    """A text that answers a question of the round, at a path of the file."""

    question: str
    path: str
    text: str


def list_parts(round_: Round) -> Iterator[tuple[Section, RoundPart, str]]:
    """Yield each part of a round with its section and the key of its question."""
    for section in round_.sections:
        for part, _ in section.places:
            yield section, part, section.anchor_of(part)


def list_answers(examined: Examined) -> Iterator[Answer]:
    """Yield each long text of a submission once, under the part of the round that asks for it."""
    seen, tree = set[Path](), examined.source.tree
    keys = {(section.label, part.id): key for section, part, key in list_parts(examined.round)}
    for item in examined.checklist.items:
        key = keys[item.section, item.part.id]
        for path in item.answered:
            found = follow_path(tree, path) if tree is not None else []
            if not found or len(found) < len(path):
                continue
            for steps, text in long_texts(found[-1][0], path):
                if steps not in seen:
                    seen.add(steps)
                    yield Answer(key, path_text(steps), text)


def long_texts(node: Node, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the path and words of each text in Markdown in a part of the tree."""
    for steps, value in walk_values(node, path):
        field = field_at(steps)
        if field is not None and field.kind is MARKDOWN:
            yield steps, value.text
