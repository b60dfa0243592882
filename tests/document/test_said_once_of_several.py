"""A bid of several CCGs is one bid: what is the same of all of them is said once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from eoi.document.blocks import Block, Paragraph, Table
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_own_inlines, walk_blocks
from tests.samples import ROOT, examined, interest, lines_of
from tests.thorough import some_of

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
        if isinstance(block, Paragraph):
            text = called.sub("X", read_plain_words(block.children).replace("’", "'"))
            said += re.split(r"(?<=[.!?]) ", text)
    return [one for one in said if len(one.split()) >= FEWEST_WORDS]


def cells(source: str) -> list[list[str]]:
    """Return the words in each column of each table of a final, with X for the name of any CCG."""
    called = re.compile("|".join(map(re.escape, sorted(names_of(source), key=len, reverse=True))))
    every = [one for one in walk_blocks(interest(source, final=True).blocks) if isinstance(one, Table)]
    # Each signs for itself, and may do so on the same day.
    tables = [one for one in every if one.kind != "signatures"]
    columns = [column for table in tables for column in zip(*table.rows, strict=True)]
    return [[called.sub("X", words_in(cell.blocks)) for cell in column] for column in columns]


def words_in(blocks: tuple[Block, ...]) -> str:
    return " ".join(read_plain_words(list_own_inlines(block)) for block in walk_blocks(blocks)).replace(
        "’", "'"
    )


def names_of(source: str) -> set[str]:
    applicants = examined(source).submission.applicants
    return {name for one in applicants for name in (one.name, one.known_as, one.code) if name}


def test_there_are_bids_of_several_to_read() -> None:
    assert len(BIDS) == 2
    assert len(OTHERS) >= 3


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of((*BIDS, *OTHERS), 2), ids=lambda path: path.stem)
def test_no_sentence_stands_twice_with_only_the_name_changed(path: Path) -> None:
    said = sentences(path.read_text(encoding="utf-8"))
    repeated = {one: number for one, number in Counter(said).items() if number > 1}
    assert repeated == {}


@pytest.mark.parametrize("path", BIDS, ids=lambda path: path.stem)
def test_no_column_of_a_table_repeats_a_sentence_with_only_the_name_changed(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    columns = [[text for text in column if len(text.split()) >= FEWEST_WORDS] for column in cells(source)]
    assert sum(map(len, columns)) > 20
    assert [column[0] for column in columns if len(column) > 1 and len(set(column)) == 1] == []


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("a vote against means that {} withdraws", "A vote against means that the CCG withdraws."),
        ("if {}'s members are against, {} withdraws", "If the CCG's members are against, the CCG withdraws."),
        ("two thirds must vote in favour", "Rule of the vote: two thirds must vote in favour."),
    ],
)
def test_a_rule_that_votes_share_but_for_the_name_is_said_once_below_the_table(rules: str, said: str) -> None:
    names = ("NHS Here CCG", "NHS There CCG")
    text = "round: 2014\nform: joint\napplicants: [{name: NHS Here CCG}, {name: NHS There CCG}]\n"
    text += "engagement:\n  members:\n    ballots:\n"
    text += "".join(f'      - {{ccg: {one}, for: 9, rule: "{rules.replace("{}", one)}"}}\n' for one in names)
    blocks = interest(text).blocks
    (at,) = (
        n for n, block in enumerate(blocks) if isinstance(block, Table) and block.anchor == "table-ballots"
    )
    assert "Rule of the vote" not in " ".join(lines_of(blocks[at : at + 1]))
    assert lines_of(blocks[at + 1 : at + 2]) == [said]


def test_what_all_supporters_said_is_in_the_paragraph_that_says_so() -> None:
    text = "round: 2014\nform: joint\napplicants: [{name: NHS Here CCG}]\nsupport:\n"
    text += "".join(
        f"  - {{body: {one}, date: 2014-05, view: It agrees.}}\n" for one in ("A Board", "B Board")
    )
    (said,) = (line for line in lines_of(interest(text).blocks) if "said the same" in line)
    assert said.endswith("with the dates. Each of them said the same: It agrees.")


def test_votes_with_rules_of_their_own_have_a_column_for_them() -> None:
    text = "round: 2014\nform: joint\napplicants: [{name: NHS Here CCG}, {name: NHS There CCG}]\n"
    text += "engagement:\n  members:\n    ballots:\n"
    text += "      - {ccg: NHS Here CCG, for: 9, rule: a majority decides}\n"
    text += "      - {ccg: NHS There CCG, for: 9}\n"
    assert "Rule of the vote" in "\n".join(lines_of(interest(text).blocks))


def test_the_answers_that_all_priorities_share_are_said_once_below_the_table() -> None:
    eight = (ROOT / "tests" / "bids" / "eight-ccgs-delegated-2017.yaml").read_text(encoding="utf-8")
    assert sum("The measure of each is unplanned admissions" in one for one in sentences(eight)) == 1


def test_a_table_is_not_said_to_hold_what_all_priorities_share() -> None:
    eight = (ROOT / "tests" / "bids" / "eight-ccgs-delegated-2017.yaml").read_text(encoding="utf-8")
    said = [one for one in lines_of(interest(eight).blocks) if "priorities of each CCG" in one]
    assert said[0].endswith("sets out the priorities of each CCG.")
    assert not [one for one in said if "would help" in one]
    own = eight.replace("opportunities: [One contract", "opportunities: [A contract", 1)
    assert own != eight
    assert "would help to deliver them." in "\n".join(lines_of(interest(own).blocks))
