"""Every number, function, stakeholder and date of the real submission reaches the reader of every format."""

from __future__ import annotations

import re
from functools import cache

import pytest

from eoi.document.blocks import Table
from eoi.document.walk import walk_blocks
from eoi.writers import list_formats
from tests.readers import READERS, normalised
from tests.samples import ROOT, example, interest, interest_read_in, lines_of

FACTS = ROOT / "tests" / "facts" / "bath-and-north-east-somerset.txt"
NAME = "bath-and-north-east-somerset"


def facts() -> list[str]:
    lines = FACTS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def text_in(format_: str) -> str:
    return interest_read_in(format_, example(NAME)).casefold()


def is_found(fact: str, text: str) -> bool:
    """As a whole: `43` is not found in `£43.3k`, nor `unit` in `community`."""
    words = re.escape(normalised(fact).casefold())
    return re.search(rf"(?<![\w£])(?<!\d[.,]){words}(?![\w%]|[.,]\d)", text) is not None


def table(anchor: str) -> Table:
    blocks = walk_blocks(interest(example(NAME)).blocks)
    (found,) = (block for block in blocks if isinstance(block, Table) and block.anchor == anchor)
    return found


def column(anchor: str, heading: str) -> list[str]:
    """The cells under one heading; each item of a list in them is an entry of its own."""
    block = table(anchor)
    index = [" ".join(lines_of(cell.blocks)) for cell in block.head].index(heading)
    return [line for row in block.rows for line in lines_of(row[index].blocks)]


def test_no_reader_is_for_a_format_that_there_is_not() -> None:
    assert READERS.keys() <= set(list_formats())


@pytest.mark.slow
@pytest.mark.parametrize("format_", list_formats())
def test_every_fact_is_in_the_text(format_: str) -> None:
    missing = [fact for fact in facts() if not is_found(fact, text_in(format_))]
    assert missing == []
    assert len(facts()) >= 250


@pytest.mark.parametrize("fact", ["178,643", "7,643", "20m", "43.3", "Somer"])
def test_a_fact_that_is_not_there_would_be_missed(fact: str) -> None:
    assert not is_found(fact, text_in("md"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("anchor", "heading", "entries"),
    [
        ("table-priorities", "Priority", 6),
        ("table-priorities", "Opportunities", 14),
        ("table-priorities", "Anticipated outcomes", 17),
        ("table-scope", "In scope?", 16),
        ("table-timescales", "Milestone", 3),
        ("table-feedback", "Group", 3),
    ],
)
def test_the_tables_hold_as_much_as_those_that_were_published(
    anchor: str, heading: str, entries: int
) -> None:
    assert len(column(anchor, heading)) == entries


def test_ten_functions_are_in_scope_and_six_are_not() -> None:
    answers = column("table-scope", "In scope?")
    assert (answers.count("Yes"), answers.count("No")) == (10, 6)


def test_three_posts_cost_what_was_published_and_the_sum_agrees() -> None:
    posts = column("table-posts", "Post")[:3]
    assert posts == ["Project manager", "Admin support", "Additional GP clinical sessions"]
    assert column("table-posts", "Cost") == ["£43.3k", "£24.6k", "£11.4k", "£79.4k"]
