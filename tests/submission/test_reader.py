"""One walk over the tree fills the model and notes every problem of the file, not the first alone."""

from __future__ import annotations

import pytest

from eoi.source.nodes import Plain
from eoi.submission import NOTHING, NOTHING_AT_ALL
from eoi.submission.engagement import Members
from eoi.submission.governance import ConflictsOfInterest
from eoi.submission.model import Submission
from eoi.submission.part import Part
from eoi.submission.reader import ReadingProblem, convert_to_tree, read_data, read_part
from eoi.submission.resources import Resources
from tests.model_fields import ModelField, model_fields
from tests.tables import for_each

FIELDS = tuple(model_fields())


def problems(part: type[Part], data: Plain) -> list[tuple[str, str]]:
    found = list[ReadingProblem]()
    read_part(part, convert_to_tree(data), (), found)
    return [(".".join(map(str, one.path)), one.what) for one in found]


def test_every_problem_of_a_file_is_noted_where_it_is() -> None:
    data: Plain = {
        "form": "jont",
        "applicants": [{"practices": "many", "budgt": "£1m"}],
        "summary": ["One", "Two"],
        "timescales": "soon",
        "governance": ["A board"],
    }
    assert problems(Submission, data) == [
        ("form", "unreadable"),
        ("applicants.0.practices", "unreadable"),
        ("applicants.0.budgt", "unknown"),
        ("applicants.0.name", "missing"),
        ("summary", "unreadable"),
        ("timescales", "not a list"),
        ("governance", "not a group"),
        ("round", "missing"),
    ]


@pytest.mark.slow
@for_each(FIELDS, lambda field: field.pattern)
def test_a_list_or_a_group_is_no_single_value(field: ModelField) -> None:
    several: list[Plain] = [["x", "y"], {"joint": "yes"}]
    for value in several:
        with pytest.raises(ValueError, match="write one value here, not a list or a group"):
            read_data(Submission, field.alone([value] if field.many else value))


def test_a_list_may_be_said_to_be_none_and_so_may_a_group_that_is_about_one() -> None:
    assert read_data(Resources, {"posts": "none"}).posts is NOTHING
    assert read_data(Resources, "none").posts is NOTHING_AT_ALL
    assert read_data(Resources, ["none"]).posts is NOTHING_AT_ALL
    assert read_data(ConflictsOfInterest, "nil").cases is NOTHING_AT_ALL
    assert problems(Resources, "none, really") == [("", "not a group")]


def test_concerns_may_be_one_text_with_a_bullet_for_each() -> None:
    members = read_data(Members, {"concerns": "• Cost\n• Time"})
    assert [concern.concern for concern in members.concerns] == ["Cost", "Time"]


def test_the_point_of_a_concern_is_the_concern_unless_it_has_both() -> None:
    (one,) = read_data(Members, {"concerns": [{"point": "Cost"}]}).concerns
    assert one.concern == "Cost"
    assert problems(Members, {"concerns": [{"point": "Cost", "concern": "Time"}]}) == [
        ("concerns.0.point", "unknown")
    ]


def test_data_with_mistakes_is_refused_with_each_of_them() -> None:
    with pytest.raises(ValueError, match=r"total: unreadable write an amount .*; budgt: unknown"):
        read_data(Resources, {"total": "lots", "budgt": "£1"})
