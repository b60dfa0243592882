"""What counts as found: a new finding, at the planted words or their field, that names what it must."""

from __future__ import annotations

import pytest

from eoi.source.nodes import Path
from tests.planted.editing import base_text, planted
from tests.planted.entries import Contradiction, Fields, path_of, prose
from tests.planted.planting import tried
from tests.tables import for_each

BASE = "examples/bath-and-north-east-somerset.yaml"
FIELD = path_of("applicants[0].staff.wte")


def edited(old: str, new: str, *says: str, paths: tuple[Path, ...] = (FIELD,)) -> Contradiction:
    return Fields("x", "x", BASE, paths, says, edits=((old, new),), why="a slip")


def test_a_finding_at_the_words_that_were_changed_counts() -> None:
    assert tried(edited("wte: 34", "wte: 64"), "").is_found


def test_a_finding_at_the_field_that_is_contradicted_counts() -> None:
    assert tried(edited("headcount: 43", "headcount: 23"), "").is_found


def test_a_finding_elsewhere_does_not_count() -> None:
    elsewhere = edited("cost: £24.6k", "cost: £27.6k", paths=(path_of("summary"),))
    assert not tried(elsewhere, "").is_found
    assert tried(edited("cost: £24.6k", "cost: £27.6k", paths=(path_of("resources.total"),)), "").is_found


def test_a_finding_that_does_not_name_what_it_must_does_not_count() -> None:
    assert not tried(edited("wte: 34", "wte: 64", "Gloucestershire"), "").is_found


def test_what_the_base_has_already_does_not_count() -> None:
    assert not tried(
        edited("total: £79.4k", "total: £79.4k ", paths=(path_of("resources.total"),)), ""
    ).is_found


def test_what_is_missing_contradicts_nothing() -> None:
    assert not tried(edited("      headcount: 43\n", ""), "").is_found


@pytest.mark.slow
@for_each(prose(), lambda entry: entry.id)
def test_a_sentence_stands_where_its_place_says(entry: Contradiction) -> None:
    made = planted(entry, "first")
    line = made.text.splitlines()[made.span.start.line - 1]
    sentence = line[made.span.start.column - 1 : made.span.end.column - 1]
    assert sentence == getattr(entry, "first")  # noqa: B009
    assert len(made.text) > len(base_text(entry.base))


def test_an_edit_has_to_stand_in_its_file_once() -> None:
    with pytest.raises(AssertionError, match="times"):
        tried(edited("the", "teh"), "")
