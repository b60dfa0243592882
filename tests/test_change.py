"""One type for a change to a submission: fixes, versions and documents that came back all produce it."""

from __future__ import annotations

import pytest

from eoi.change import Change, apply_changes, write_preview
from eoi.changes.diff import diff_submissions
from eoi.fixes import find_fix
from eoi.pipeline import examine
from eoi.source.edits import EditRefused, SetValue
from tests.samples import examined, skeleton

OLD = examined(skeleton(more="    budget: £220m\n"), "old.yaml")
NEW = examined(skeleton(more="    budget: £221.2m\n"), "new.yaml")
MISTYPED = examine(skeleton(more="    budegt: £220m\n").encode(), "ccg.yaml")


def test_what_changed_between_versions_is_previewed_as_a_fix_is() -> None:
    changes = diff_submissions(OLD, NEW).changes
    assert list(write_preview(changes)) == ["line 5: £220m -> £221.2m (new.yaml)"]
    assert [change.path for change in changes] == ["applicants[0].budget"]


def test_every_change_says_what_it_was_what_it_is_who_says_so_and_where() -> None:
    fixes = [fix for finding in MISTYPED.every_finding if (fix := find_fix(finding, MISTYPED))]
    changes = [*diff_submissions(OLD, NEW).changes, *(one for fix in fixes for one in fix.changes)]
    assert len(changes) == 2
    for change in changes:
        assert isinstance(change, Change)
        assert all((change.path, change.was, change.now, change.by, change.where))


def test_a_change_that_another_version_has_made_is_only_told() -> None:
    with pytest.raises(EditRefused):
        apply_changes(OLD.source, diff_submissions(OLD, NEW).changes)


def test_the_same_change_with_an_edit_is_made() -> None:
    change = diff_submissions(OLD, NEW).changes[0]
    edit = SetValue(("applicants", 0, "budget"), change.now)
    made = apply_changes(OLD.source, [Change(edit, change.was, change.now, change.by, change.where)])
    assert made == NEW.source.raw
