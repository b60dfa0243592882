"""One change of a file: what is written, and that every other character stays."""

from __future__ import annotations

import pytest

from eoi.source import load
from eoi.source.edits import (
    AddItem,
    Edit,
    EditRefused,
    InsertItem,
    MoveItem,
    Remove,
    Rename,
    Reword,
    SetValue,
    edit,
    move,
)
from eoi.submission.vocabulary import list_field_names_at
from tests.tables import for_each


def change(text: str, *edits: Edit) -> str:
    return edit(load(text.encode(), "ccg.yaml"), edits, list_field_names_at).decode()


SET = {
    "a plain value": ("form: joint  # agreed\n", ("form",), "delegated", "form: delegated  # agreed\n"),
    "in the author's quotes": ("a: 'x'\n", ("a",), "it's", "a: 'it''s'\n"),
    "in quotes where plain would not read back": ("a: x\n", ("a",), "Aim: better", 'a: "Aim: better"\n'),
    "in the quotes of the rest of the file": ("a: x\nb: 'y'\n", ("a",), "Aim: it", "a: 'Aim: it'\nb: 'y'\n"),
    "plain what YAML of other programs would turn": ("a: x\n", ("a",), "no", "a: no\n"),
    "several lines below a bar": (
        "a: x # c\nb: y\n",
        ("a",),
        "One.\n\nTwo.",
        "a: | # c\n  One.\n\n  Two.\nb: y\n",
    ),
    "over a text below a bar": ("a: |\n    One.\nb: y\n", ("a",), "1.\n2.", "a: |\n    1.\n    2.\nb: y\n"),
    "over a text with a note beside its bar": (
        "a: |  # c\n  1.\n",
        ("a",),
        "1.\n2.",
        "a: |  # c\n  1.\n  2.\n",
    ),
    "one line over a text below a bar": ("a: |\n  One.\n\nb: y\n", ("a",), "Two.", "a: Two.\n\nb: y\n"),
    "the note beside a bar moves above": ("a: | # c\n  One.\n", ("a",), "Two.", "# c\na: Two.\n"),
    "a blank field": ("a:  # ask\nb: y\n", ("a",), "x", "a: x  # ask\nb: y\n"),
    "nothing": ("a: x # c\nb: y\n", ("a",), "", "a: # c\nb: y\n"),
    "a list in brackets": ("a: [x, y] # c\n", ("a",), ["z"], "a: [z] # c\n"),
    "a list in lines": ("a:\n    - x\nb: y\n", ("a",), ["1", "2"], "a:\n    - 1\n    - 2\nb: y\n"),
    "an item": ("a:\n- x # c\n- y\n", ("a", 0), "z", "a:\n- z # c\n- y\n"),
    "a value in braces": ("a: {b: 1, c: 2}\n", ("a", "b"), "x, y", 'a: {b: "x, y", c: 2}\n'),
    "several lines in braces": ("a: {b: 1}\n", ("a", "b"), "x\ny", 'a: {b: "x\\ny\\n"}\n'),
    "a field in the model's order": (
        "round: 2014\nform: joint\napplicants: [{name: A}]\n",
        ("submitted",),
        "2014-06-20",
        "round: 2014\nform: joint\nsubmitted: 2014-06-20\napplicants: [{name: A}]\n",
    ),
    "a group before the comment that heads the next": (
        "summary: x\n\n# Timescales\ntimescales: []\n",
        ("resources", "total"),
        "£1m",
        "summary: x\n\nresources:\n  total: £1m\n\n# Timescales\ntimescales: []\n",
    ),
    "a field in braces": ("a: {b: 1}\n", ("a", "c"), "2", "a: {b: 1, c: 2}\n"),
    "inside a blank group": ("a:\nb: 1\n", ("a", "c", "d"), "2", "a:\n  c:\n    d: 2\nb: 1\n"),
    "no line end at the end": ("a: 1", ("b",), "2", "a: 1\nb: 2"),
}


@for_each(list(SET))
def test_a_value_is_set_as_its_author_would(case: str) -> None:
    before, path, value, after = SET[case]
    assert change(before, SetValue(path, value)) == after  # type: ignore[arg-type]


