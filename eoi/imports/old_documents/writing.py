"""A draft written as a file: values, where they were in the document, and the questions still open."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from eoi.expressions import Expression
from eoi.imports.old_documents.tree import DraftEntry, DraftGroup, DraftList, Node
from eoi.new_file.wanted import list_short_fields
from eoi.rounds.model import Round
from eoi.source.characters import remove_zero_width
from eoi.submission import MARKDOWN
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part

WIDTH = 96
AGAIN = "the same sentence"
SAFE = Expression(r"[A-Za-z0-9£][\w£%.,/ ()'’–-]*")
BEGINS_BLOCK = Expression(r"[-+*>=|]|#{1,6}$|\d{1,9}[.)]$")
WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
INTRODUCTION = """\
{title}

A first draft from {name}. Comments say where in it each answer stood; words for which there is no field
are kept below, under notes. Read every line: eoi placed the words, and wrote none of its own.
"""


def write_draft(top: DraftGroup, round_: Round, form: str, name: str) -> str:
    """Return the file. It has every field with a value, and those that are required or recommended."""
    short = list_short_fields(round_, form) if form else list_short_fields(round_, round_.offers[0])
    writer = DraftWriter(short)
    head = write_as_comment(INTRODUCTION.format(title=round_.title, name=name))
    return "\n".join([*head, *writer.top(top)]) + "\n"


@dataclass(slots=True)
class DraftWriter:
    """A writer of one draft. `wanted` holds the fields that are written even without a value."""

    wanted: frozenset[str]
    last: str = ""

    def top(self, top: DraftGroup) -> Iterator[str]:
        for name, field in Submission.by_written.items():
            node = top.fields.get(name)
            if node is None and name not in self.wanted:
                continue
            yield ""
            yield from self.field(field, name, node, "")

    def field(self, field: Field, path: str, node: Node | None, indent: str) -> Iterator[str]:
        """Yield a field with its place in the document or, if it has no value, with its question."""
        said = node.comments if node is not None else (field.question,)
        yield from wrap_comments([AGAIN if one == self.last else one for one in said], indent)
        self.last = said[-1] if said else self.last
        name = f"{indent}{field.written}:"
        if isinstance(node, DraftList):
            yield name
            for item in node.items:
                yield from self.item(field, path, item, f"{indent}  ")
        elif field.part and not isinstance(node, DraftEntry):
            yield from self.group(field, path, node, indent)
        elif isinstance(node, DraftEntry):
            yield from self.value(name, node, indent)
        else:
            yield f"{name} |" if field.kind is MARKDOWN else name

    def group(self, field: Field, path: str, node: DraftGroup | None, indent: str) -> Iterator[str]:
        assert field.part
        if field.is_list:
            yield f"{indent}{field.written}:"
            return
        inner = list(self.fields(field.part, path, node or DraftGroup(), f"{indent}  "))
        yield f"{indent}{field.written}:"
        yield from inner

    def fields(self, part: type[Part], path: str, group: DraftGroup, indent: str) -> Iterator[str]:
        for name, field in part.by_written.items():
            node = group.fields.get(name)
            if node is not None or f"{path}.{name}" in self.wanted:
                yield from self.field(field, f"{path}.{name}", node, indent)

    def item(self, field: Field, path: str, item: DraftEntry | DraftGroup, indent: str) -> Iterator[str]:
        """Yield a list item, with a dash before its first field."""
        yield from wrap_comments(item.comments, indent)
        if isinstance(item, DraftEntry):
            yield from self.value(f"{indent}-", item, indent)
            return
        assert field.part
        dashed = False
        for name, inner in field.part.by_written.items():
            node = item.fields.get(name)
            if node is None:
                continue
            for line in self.field(inner, f"{path}[].{name}", node, f"{indent}  "):
                if not dashed and not line.lstrip().startswith("#"):
                    dashed = True
                    line = f"{indent}- {line.strip()}"
                yield line

    def value(self, name: str, entry: DraftEntry, indent: str) -> Iterator[str]:
        """Yield a value: long text below a bar, and any other behind the name."""
        text = remove_zero_width(entry.text)
        if not entry.is_prose:
            yield f"{name} {quote_where_needed(text)}".rstrip()
            return
        yield f"{name} |"
        for line in text.strip("\n").split("\n"):
            yield from (f"{indent}  {one}".rstrip() for one in fold(line, WIDTH - len(indent) - 2))


def fold(line: str, width: int) -> Iterator[str]:
    """Break a line of Markdown at spaces.

    No new line begins with a word that would start a list or heading.
    """
    bare = line.lstrip(" ")
    ahead = " " * (len(line) - len(bare))
    inner = ahead + " " * (2 if bare.startswith("- ") else 3 if bare.startswith("1. ") else 0)
    now = ""
    for word in bare.split(" "):
        if now.strip() and len(now) + 1 + len(word) > width and not BEGINS_BLOCK.match(word):
            yield now
            now = f"{inner}{word}"
        else:
            now = f"{now} {word}" if now else f"{ahead}{word}"
    yield now


def quote_where_needed(text: str) -> str:
    """Return a value as YAML, in quotes if it could mean anything else."""
    if SAFE.fullmatch(text) and text.lower() not in WORDS_OF_YAML and not text.endswith(" "):
        return text
    return json.dumps(text, ensure_ascii=False)


def write_as_comment(text: str, indent: str = "") -> list[str]:
    """Return a text as comment lines."""
    return [f"{indent}# {line}".rstrip() for line in text.rstrip("\n").split("\n")]


def wrap_comments(said: Sequence[str], indent: str) -> Iterator[str]:
    """Yield comments as lines no longer than `WIDTH`."""
    for one in said:
        lines = wrap(one, max(WIDTH - len(indent) - 2, 40), break_long_words=False, break_on_hyphens=False)
        yield from (f"{indent}# {line}" for line in lines)
