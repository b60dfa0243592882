"""A redaction, a waiver or a remark of an item follows it when an import moves the items of its list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.change import Change, apply_changes
from eoi.imports.archive import CannotImport
from eoi.imports.moved_places import lead_places_on
from eoi.imports.outcome import ImportCounts, ImportOutcome, PlacedDifference
from eoi.source import load
from eoi.source.edits import Edit, InsertItem, Remove, SetValue
from eoi.source.edits.operations import MoveItem
from eoi.submission.vocabulary import list_field_names_at

POSTS: tuple[str, ...] = ("resources", "posts")
FILE = """\
resources:
  posts:
    - role: Clerk
    - role: Manager
    - role: Nurse
redactions:
  - path: resources.posts[1].cost
  - path: resources.posts[].role
  - path: resources.posts[Nurse].cost
waivers:
  - path: resources.posts[2].wte
remarks:
  - about: resources.posts[0].role
"""


def made(*edits: Edit) -> str:
    """Return the file after an import that makes these edits."""
    source = load(FILE.encode(), "x", list_field_names_at)
    changes = [Change(edit, "", "", "", "") for edit in edits]
    outcome = ImportOutcome(
        tuple(PlacedDifference(one, (one,)) for one in changes), (), (), ImportCounts(0, 0, 0)
    )
    return apply_changes(source, lead_places_on(outcome, source).changes, list_field_names_at).decode()


def test_an_item_put_first_moves_all_places_on() -> None:
    text = made(InsertItem((*POSTS, 0), {"role": "Director"}))
    assert "path: resources.posts[2].cost" in text
    assert "path: resources.posts[3].wte" in text
    assert "about: resources.posts[1].role" in text
    assert "resources.posts[].role" in text
    assert "resources.posts[Nurse].cost" in text


def test_a_deleted_item_moves_those_behind_it() -> None:
    text = made(Remove((*POSTS, 0)))
    assert "path: resources.posts[0].cost" in text
    assert "path: resources.posts[1].wte" in text


def test_an_item_of_which_something_is_withheld_is_not_deleted() -> None:
    with pytest.raises(CannotImport, match="it deletes post 2, of which redaction 1 withholds"):
        made(Remove((*POSTS, 1)))


def test_other_changes_move_nothing() -> None:
    text = made(SetValue((*POSTS, 1, "role"), "Head"))
    assert text == FILE.replace("Manager", "Head")


@given(st.integers(0, 2), st.integers(0, 2))
def test_a_moved_item_takes_its_redaction_with_it(start: int, to: int) -> None:
    text = made(MoveItem((*POSTS, start), to))
    roles = [line.split(": ")[1] for line in text.splitlines() if "- role" in line]
    assert f"path: resources.posts[{roles.index('Manager')}].cost" in text
