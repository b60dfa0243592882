"""The blocks of the templates, which a CCG's own template can replace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.papers import find_templates_folder

TAG = Expression(
    r"\{%-?\s{0,9}(?:(endblock)\b[^%]{0,99}|block\s{1,9}(\w+)[^%]{0,99})%\}(?:\{# (.*?) #\})?", re.DOTALL
)
EXTENDS = Expression(r"""\{%-?\s{0,9}extends\s{1,9}["']([^"']{1,200})["']""")
SHIPPED = "shipped/"


class TemplateBlock(FrozenValue):
    """A block, its comment, and the number of blocks around it."""

    name: str
    words: str
    depth: int


def read_template_blocks(text: str) -> Iterator[TemplateBlock]:
    """Yield the blocks of a template, in the order in which they begin."""
    depth = 0
    for end, name, words in TAG.findall(text):
        if end:
            depth -= 1
        else:
            yield TemplateBlock(name, " ".join(words.split()), depth)
            depth += 1


def find_extended_template(text: str) -> str:
    """Return the name of the template that a text extends, or an empty text: `shipped/scope.html`."""
    found = EXTENDS.search(text)
    return found[1] if found else ""


def list_shipped_blocks(kind: str, name: str) -> frozenset[str]:
    """Return the names of the blocks of a shipped template and of those that it extends."""
    folders = (find_templates_folder() / folder / name for folder in (kind, "shared"))
    text = next((file.read_text(encoding="utf-8") for file in folders if file.is_file()), "")
    above = find_extended_template(text)
    own = frozenset(block.name for block in read_template_blocks(text))
    return own | (list_shipped_blocks(kind, above) if above else frozenset())


def find_blocks_without_place(kind: str, text: str) -> list[tuple[str, frozenset[str]]]:
    """Return the outer blocks of a CCG's own template that replace no shipped block.

    Each is given with the names of the shipped blocks.
    """
    above = find_extended_template(text)
    known = (
        list_shipped_blocks(kind, above.removeprefix(SHIPPED)) if above.startswith(SHIPPED) else frozenset()
    )
    outer = [block.name for block in read_template_blocks(text) if block.depth == 0]
    return [(name, known) for name in outer if known and name not in known]