OTHERS: dict[str, tuple[str, Edit, str]] = {
    "a field goes, the comment beside it stays": ("a: 1 # c\nb: 2\n", Remove(("a",)), "# c\nb: 2\n"),
    "a field behind a dash": ("a:\n  - b: 1\n    c: 2\n", Remove(("a", 0, "b")), "a:\n  - c: 2\n"),
    "an item with what is below it": ("a:\n  - b: 1\n    c: 2\n  - d\n", Remove(("a", 0)), "a:\n  - d\n"),
    "the first in brackets": ("a: [1, 2, 3]\n", Remove(("a", 0)), "a: [2, 3]\n"),
    "the last in brackets": ("a: [1, 2, 3]\n", Remove(("a", 2)), "a: [1, 2]\n"),
    "another name": ("scop: # c\n  a: 1\n", Rename(("scop",), "scope"), "scope: # c\n  a: 1\n"),
    "another name in braces": ("a: {b: 1}\n", Rename(("a", "b"), "c"), "a: {c: 1}\n"),
    "an item at the end": ("a:\n  - 1 # c\nb: 2\n", AddItem(("a",), "x"), "a:\n  - 1 # c\n  - x\nb: 2\n"),
    "an item in brackets": ("a: [1]\n", AddItem(("a",), "x"), "a: [1, x]\n"),
    "the first item of a list": ("a:\nb: 1\n", AddItem(("a",), "x"), "a:\n  - x\nb: 1\n"),
    "a group as the others in braces": (
        "a:\n- {b: 1}\n",
        AddItem(("a",), {"b": "2"}),
        "a:\n- {b: 1}\n- {b: 2}\n",
    ),
    "a blank line between items": (
        "a:\n- b: 1\n\n- b: 2\n",
        AddItem(("a",), {"b": "3"}),
        "a:\n- b: 1\n\n- b: 2\n\n- b: 3\n",
    ),
    "an item in front": ("a:\n  - 1\n  - 2\n", InsertItem(("a", 1), "x"), "a:\n  - 1\n  - x\n  - 2\n"),
    "an item with its comment moves": (
        "a:\n  - 1\n  # on two\n  - 2 # c\n",
        MoveItem(("a", 1), 0),
        "a:\n  # on two\n  - 2 # c\n  - 1\n",
    ),
    "an item in brackets moves": ("a: [1, 2,  3]\n", MoveItem(("a", 2), 0), "a: [3, 1,  2]\n"),
}


@for_each(list(OTHERS))
def test_a_file_changes_at_one_place(case: str) -> None:
    before, one, after = OTHERS[case]
    assert change(before, one) == after


# What editors of YAML have got wrong: each file, the change, and the file as it should be.
KNOWN_DEFECTS: dict[str, tuple[str, Edit, str]] = {
    "comments inside the changed block are eaten": (
        "a:\n  # first\n  b: 1 # one\n  # second\n  c: 2\n",
        SetValue(("a", "b"), "3"),
        "a:\n  # first\n  b: 3 # one\n  # second\n  c: 2\n",
    ),
    "a comment behind the last field is eaten": (
        "a:\n  b: 1\n  # end\n",
        SetValue(("a", "c"), "2"),
        "a:\n  b: 1\n  c: 2\n  # end\n",
    ),
    "characters of several bytes shift the place": (
        "a: Zoë 😀 – ‘x’\nb: {c: £1, d: é}\n",
        SetValue(("b", "d"), "y"),
        "a: Zoë 😀 – ‘x’\nb: {c: £1, d: y}\n",
    ),
    "brackets over several lines are broken": (
        "a: [\n  1,\n  2,\n]\nb: 1\n",
        AddItem(("a",), "3"),
        "a: [\n  1,\n  2, 3,\n]\nb: 1\n",
    ),
    "braces in a list in lines are broken": (
        "a:\n  - {b: {c: 1}}\n",
        SetValue(("a", 0, "b", "d"), "2"),
        "a:\n  - {b: {c: 1, d: 2}}\n",
    ),
    "groups in a new value lose their depth": (
        "a: 1\n",
        SetValue(("b",), {"c": {"d": {"e": "1"}, "f": ["x"]}}),
        "a: 1\nb:\n  c:\n    d:\n      e: 1\n    f:\n      - x\n",
    ),
    "an item cannot be added to a list": (
        "a:\n- 1\n",
        AddItem(("a",), {"b": "1", "c": "2"}),
        "a:\n- 1\n- b: 1\n  c: 2\n",
    ),
    "a comment between the dash and its item": (
        "a:\n  - # note\n    b: 1\n",
        SetValue(("a", 0, "b"), "2"),
        "a:\n  - # note\n    b: 2\n",
    ),
    "long lines are wrapped and folds lost": (
        f"a: {'word ' * 40}end\nb: >\n  one\n  two\nc:   1\n",
        SetValue(("c",), "2"),
        f"a: {'word ' * 40}end\nb: >\n  one\n  two\nc:   2\n",
    ),
    "quotes and room are made alike": (
        "a: 'x'\nb:    \"y\"\nc: [ 1,2 ]\n",
        SetValue(("b",), "z"),
        "a: 'x'\nb:    \"z\"\nc: [ 1,2 ]\n",
    ),
}


