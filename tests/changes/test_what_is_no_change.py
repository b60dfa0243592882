"""What says the same is no change, and what says something else always is one, for every submission here."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

from eoi.changes.compare import compare
from eoi.changes.diff import diff_submissions
from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from tests.samples import COMPLETE, EXAMPLES, ROOT, examined
from tests.thorough import IS_AT_A_DESK, some_of

BASES = (*EXAMPLES, COMPLETE)
FOLDERS = ("examples", "tests")
by_name = pytest.mark.parametrize("base", BASES, ids=lambda path: path.stem)


def list_files() -> Iterator[Path]:
    """Yield what the tree holds; of the cases of a rule, which differ little, the first and the last."""
    for folder in FOLDERS:
        for name, files in groupby(sorted((ROOT / folder).rglob("*.yaml")), lambda path: path.parent):
            paths = list(files)
            yield from dict.fromkeys([paths[0], paths[-1]]) if name.parent.name == "cases" else paths


WORDS = 12 if IS_AT_A_DESK else 30  # of a file, each behind another line
FILES = some_of(list_files(), 60, lambda path: path.parents[1])


def submissions() -> Iterator[ExaminedSubmission]:
    """Yield those of the files that can be judged."""
    for path in FILES:
        outcome = examine(path.read_bytes(), path.name)
        if isinstance(outcome, ExaminedSubmission):
            yield outcome


@pytest.mark.slow
def test_no_submission_of_the_tree_differs_from_itself() -> None:
    seen = 0
    for one in submissions():
        again = examined(one.source.raw, one.source.name)
        diff = diff_submissions(one, again)
        assert (diff.changes, diff.came, diff.went) == ((), (), ()), one.source.name
        seen += 1
    assert seen > len(FILES) // 2
    assert len(list(list_files())) > 350


@by_name
def test_comments_and_empty_lines_are_no_change(base: Path) -> None:
    text = base.read_text(encoding="utf-8")
    more = "# A note to ourselves\n\n" + text + "\n# The end\n"
    assert compare(examined(text), examined(more)) == ()


@pytest.mark.slow
@by_name
def test_the_way_yaml_is_written_is_no_change(base: Path) -> None:
    """Written anew by another program: quotation marks, brackets, wrapped lines and indents differ."""
    text = base.read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)
    anew = yaml.dump(data, allow_unicode=True, sort_keys=False, width=60, default_flow_style=False)
    assert compare(examined(text), examined(anew)) == ()


@pytest.mark.slow
@by_name
def test_the_order_of_fields_is_no_change(base: Path) -> None:
    data = yaml.load(base.read_bytes(), Loader=yaml.BaseLoader)
    turned = yaml.dump(turn_fields(data), allow_unicode=True, sort_keys=False)
    assert compare(examined(base.read_bytes()), examined(turned)) == ()


def turn_fields(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: turn_fields(value[name]) for name in reversed(value)}
    return [turn_fields(item) for item in value] if isinstance(value, list) else value


@pytest.mark.slow
@by_name
def test_the_order_of_items_is_no_change_where_it_says_nothing(base: Path) -> None:
    data = yaml.load(base.read_bytes(), Loader=yaml.BaseLoader)
    turned = yaml.dump(turn_items(data), allow_unicode=True, sort_keys=False)
    changes = compare(examined(base.read_bytes()), examined(turned))
    assert {change.kind for change in changes} <= {"moved"}


def turn_items(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: turn_items(item) for name, item in value.items()}
    return [turn_items(item) for item in reversed(value)] if isinstance(value, list) else value


@pytest.mark.slow
def test_another_word_in_any_text_is_always_told() -> None:
    """In one line after another, a word is put behind the last one."""
    told = 0
    for base in BASES:
        old = examined(base.read_bytes())
        for text in texts_with_another_word(base):
            outcome = examine(text.encode(), "new.yaml")
            assert isinstance(outcome, ExaminedSubmission)
            assert any("unexpectedly" in change.now for change in compare(old, outcome))
            told += 1
    assert told >= 2 * WORDS


def texts_with_another_word(base: Path) -> Iterator[str]:
    lines = base.read_text(encoding="utf-8").splitlines()
    words = [
        number for number, line in enumerate(lines) if re.fullmatch(r"\s+[a-zA-Z]\w+( \w+){3,}[.]?", line)
    ]
    for number in random.Random(base.stem).sample(words, k=min(WORDS, len(words))):
        yield "\n".join([*lines[:number], f"{lines[number].rstrip('.')} unexpectedly", *lines[number + 1 :]])
