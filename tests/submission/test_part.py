"""What a part of the model is: frozen values, its fields in one table, and what the file says of it."""

from __future__ import annotations

import pickle
from typing import get_args

import pytest

from eoi.submission import TEXT
from eoi.submission.applicant import Applicant, Clusters
from eoi.submission.engagement import Ballot
from eoi.submission.part import Part, ask, replace
from eoi.submission.reader import read_data
from eoi.submission.resources import Post
from eoi.submission.scope import FORM, FORMS, LEVEL, Form, Level


def post() -> Post:
    return read_data(Post, {"role": "Project manager", "cost": "£43.3k"})


def test_a_part_holds_what_was_written_and_the_class_holds_the_rest() -> None:
    assert list(post().given) == ["role", "cost"]
    assert (post().role, str(post().cost), post().band) == ("Project manager", "£43.3k", None)
    assert read_data(Clusters, {"count": "5"}).name == "clusters"


def test_a_part_cannot_change() -> None:
    one = post()
    with pytest.raises(AttributeError, match="Post is frozen, so `role` cannot change"):
        one.role = "Clerk"
    with pytest.raises(AttributeError, match="Post is frozen, so `role` cannot go"):
        del one.role


def test_other_values_make_another_part() -> None:
    one = post()
    other = replace(one, role="Clerk", band="7")
    assert (one.role, other.role, other.band, other.cost) == ("Project manager", "Clerk", "7", one.cost)


def test_parts_with_the_same_values_are_equal_whatever_was_written_of_them() -> None:
    assert post() == post()
    assert hash(post()) == hash(post())
    assert read_data(Ballot, {"voters": "practices"}) == read_data(Ballot, {})
    assert post() != replace(post(), role="Clerk")
    assert read_data(Ballot, {}) != read_data(Post, {})


def test_a_part_survives_the_way_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(post())) == post()


def test_a_part_says_what_it_holds() -> None:
    assert repr(post()).startswith("Post(role='Project manager', band=None, ")


def test_a_field_knows_its_name_in_the_file_and_in_python() -> None:
    field = Ballot.fields["votes_for"]
    assert (field.name, field.written, field.question) == ("votes_for", "for", "Votes for")
    assert Ballot.by_written["for"] is field
    assert "votes_for" not in Ballot.by_written


def test_a_part_has_the_fields_of_the_part_that_it_extends() -> None:
    class Secondment(Post):
        host = ask(TEXT, "Who lends the person")

    assert list(Secondment.fields) == [*Post.fields, "host"]
    assert "host" not in Post.fields


def test_no_field_has_the_name_of_what_every_part_has() -> None:
    def every_part(part: type[Part]) -> list[type[Part]]:
        return [part, *(found for inner in part.__subclasses__() for found in every_part(inner))]

    parts = every_part(Part)
    assert len(parts) > 40
    assert not [(part, name) for part in parts for name in part.fields if hasattr(Part, name)]


def test_a_choice_takes_its_words_from_its_type() -> None:
    assert LEVEL.words == get_args(Level)
    assert FORM.words == FORMS == get_args(Form)


def test_a_required_field_has_no_default() -> None:
    assert Applicant.fields["name"].is_required
    assert not hasattr(Applicant, "name")
