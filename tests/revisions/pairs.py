"""Pairs of versions: those of the scripted changes, and the examples with many changes at once."""

from __future__ import annotations

import re
from functools import cache

import pytest
from _pytest.mark import ParameterSet

from eoi.document.blocks import Document, Revisions
from eoi.document.render import make_paper
from eoi.revisions.merge import mark_changes
from eoi.source import load
from eoi.source.edits import Edit, InsertItem, MoveItem, SetValue, edit
from eoi.submission.vocabulary import list_field_names_at
from eoi.writers.docx import write as write_docx
from eoi.writers.html import write as write_html
from tests.changes.test_scripted_changes import CASES, read_case
from tests.samples import EXAMPLES, ROOT, examined
from tests.thorough import some_of

Pair = tuple[bytes, bytes]
BASE = (ROOT / "tests" / "changes" / "base.yaml").read_bytes()
MOVED: dict[str, list[Edit]] = {
    "function-moved": [MoveItem(("scope", "functions", 0), 2)],
    "function-moved-and-reworded": [
        SetValue(("scope", "functions", 0, "comment"), "The Chief Finance Officer would check each payment."),
        MoveItem(("scope", "functions", 0), 2),
    ],
    "function-moved-and-another-new": [
        MoveItem(("scope", "functions", 0), 2),
        InsertItem(("scope", "functions", 0), {"function": "Premises", "in_scope": "yes"}),
    ],
    "posts-and-stakeholders-moved": [
        MoveItem(("resources", "posts", 1), 0),
        MoveItem(("engagement", "stakeholders", 2), 0),
    ],
    "outcomes-of-a-priority-that-moved": [
        SetValue(("priorities", 0, "outcomes", 0), "Fewer visits to the accident and emergency department"),
        MoveItem(("priorities", 0, "opportunities", 1), 0),
        MoveItem(("priorities", 0), 1),
    ],
}


# Back again, a change of words is another change of words. What comes, goes, moves or turns into a list
# is the other thing back again.
OTHER_BACK_AGAIN = re.compile("another-|left-out|order|paragraphs|votes|scope|" + "|".join(MOVED))
# Each example is the old version once and the new one once; two gain and lose much, and one has no change.
OTHERS = (
    "bath-and-north-east-somerset-as-bath-and-north-east-somerset",
    "bath-and-north-east-somerset-as-bromley",
    "bath-and-north-east-somerset-as-southampton",
    "bromley-as-central-london",
    "bromley-as-southampton",
    "central-london-as-bath-and-north-east-somerset",
    "southampton-as-central-london",
)


@cache
def pairs() -> dict[str, Pair]:
    """The old and the new text of each pair, by its name: each kind of change is there once."""
    scripted = {path.stem: read_case(path) for path in CASES}
    found = {name: (script.old.encode(), script.new.encode()) for name, script in scripted.items()}
    found |= {name: (BASE, move_items(edits)) for name, edits in MOVED.items()}
    there_and_back = {
        f"{name}-undone": (new, old) for name, (old, new) in found.items() if OTHER_BACK_AGAIN.search(name)
    }
    texts = {path.stem: path.read_bytes() for path in EXAMPLES}
    others = {name: name.split("-as-") for name in OTHERS}
    return found | there_and_back | {name: (texts[one], texts[two]) for name, (one, two) in others.items()}


def move_items(edits: list[Edit]) -> bytes:
    raw = BASE
    for one in edits:
        raw = edit(load(raw, "new.yaml"), [one], list_field_names_at)
    return raw


@cache
def render(text: bytes, paper: str = "expression-of-interest") -> Document:
    return make_paper(paper, examined(text), False)


@cache
def marked(pair: Pair, paper: str = "expression-of-interest") -> Document:
    old, new = pair
    return mark_changes(render(old, paper), render(new, paper), "the version of June")


@cache
def word_file(text: bytes, paper: str = "expression-of-interest") -> bytes:
    return write_docx(render(text, paper))


@cache
def marked_word_file(pair: Pair, paper: str = "expression-of-interest") -> bytes:
    return write_docx(marked(pair, paper))


@cache
def page(text: bytes, revisions: Revisions | None) -> str:
    """One version alone, with the legend that the marked document has."""
    return write_html(render(text).replace(revisions=revisions)).decode()


@cache
def marked_page(pair: Pair) -> str:
    return write_html(marked(pair)).decode()


def parameters() -> list[ParameterSet]:
    """The pairs as parameters of a test: the scripted changes, and more for those who have the time."""
    slow = {name: pytest.mark.slow for name in pairs() if name.endswith("-undone") or "-as-" in name}
    return [pytest.param(name, marks=slow.get(name, ())) for name in some_of(pairs(), 9, kind_of)]


def kind_of(name: str) -> tuple[bool, bool, bool]:
    """Tell whether a pair is two examples, a change taken back, or items that moved."""
    return "-as-" in name, name.endswith("-undone"), name.removesuffix("-undone") in MOVED


SCRIPTED = len(CASES) + len(MOVED)
