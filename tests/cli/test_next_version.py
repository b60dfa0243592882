"""`eoi diff --next-version`: the next row of the table of versions, from what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.change import apply_changes
from eoi.changes.diff import diff_submissions
from eoi.changes.next_version import propose_version
from eoi.submission.vocabulary import list_field_names_at
from tests.cli.calls import Call
from tests.samples import examined, skeleton

TABLE = "versions:\n  - {{version: {}, date: 2 June 2014, changes: Approved}}\n"
SUMMARY = "summary: We plan joint work.\n"


def version(last: str, budget: str = "£220m", more: str = SUMMARY) -> str:
    return skeleton(more=f"    budget: {budget}\n{more}{TABLE.format(last) if last else ''}")


def proposed(old: str, new: str) -> str:
    """What the last row of the table says once the proposal is applied."""
    before, after = examined(old, "old.yaml"), examined(new, "new.yaml")
    change = propose_version(diff_submissions(before, after), before, after)
    assert change
    made = examined(apply_changes(after.source, [change], list_field_names_at))
    row = made.submission.versions[-1]
    assert row.date is None
    return f"{row.version}: {row.changes}"


@pytest.mark.parametrize(
    ("last", "following"), [("1.0", "1.1"), ("0.2", "0.3"), ("2", "2.1"), ("1.1.3", "1.2"), ("v1.4", "v1.5")]
)
def test_a_major_change_raises_the_second_part_of_the_number(last: str, following: str) -> None:
    said = proposed(version(last), version(last, "£221.2m"))
    assert said.startswith(f"{following}: ")
    assert "£220m → £221.2m (+0.5%)" in said


@pytest.mark.parametrize(("last", "following"), [("1.0", "1.0.1"), ("2", "2.0.1"), ("1.1.3", "1.1.4")])
def test_any_other_change_raises_the_third_part(last: str, following: str) -> None:
    new = version(last).replace("joint work", "shared work")
    assert proposed(version(last), new) == f"{following}: 1 change of wording"


def test_without_a_table_the_version_before_counts_as_the_first() -> None:
    assert proposed(version(""), version("", "£221.2m")).startswith("1.1: ")


def test_a_name_without_a_number_is_counted_from_two() -> None:
    assert proposed(version("Draft"), version("Draft", "£221.2m")).startswith("Draft 2: ")


def test_the_row_names_five_major_changes_and_counts_the_rest() -> None:
    posts = "".join(f"    - {{role: Post {n}, cost: £1k}}\n" for n in range(8))
    said = proposed(version("1.0"), version("1.0", more=f"{SUMMARY}resources:\n  posts:\n{posts}"))
    assert "Post 0: new; Post 1: new; " in said
    assert said.endswith("and 3 more major changes")


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> Path:
    (tmp_path / "old.yaml").write_text(version("1.0"), encoding="utf-8")
    (tmp_path / "new.yaml").write_text(version("1.0", "£221.2m"), encoding="utf-8")
    return tmp_path


def test_diff_shows_the_row_as_a_change_to_the_file(eoi: Call) -> None:
    code, out, err = eoi("diff", "old.yaml", "new.yaml", "--next-version")
    assert (code, err) == (0, "")
    assert out.startswith("--- new.yaml\n+++ new.yaml\n")
    (added,) = [line for line in out.splitlines() if line.startswith("+ ")]
    assert "1.1" in added


@pytest.mark.parametrize("new", ["old.yaml", "listed.yaml"])
def test_there_is_no_row_where_nothing_changed_or_the_table_has_it(eoi: Call, files: Path, new: str) -> None:
    text = (files / "new.yaml").read_text(encoding="utf-8")
    (files / "listed.yaml").write_text(f"{text}  - {{version: 1.1, date: 9 June 2014}}\n", encoding="utf-8")
    code, out, err = eoi("diff", "old.yaml", new, "--next-version")
    assert (code, out) == (0, "")
    assert "no row is proposed" in err
