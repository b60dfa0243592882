"""Whole submissions for property tests, made from the model itself so that no field is ever left out.

    from tests.strategies import Fields, as_yaml, submissions

    @given(submissions())
    def test_...(fields: Fields) -> None:
        examined = examine(as_yaml(fields).encode(), "ccg.yaml")    # always `Examined`

`submissions()` gives what an officer could write: a dict of strings, lists and dicts, valid for round
2014, with any of its fields absent and shorthands now and then. The texts in it are `tests.values`'.
"""

from __future__ import annotations

import json
import typing
from functools import cache
from typing import Any, Literal

from hypothesis import strategies as st

from eoi.rounds import load_round
from eoi.submission.bodies import LeaderField
from eoi.submission.choices import YesOrNo
from eoi.submission.dates import WhenField
from eoi.submission.fields import Markdown, Markdowns, Part, Text, Texts
from eoi.submission.model import Submission
from eoi.submission.nothing import MAY_BE_NONE, WORDS
from eoi.submission.quantities import Count, MoneyField, Number, RangeField, ShareField
from tests.values import amounts, dates, decimals, lines, prose, ranges, shares, whole_numbers

__all__ = ["Fields", "Written", "as_yaml", "submissions"]

Written = str | list["Written"] | dict[str, "Written"]
Fields = dict[str, Written]
Strategy = st.SearchStrategy[Any]

ROUND = "2014"
MOST_FIELDS, MOST_ITEMS = 6, 3
LEAVES: dict[Any, Strategy] = {
    Text: lines(),
    Texts: st.lists(lines(), min_size=1, max_size=MOST_ITEMS) | lines(),
    Markdown: prose(),
    Markdowns: st.lists(prose(), min_size=1, max_size=MOST_ITEMS) | prose(),
    WhenField: dates(),
    MoneyField: amounts(),
    ShareField: shares(),
    RangeField: ranges(),
    LeaderField: st.sampled_from(("ccg", "nhse", "joint")) | lines().map("The {}".format),
}
FIGURES: dict[Any, Strategy] = {Count: whole_numbers(), Number: decimals()}


def submissions() -> st.SearchStrategy[Fields]:
    return part(Submission)


@cache
def part(model: type[Part]) -> Strategy:
    """A group of fields: those that must be there and up to `MOST_FIELDS` others, in the model's order."""
    values = fields_of(model)
    required = {alias_of(model, name) for name, field in model.model_fields.items() if field.is_required()}
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
    hints = typing.get_type_hints(model, include_extras=True)
    found = {alias_of(model, name): value(hints[name]) for name in model.model_fields}
    if "id" in found:
        found["id"] = st.sampled_from(sorted(load_round(ROUND).function_names))
    return found | ({"round": st.just(ROUND)} if model is Submission else {})


def alias_of(model: type[Part], name: str) -> str:
    return model.model_fields[name].alias or name


def value(kind: Any) -> Strategy:
    """What can be written for an annotation such as `MoneyField | None` or `tuple[Post, ...]`."""
    if kind in LEAVES:
        return LEAVES[kind]
    if isinstance(kind, type) and issubclass(kind, Part):
        return st.deferred(lambda: part(kind))
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated and inner[0] in FIGURES:
        return FIGURES[inner[0]]
    if origin is typing.Annotated and isinstance(how := getattr(inner[1], "how", None), YesOrNo):
        return st.sampled_from([*how.choice.meant, "Yes", "NO"])
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is typing.Annotated and MAY_BE_NONE in inner:
        rest = tuple(mark for mark in inner if mark is not MAY_BE_NONE)
        bare = inner[0] if len(rest) == 1 else typing.Annotated[rest]
        return one_in_eight(st.sampled_from(WORDS), value(bare))
    if origin is tuple:
        return st.lists(value(inner[0]), min_size=1, max_size=MOST_ITEMS)
    return value(inner[0])


def one_in_eight(rare: Strategy, common: Strategy) -> Strategy:
    return st.integers(0, 7).flatmap(lambda number: rare if number == 7 else common)


def as_yaml(written: Written) -> str:
    """YAML in block style, every value in double quotes: what a program would write for the officer."""
    return "\n".join(as_lines(written, "")) + "\n"


def as_lines(written: Written, indent: str) -> list[str]:
    match written:
        case str():
            return [f"{indent}{json.dumps(written, ensure_ascii=False)}"]
        case list():
            return [line for item in written for line in dashed(as_lines(item, f"{indent}  "), indent)]
        case dict():
            return [line for name, inner in written.items() for line in field_lines(name, inner, indent)]


def field_lines(name: str, written: Written, indent: str) -> list[str]:
    if isinstance(written, str):
        return [f"{indent}{name}: {as_yaml(written).strip()}"]
    return [f"{indent}{name}:", *as_lines(written, f"{indent}  ")]


def dashed(lines: list[str], indent: str) -> list[str]:
    first, *rest = lines
    return [f"{indent}- {first.removeprefix(indent).lstrip()}", *rest]
