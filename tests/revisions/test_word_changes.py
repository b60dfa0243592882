"""Tracked changes in Word: to accept all gives the new document, to reject all the old one."""

from __future__ import annotations

import pytest

from eoi.writers.docx import write
from tests.revisions.pairs import SCRIPTED, marked, pairs, render
from tests.revisions.word_changes import decide, uncounted

by_pair = pytest.mark.parametrize("name", pairs())


def test_every_scripted_change_and_every_pair_of_examples_is_tried() -> None:
    assert SCRIPTED >= 54
    assert len(pairs()) == 2 * SCRIPTED + 16


@by_pair
def test_to_accept_all_changes_gives_the_new_document(name: str) -> None:
    changes = write(marked(pairs()[name]))
    assert decide(changes, "accept") == decide(write(render(pairs()[name][1])), "accept")


@by_pair
def test_to_reject_all_changes_gives_the_old_document(name: str) -> None:
    """The numbers of tables and figures, and the contents, are fields: Word counts them anew."""
    changes = write(marked(pairs()[name]))
    assert uncounted(decide(changes, "reject")) == uncounted(
        decide(write(render(pairs()[name][0])), "reject")
    )
