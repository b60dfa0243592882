"""A sentence leads to every numbered table and figure, and stands on its page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from eoi.document.blocks import Block, BulletList, Figure, Paragraph, Table
from eoi.document.inline import Reference, Text
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import walk_blocks, walk_inlines
from eoi.writers.page_layout import introduces
from tests.samples import COMPLETE, EXAMPLES, ROOT, interest, lines_of, skeleton

BIDS = sorted((ROOT / "tests" / "bids").glob("*.yaml"))
GOLDENS = sorted((ROOT / "tests" / "golden" / "documents").glob("*.yaml"))
SOURCES = [*EXAMPLES, *BIDS, *GOLDENS, COMPLETE]


def anchors_named(block: Block) -> set[str]:
    words = block.children if isinstance(block, Paragraph) else ()
    return {inline.anchor for inline in walk_inlines(words) if isinstance(inline, Reference)}


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("final", [False, True], ids=["draft", "final"])
def test_a_sentence_leads_to_every_numbered_table_and_figure(final: bool) -> None:
    shown = 0
    for path in SOURCES:
        named: set[str] = set()
        for block in walk_blocks(interest(path.read_bytes(), final=final).blocks):
            named |= anchors_named(block)
            if isinstance(block, Table | Figure) and block.number is not None:
                assert block.anchor in named, (path.name, block.anchor)
                shown += 1
    assert shown > 100


@pytest.mark.parametrize("path", [*EXAMPLES, *BIDS], ids=lambda path: path.stem)
def test_no_numbered_table_follows_another_without_a_sentence_between(path: Path) -> None:
    blocks = interest(path.read_bytes(), final=True).blocks
    assert [
        after.anchor
        for before, after in pairwise(blocks)
        if isinstance(before, Table | Figure) and isinstance(after, Table) and after.number is not None
    ] == []


@pytest.mark.parametrize(
    ("more", "caption"),
    [("by: B", "What will be reviewed"), ("measure: M", "What will be reviewed, and how")],
)
def test_the_caption_of_reviews_says_how_only_where_a_column_does(more: str, caption: str) -> None:
    text = f"round: 2014\nform: joint\napplicants: [{{name: NHS A CCG}}]\nevaluation: [{{what: A, {more}}}]\n"
    tables = [block for block in interest(text).blocks if isinstance(block, Table)]
    assert [read_plain_words(table.caption) for table in tables if table.anchor == "table-evaluation"] == [
        caption
    ]


TABLE = Table((), (), ((),), anchor="table-a")


@pytest.mark.parametrize(
    ("words", "after", "stays"),
    [
        ((Reference("table-a", "Table 1"), Text(" lists two.")), TABLE, True),
        ((Reference("table-b", "Table 2"), Text(" lists two.")), TABLE, False),
        ((Text("This concern was raised:"),), TABLE, True),
        ((Text("Nothing was raised."),), TABLE, False),
        ((Text("It set two conditions:"),), BulletList(()), True),
        ((Reference("table-a", "Table 1"),), Paragraph(()), False),
    ],
)
def test_a_sentence_that_leads_to_a_table_stays_on_its_page(
    words: tuple[Reference | Text, ...], after: Block, stays: bool
) -> None:
    assert introduces(Paragraph(words), after) is stays


def test_no_table_has_a_single_column() -> None:
    for path in SOURCES:
        for block in walk_blocks(interest(path.read_bytes()).blocks):
            if isinstance(block, Table) and block.kind == "data":
                assert len(block.head) > 1, (path.name, block.anchor)


def test_phases_and_reviews_of_which_only_the_name_is_known_are_lists() -> None:
    text = skeleton(
        more="arrangement: {phases: [{name: First}, {name: Second}]}\nevaluation: [{what: Access}]\n"
    )
    lines = lines_of(interest(text).blocks)
    assert lines.index("First") == lines.index("The arrangement has two phases:") + 1
    assert lines.index("Access") == lines.index("This will be reviewed:") + 1


def test_reviews_that_are_sentences_follow_a_sentence_of_their_own() -> None:
    text = skeleton(more="evaluation: [{what: We will measure access each quarter.}]\n")
    lines = lines_of(interest(text).blocks)
    at = lines.index("The arrangement will be reviewed as follows:")
    assert lines[at + 1] == "We will measure access each quarter."
