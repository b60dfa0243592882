"""Items moved at random, some changed or taken out as well: each version can be had again."""

from __future__ import annotations

import re
from random import Random

import pytest

from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.revisions.merge import mark_changes
from eoi.source import load
from eoi.source.edits import Edit, EditRefused, MoveItem, Remove, SetValue, edit
from eoi.source.nodes import Scalar, Sequence
from eoi.submission.vocabulary import list_field_names_at
from eoi.writers.docx import write
from tests.revisions.pairs import BASE, render
from tests.revisions.test_word_changes import DECIDED, MOVE_KINDS, main_part, words_of
from tests.revisions.word_changes import decide
from tests.samples import COMPLETE, EXAMPLES
from tests.source.edits.random_edits import list_paths
from tests.thorough import examples

BASES = (BASE, *(path.read_bytes() for path in (*EXAMPLES, COMPLETE)))
NUMBER, MOST_EDITS = examples(10, 10, 3), 5


def make_edit(raw: bytes, random: Random) -> Edit:
    """Mostly a move; now and then words that change, or an item that goes."""
    tree = load(raw, "ccg.yaml").tree
    assert tree
    places = list(list_paths(tree))
    lists = [(path, node) for path, node in places if isinstance(node, Sequence) and len(node.items) > 1]
    path, chosen = random.choice(lists)
    item = (*path, random.randrange(len(chosen.items)))
    texts = [(at, node.text) for at, node in places if isinstance(node, Scalar) and len(node.text) > 20]
    at, text = random.choice(texts)
    move = MoveItem(item, random.randrange(len(chosen.items)))
    edits: list[Edit] = [move, move, move, Remove(item), SetValue(at, f"{text} indeed")]
    return random.choice(edits)


def change(raw: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, MOST_EDITS)):
        try:
            raw = edit(load(raw, "ccg.yaml"), [make_edit(raw, random)], list_field_names_at)
        except EditRefused:
            continue
    return raw


@pytest.mark.slow
def test_what_moved_at_random_can_be_accepted_and_rejected() -> None:
    random, moves, tried = Random(4), 0, 0
    while tried < NUMBER:
        old = random.choice(BASES)
        new = change(old, random)
        if not isinstance(examine(new, "ccg.yaml"), ExaminedSubmission):
            continue
        versions = render.__wrapped__(old), render.__wrapped__(new)
        changes = write(mark_changes(*versions, "June"))
        for decision, version in DECIDED:
            assert words_of(decide(changes, decision)) == words_of(decide(write(versions[version]), decision))
        away, here = (sorted(names_of_moves(changes, kind)) for kind in MOVE_KINDS)
        assert away == here
        assert len(set(away)) == len(away)
        moves, tried = moves + len(away), tried + 1
    assert moves > NUMBER


def names_of_moves(raw: bytes, kind: str) -> list[str]:
    return re.findall(rf'<w:{kind}RangeStart [^>]*w:name="([^"]+)"', main_part(raw))
