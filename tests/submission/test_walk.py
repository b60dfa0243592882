"""The one walk over the model finds every field, and what is asked of paths agrees with it."""

from __future__ import annotations

from eoi.submission.engagement import Views
from eoi.submission.model import Submission
from eoi.submission.own_words import propose_fields
from eoi.submission.scope import Function
from eoi.submission.walk import find_field_at, find_part_at, list_every_field

FIELDS = list_every_field()


def test_the_walk_finds_groups_and_values_at_every_depth() -> None:
    patterns = [one.pattern for one in FIELDS]
    assert len(patterns) == len(set(patterns)) > 250
    assert {"scope", "scope.tables[].functions[].risk", "engagement.public.views.for"} <= set(patterns)


def test_each_field_asks_something() -> None:
    assert [one.pattern for one in FIELDS if not one.field.question] == []


def test_a_path_leads_to_the_field_that_the_walk_found_and_to_its_part() -> None:
    for steps, field in FIELDS:
        path = tuple(step.removesuffix("[]") for step in steps)
        assert find_field_at(path) is field
        assert find_part_at(path) is field.part
    assert find_part_at(()) is Submission
    assert find_part_at(("scope", "tables", 0, "functions", 3)) is Function
    assert find_part_at(("engagement", "public", "views")) is Views
    assert find_field_at(("scope", "tabels")) is None
    assert find_part_at(("summary", "name")) is None


def test_a_figure_for_a_group_is_offered_to_its_figures_and_not_to_its_lists_of_texts() -> None:
    assert propose_fields(("arrangement", "budget"), "£23m") == "`envelope: £23m`"
    assert propose_fields(("engagement", "members"), "21") == "`practices_consulted: 21`"
    assert propose_fields(("engagement",), "21") == ""
