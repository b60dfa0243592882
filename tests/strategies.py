"""Whole submissions for property tests, made from the model itself so that no field is ever left out.

    from tests.strategies import Fields, as_yaml, submissions

    @given(submissions())
    def test_...(fields: Fields) -> None:
        examined = examine(as_yaml(fields).encode(), "ccg.yaml")    # always `ExaminedSubmission`

`submissions()` gives what an officer could write: a dict of strings, lists and dicts, valid for round
2014, with any of its fields absent and shorthands now and then. The texts in it are `tests.values`'.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from eoi.rounds import load_round
from eoi.submission import MARKDOWN, TEXT, WORDS, Kind
from eoi.submission.choices import Choice
from eoi.submission.dates import DATE
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part
from eoi.submission.quantities import MONEY, RANGE, SHARE
from eoi.submission.scope import LEADER
from tests.values import amounts, dates, decimals, lines, prose, ranges, shares, whole_numbers
from tests.written import Fields, Written, as_yaml

__all__ = ["Fields", "Written", "as_yaml", "submissions"]

Strategy = st.SearchStrategy[Any]

ROUND = "2014"
MOST_FIELDS, MOST_ITEMS = 6, 3
LEAVES: dict[Kind[Any], Strategy] = {
    TEXT: lines(),
    MARKDOWN: prose(),
    DATE: dates(),
    MONEY: amounts(),
    SHARE: shares(),
    RANGE: ranges(),
    LEADER: st.sampled_from(("ccg", "nhse", "joint")) | lines().map("The {}".format),
}
FIGURES = {"Count": whole_numbers(), "Number": decimals()}


def submissions() -> st.SearchStrategy[Fields]:
    return part(Submission)


@cache
def part(model: type[Part]) -> Strategy:
    """A group of fields: those that must be there and up to `MOST_FIELDS` others, in the model's order."""
    values = fields_of(model)
    required = {name for name, field in model.by_written.items() if field.is_required}
    optional = [name for name in values if name not in required]
    most = len(optional) if model is Submission else MOST_FIELDS
    chosen = (
        st.lists(st.sampled_from(optional), unique=True, min_size=not required, max_size=most)
        if optional
        else st.just([])
    )

    def group(names: list[str]) -> Strategy:
        return st.fixed_dictionaries(
            {name: values[name] for name in values if name in required or name in names}
        )

    whole = chosen.flatmap(group)
    return one_in_eight(values[model.shorthand], whole) if model.shorthand else whole


def fields_of(model: type[Part]) -> dict[str, Strategy]:
    found = {name: field_value(field) for name, field in model.by_written.items()}
    if "id" in found:
        found["id"] = st.sampled_from(sorted(load_round(ROUND).function_names))
    return found | ({"round": st.just(ROUND)} if model is Submission else {})


def field_value(field: Field) -> Strategy:
    """What can be written for a field."""
    one = value(field.kind)
    if not field.is_list:
        return one
    listed = st.lists(one, min_size=1, max_size=MOST_ITEMS)
    whole = listed | one if field.kind in (TEXT, MARKDOWN) else listed
    return one_in_eight(st.sampled_from(WORDS), whole) if field.may_be_none else whole


def value(kind: Kind[Any] | type[Part]) -> Strategy:
    if not isinstance(kind, Kind):
        return st.deferred(lambda: part(kind))
    if isinstance(kind, Choice) and set(kind.words) == {"yes", "no"}:
        return st.sampled_from([*kind.meant, "Yes", "NO"])
    if kind in LEAVES:
        return LEAVES[kind]
    return FIGURES[kind.name] if kind.name in FIGURES else st.sampled_from(kind.words)


def one_in_eight(rare: Strategy, common: Strategy) -> Strategy:
    return st.integers(0, 7).flatmap(lambda number: rare if number == 7 else common)