@for_each(KNOWN_DEFECTS)
def test_what_other_editors_got_wrong_is_right(defect: str) -> None:
    before, one, after = KNOWN_DEFECTS[defect]
    assert change(before, one) == after


def test_several_changes_are_made_together_by_the_paths_of_the_file_as_read() -> None:
    before = "a:\n  - 1\n  - 2\n  - 3\nb: x\n"
    edits: list[Edit] = [Remove(("a", 0)), SetValue(("a", 2), "z"), Remove(("a", 1)), Rename(("b",), "c")]
    assert change(before, *edits) == "a:\n  - z\nc: x\n"


REFUSED: dict[str, tuple[str, tuple[Edit, ...]]] = {
    "one of several has no place": ("a: 1\nb: 2\n", (SetValue(("a",), "2"), Remove(("c",)))),
    "the new name is there already": ("a: 1\nb: 2\n", (Rename(("a",), "b"),)),
    "two want the same words": ("a: 1\n", (SetValue(("a",), "2"), SetValue(("a",), "3"))),
    "a comment stands between brackets": ("a: [1, # c\n  2]\n", (Remove(("a", 0)),)),
    "the file cannot be read": ("a: [1\nb: 2\n", (SetValue(("b",), "3"),)),
    "a value has no fields": ("a: 1\n", (SetValue(("a", "b"), "3"),)),
    "the list is not so long": ("a: [1]\n", (MoveItem(("a", 0), 3),)),
    "no YAML holds such a character": ("a: 1\n", (SetValue(("a",), "\x07"),)),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_change_is_refused_with_its_reason(case: str) -> None:
    before, edits = REFUSED[case]
    with pytest.raises(EditRefused, match=r"\w+ \w+ \w+"):
        change(before, *edits)


def test_a_field_moves_to_where_it_belongs_and_its_comments_stay() -> None:
    before = "resources:\n  # asked for\n  total: £1m\n  quorum: four # of six\ngovernance:\n  groups: []\n"
    source = load(before.encode(), "ccg.yaml")
    after = edit(
        source, move(source, ("resources", "quorum"), ("governance", "quorum")), list_field_names_at
    ).decode()
    assert after == (
        "resources:\n  # asked for\n  total: £1m\n  # of six\ngovernance:\n  groups: []\n  quorum: four\n"
    )
    with pytest.raises(EditRefused):
        move(source, ("resources", "quorum"), ("resources", "total"))


def test_words_in_a_text_change_where_they_stand() -> None:
    before = "a: >\n  The LMC and\n  the LMC, # no comment\n  folded.\n"
    assert change(before, Reword(("a",), "LMC", "committee (LMC)", 1)) == before.replace(
        "the LMC", "the committee (LMC)"
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_new_lines_end_as_the_others_do(end: str) -> None:
    before = f"\ufeffa: 1{end}b: x{end}"
    after = edit(load(before.encode(), "x"), [SetValue(("a",), "y\nz")]).decode()
    assert after == f"\ufeffa: |{end}  y{end}  z{end}b: x{end}"
