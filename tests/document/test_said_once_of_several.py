"""A bid of several CCGs is one bid: what is the same of all of them is said once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from eoi.document.blocks import Heading, Paragraph, Table
from eoi.document.inlines import plain_text
from eoi.document.walk import walk_blocks
from tests.samples import ROOT, examined, interest

BIDS = sorted((ROOT / "tests" / "bids").glob("*.yaml"))
OTHERS = sorted(
    path
    for folder in ("tests/drafts", "tests/honest", "tests/golden/documents")
    for path in (ROOT / folder).glob("*.yaml")
    if path.read_text(encoding="utf-8").count("  - name: NHS") > 1
)
FEWEST_WORDS = 5


def sentences(source: str) -> list[str]:
    """Return each sentence of a final, with X for the name of any CCG. A cell of a table is no sentence."""
    names = sorted(names_of(source), key=len, reverse=True)
    called = re.compile("|".join(map(re.escape, names)))
    said: list[str] = []
    text_blocks = [one for one in interest(source, final=True).blocks if not isinstance(one, Table)]
    for block in walk_blocks(text_blocks):
        if isinstance(block, Paragraph) and not isinstance(block, Heading):
            text = called.sub("X", plain_text(block.children).replace("’", "'"))
            said += re.split(r"(?<=[.!?]) ", text)
    return [one for one in said if len(one.split()) >= FEWEST_WORDS]


def names_of(source: str) -> set[str]:
    applicants = examined(source).submission.applicants
    return {name for one in applicants for name in (one.name, one.known_as, one.code) if name}


def test_there_are_bids_of_several_to_read() -> None:
    assert len(BIDS) == 2
    assert len(OTHERS) >= 3


@pytest.mark.slow
@pytest.mark.parametrize("path", [*BIDS, *OTHERS], ids=lambda path: path.stem)
def test_no_sentence_stands_twice_with_only_the_name_changed(path: Path) -> None:
    said = sentences(path.read_text(encoding="utf-8"))
    repeated = {one: number for one, number in Counter(said).items() if number > 1}
    assert repeated == {}


def test_the_answers_that_all_priorities_share_are_said_once_below_the_table() -> None:
    eight = (ROOT / "tests" / "bids" / "eight-ccgs-delegated-2017.yaml").read_text(encoding="utf-8")
    assert sum("The measure of each is unplanned admissions" in one for one in sentences(eight)) == 1
