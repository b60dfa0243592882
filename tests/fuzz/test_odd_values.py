"""Values that a rule can stumble on: nothing, far too much, and signs without a word.

Each is tried in all fields of a complete submission that take it, in all of one kind, and some in one field.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import pytest

from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.source import load
from eoi.source.nodes import Mapping, Node, Scalar, Sequence
from eoi.submission import Kind
from tests.model_fields import model_fields
from tests.samples import COMPLETE
from tests.strategies import Written, as_yaml
from tests.thorough import IS_LONG_SEARCH, some_of

SIGNS = ("?", "…", "- -", "&", "“”", "12", "ß", "İ", "A")
FIGURES = ("0", "£0", "0%", "0.0", "1", "-1", "-£1", "999999999999", "about 0", "0k", "0-0", "£-3k")
DATES = ("1000-01-01", "9999-12-31", "0001", "2014-04-01", "1900/01", "29 February 2016")
VALUES = (*SIGNS, *FIGURES, *DATES)


@cache
def tree() -> Node:
    found = load(COMPLETE.read_bytes(), "").tree
    assert found is not None
    return found


def patterns(node: Node, path: str = "") -> list[str]:
    match node:
        case Scalar():
            return [path]
        case Sequence():
            return [found for item in node.items for found in patterns(item, f"{path}[]")]
        case Mapping():
            return [
                found
                for entry in node.entries
                for found in patterns(entry.value, f"{path}.{entry.key.text}".lstrip("."))
            ]


# What has to be one of a list.
LISTED = ("round", "form", "id")
KINDS = tuple(dict.fromkeys(field.kind for field in model_fields() if not field.choices))
FIELDS = tuple(dict.fromkeys(patterns(tree())))


def with_value(node: Node, value: str, fields: Collection[str], path: str = "") -> Written:
    match node:
        case Scalar():
            return value if path in fields else node.text
        case Sequence():
            return [with_value(item, value, fields, f"{path}[]") for item in node.items]
        case Mapping():
            return {
                entry.key.text: with_value(entry.value, value, fields, f"{path}.{entry.key.text}".lstrip("."))
                for entry in node.entries
            }


def judged(value: str, fields: Collection[str]) -> bool:
    """Whether the file could be read; in either case nothing was raised."""
    filled = with_value(tree(), value, fields)
    assert isinstance(filled, dict)
    return isinstance(examine(as_yaml(filled).encode(), "ccg.yaml"), ExaminedSubmission)


def can_be_read(kind: Kind[object], value: str) -> bool:
    try:
        kind.read(value)
    except ValueError:
        return False
    return True


def fields_of(kind: object) -> list[str]:
    return [field.pattern for field in model_fields() if field.kind is kind and field.steps[-1] not in LISTED]


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_odd_values_in_all_fields_of_a_kind_at_once_are_judged_without_a_crash(number: int) -> None:
    """Each kind is given a third of the values, another third than its neighbour; in a long search all."""
    fields, kind = fields_of(KINDS[number]), KINDS[number]
    for value in VALUES if IS_LONG_SEARCH else some_of(VALUES[number % 3 :: 3], 3):
        assert judged(value, fields) == can_be_read(kind, value)


@pytest.mark.parametrize("value", some_of(VALUES, 14))
def test_an_odd_value_in_all_fields_that_take_it_is_judged_without_a_crash(value: str) -> None:
    kinds = [kind for kind in KINDS if can_be_read(kind, value)]
    assert kinds
    assert judged(value, [field for kind in kinds for field in fields_of(kind)])


@pytest.mark.parametrize("turn", [0, 1])
def test_an_odd_value_in_one_field_of_a_submission_is_judged_without_a_crash(turn: int) -> None:
    """The fields take turns, and each has one of two values: one has no word, and the other no worth."""
    fields = FIELDS if IS_LONG_SEARCH else some_of(FIELDS[turn::3], 12)
    assert len([field for field in fields if judged("?0"[turn], {field})]) > len(fields) // 4
