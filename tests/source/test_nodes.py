"""The located tree: finding places in it, and leaving out what nobody has filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.findings import Position
from eoi.new_file import write_new_file
from eoi.rounds import load_round
from eoi.source import load
from eoi.source.nodes import Mapping, convert_to_plain
from eoi.source.paths import find_nearest, find_place_of_value, write_path
from eoi.submission.scope import FORMS

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TEXT = """\
round: 2014
applicants:
  - name: A
    staff: {wte: 3}
    code:
    strategy:
      title:
  - budget: £1m
    priorities:
      - one
      - - two
groups: []
"""


def tree(text: str = TEXT) -> Mapping:
    source = load(text.encode(), "ccg.yaml")
    assert source.findings == ()
    assert source.tree is not None
    return source.tree


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("round",), (1, 1)),
        (("applicants",), (2, 1)),
        (("applicants", 0), (3, 5)),
        (("applicants", 0, "name"), (3, 5)),
        (("applicants", 0, "staff", "wte"), (4, 13)),
        (("applicants", 1, "priorities", 0), (10, 9)),
        (("applicants", 1, "priorities", 1), (11, 11)),
    ],
)
def test_a_field_is_found_at_its_name_and_an_item_at_its_first_word(
    path: tuple[str | int, ...], place: Position
) -> None:
    span = find_nearest(tree(), path)
    assert span is not None
    assert span.start == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("applicants", 0, "code"), (5, 5)),
        (("applicants", 0, "strategy", "title"), (7, 7)),
        (("groups",), (12, 1)),
        (("applicants", 0, "budget"), (3, 5)),
        (("applicants", 0, "strategy", "url"), (6, 5)),
        (("applicants", 2, "name"), (2, 1)),
        (("applicants", "name"), (2, 1)),
    ],
)
def test_what_is_empty_is_found_too_and_what_is_absent_at_its_closest_parent(
    path: tuple[str | int, ...], place: Position
) -> None:
    span = find_nearest(tree(), path)
    assert span is not None
    assert span.start == place


def test_what_has_no_parent_in_the_file_has_no_place() -> None:
    assert find_nearest(tree(), ("governance", "groups")) is None
    assert find_place_of_value(tree(), ("governance",)) is None


def test_a_value_is_found_at_its_first_character() -> None:
    span = find_place_of_value(tree(), ("applicants", 1, "budget"))
    assert span == (Position(8, 13), Position(8, 16))


def test_empty_fields_lists_and_groups_are_left_out_of_the_plain_values() -> None:
    assert convert_to_plain(tree()) == {
        "round": "2014",
        "applicants": [
            {"name": "A", "staff": {"wte": "3"}},
            {"budget": "£1m", "priorities": ["one", ["two"]]},
        ],
    }


def test_an_item_of_which_nothing_is_filled_in_is_no_item() -> None:
    assert convert_to_plain(tree("a:\n  - name:\n    role: ''\n  - name: x\n  -\n")) == {"a": [{"name": "x"}]}


@pytest.mark.parametrize("form", FORMS)
def test_of_a_new_file_only_what_is_filled_in_counts(form: str) -> None:
    round_ = load_round("2014")
    text = write_new_file(round_, form, "NHS Somewhere CCG")
    rows = [{"function": called, "id": one} for one, called in round_.function_names.items()]
    assert convert_to_plain(tree(text)) == {
        "round": "2014",
        "form": form,
        "status": "draft",
        "applicants": [{"name": "NHS Somewhere CCG"}],
        "scope": {"functions": rows},
    }


def test_paths_read_as_an_officer_and_yq_write_them() -> None:
    assert write_path(("governance", "groups", 0, "quorum")) == "governance.groups[0].quorum"
    assert write_path(("round",)) == "round"
    assert write_path(()) == ""


@pytest.mark.parametrize("file", EXAMPLES, ids=[file.stem for file in EXAMPLES])
def test_the_examples_are_read_without_a_finding(file: Path) -> None:
    source = load(file.read_bytes(), file.name)
    assert source.findings == ()
    assert source.tree is not None


def test_all_four_examples_were_read() -> None:
    assert len(EXAMPLES) >= 4
