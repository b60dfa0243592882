"""What the templates write in each situation: one YAML file, and beside it the sentences it must become.

A golden is the document without what is asked and what is missing, so that an editor can read it at once.
After a change of wording, `pytest --update-goldens tests/document/test_goldens.py` writes them anew; read
the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eoi.document.blocks import Block, Callout, Contents, Document, Figure, Heading, Paragraph, Table
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.md import write
from tests.samples import ROOT, interest

SITUATIONS = sorted((ROOT / "tests" / "golden" / "documents").glob("*.yaml"))


def reading_copy(document: Document) -> Document:
    kept = [unanchored(block) for block in document.blocks if not is_aside(block)]
    return document.replace(blocks=tuple(without_empty_sections(kept)))


def unsealed(markdown: str) -> str:
    """The digest at the end tells an editor nothing."""
    text, _, seal = markdown.rstrip().rpartition("\n")
    assert seal.startswith("<!-- eoi-seal-")
    return f"{text.rstrip()}\n"


def is_aside(block: Block) -> bool:
    """Questions, gap marks, the contents and the count of what is missing: other tests are about these."""
    match block:
        case Paragraph(role="question") | Contents():
            return True
        case Callout("gap"):
            return True
        case Callout("note", (Paragraph(words), *_)):
            return read_plain_words(words).startswith("This is a draft.")
        case _:
            return False


def unanchored(block: Block) -> Block:
    return block.replace(anchor="") if isinstance(block, Heading | Table | Figure) else block


def without_empty_sections(blocks: list[Block]) -> Iterator[Block]:
    """A heading stays where a text follows before the next heading of its level."""
    for index, block in enumerate(blocks):
        if not isinstance(block, Heading) or has_text(block.level, blocks[index + 1 :]):
            yield block


def has_text(level: int, following: list[Block]) -> bool:
    for block in following:
        if not isinstance(block, Heading):
            return True
        if block.level <= level:
            return False
    return False


@pytest.mark.parametrize("path", SITUATIONS, ids=lambda path: path.stem)
def test_a_situation_reads_as_its_golden(path: Path, request: pytest.FixtureRequest) -> None:
    written = unsealed(write(reading_copy(interest(path.read_bytes()))).decode())
    golden = path.with_suffix(".md")
    if request.config.getoption("--update-goldens"):
        golden.write_text(written, encoding="utf-8", newline="\n")
    assert written == golden.read_text(encoding="utf-8")


def test_every_situation_has_its_golden_and_every_golden_its_situation() -> None:
    goldens = sorted(path.stem for path in SITUATIONS[0].parent.glob("*.md"))
    assert goldens == sorted(path.stem for path in SITUATIONS)
    assert len(goldens) >= 24
