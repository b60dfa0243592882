"""The JSON Schema for editors: what `eoi check` reads passes it, and a slip of structure fails both."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from eoi.examined import ExaminedSubmission
from eoi.findings import has_errors
from eoi.new_file import write_new_file
from eoi.pipeline import examine
from eoi.rounds import list_known_rounds, load_round
from eoi.submission.schema import make_submission_schema
from tests.model_fields import model_fields
from tests.samples import COMPLETE, EXAMPLES, ROOT, skeleton
from tests.strategies import Fields, as_yaml, submissions
from tests.tables import for_each
from tests.thorough import some_of

SLIPS = ROOT / "tests" / "cases" / "slips"


class Typed(yaml.BaseLoader):
    """An editor that takes every value for text, but knows that nothing is nothing."""


class Core(yaml.BaseLoader):
    """An editor that reads YAML 1.2: `yes` is text, `true` is not, and `177643` is a number."""


NULL = re.compile(r"^(?:~|null|Null|NULL|)$")
for loader in (Typed, Core):
    loader.add_implicit_resolver("tag:yaml.org,2002:null", NULL, None)
    loader.add_constructor("tag:yaml.org,2002:null", lambda *_: None)
Core.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), None
)
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), None)
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
    None,
)
Core.add_constructor("tag:yaml.org,2002:bool", lambda _, node: node.value.lower() == "true")
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
Core.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))
EDITORS = (Typed, Core)
each_editor = pytest.mark.parametrize("editor", EDITORS, ids=["as text", "as YAML 1.2"])


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(make_submission_schema())


def problems(text: str, editor: type[yaml.BaseLoader] = Core) -> list[str]:
    seen = yaml.load(text, Loader=editor)
    return [f"{error.json_path}: {error.message[:80]}" for error in validator().iter_errors(seen)]


def plainly(text: str) -> str:
    """Without quotes around figures, choices and dates, as officers write them."""
    return re.sub(r'"([\w£%][\w£%.,/ -]*)"$', r"\1", text, flags=re.MULTILINE)


def parts(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, part in [("Submission", schema), *schema["$defs"].items()]:
        if "properties" in part:
            yield name, part


@pytest.mark.slow
def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(make_submission_schema())
    assert make_submission_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(make_submission_schema())) == make_submission_schema()


def test_every_field_has_a_title_and_says_what_it_is() -> None:
    fields = [
        (name, field)
        for _, part in parts(make_submission_schema())
        for name, field in part["properties"].items()
    ]
    assert len(fields) > 130
    assert [name for name, field in fields if not field["title"] or not field["description"]] == []


def test_every_field_of_the_model_is_in_the_schema_and_no_other() -> None:
    names = {step.removesuffix("[]") for field in model_fields() for step in field.steps}
    assert {name for _, part in parts(make_submission_schema()) for name in part["properties"]} == names


def test_no_group_takes_a_field_that_is_none() -> None:
    assert {part["additionalProperties"] for _, part in parts(make_submission_schema())} == {False}


def test_every_link_leads_to_a_definition() -> None:
    links = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(make_submission_schema())))
    assert links == set(make_submission_schema()["$defs"])


EVERY_FORM = [(name, form) for name in list_known_rounds() for form in load_round(name).offers]
ASKED = some_of(EVERY_FORM, 3)


@pytest.mark.sampled
@each_editor
@pytest.mark.parametrize("path", [*EXAMPLES, COMPLETE], ids=lambda path: path.stem)
def test_the_examples_pass(path: Path, editor: type[yaml.BaseLoader]) -> None:
    assert problems(path.read_text(encoding="utf-8"), editor) == []


@pytest.mark.slow
@each_editor
@pytest.mark.parametrize(("name", "form"), ASKED)
def test_a_file_to_fill_in_passes(name: str, form: str, editor: type[yaml.BaseLoader]) -> None:
    assert problems(write_new_file(load_round(name), form, "NHS Somewhere CCG"), editor) == []


@pytest.mark.slow
@given(submissions(), st.sampled_from(EDITORS), st.booleans())
def test_whatever_can_be_checked_passes(fields: Fields, editor: type[yaml.BaseLoader], quoted: bool) -> None:
    text = as_yaml(fields)
    assert problems(text if quoted else plain_if_still_read(text), editor) == []


def plain_if_still_read(text: str) -> str:
    plain = plainly(text)
    return plain if isinstance(examine(plain.encode(), "ccg.yaml"), ExaminedSubmission) else text


def fails_both(text: str) -> bool:
    outcome = examine(text.encode(), "ccg.yaml")
    return (
        not isinstance(outcome, ExaminedSubmission) and has_errors(outcome.findings) and problems(text) != []
    )


@pytest.mark.slow
@given(submissions(), st.data())
def test_a_field_that_is_none_fails_both_at_any_depth(fields: Fields, data: st.DataObject) -> None:
    group = data.draw(st.sampled_from(list(groups(fields))))
    group["nosuchfield"] = "x"
    assert fails_both(as_yaml(fields))


def groups(written: Any) -> Iterator[Fields]:
    if isinstance(written, dict):
        yield written
        for inner in written.values():
            yield from groups(inner)
    elif isinstance(written, list):
        for inner in written:
            yield from groups(inner)


TEXTS = [field for field in model_fields() if not field.choices and not field.many]


@pytest.mark.sampled
@pytest.mark.parametrize("field", TEXTS, ids=lambda field: field.pattern)
def test_a_list_or_a_group_where_one_value_belongs_fails_both(field: Any) -> None:
    assert fails_both(as_yaml(field.alone(["one", "two"])))
    assert fails_both(as_yaml(field.alone({"one": "two"})))


@for_each(
    [
        "benefits: It will do good.\n",
        "governance: [a, b]\n",
        "resources: £79.4k\n",
        "engagement:\n  members: all of them\n",
        "arrangement:\n  budget: £23m\n",
        "timescales: soon\n",
        "priorities:\n  title: One\n",
        "scope:\n  functions:\n    id: estates\n",
        "applicants: NHS Somewhere CCG\n",
    ],
)
def test_a_value_where_a_group_or_a_list_belongs_fails_both(more: str) -> None:
    head = skeleton().split("applicants:")[0] if more.startswith("applicants") else skeleton()
    assert fails_both(head + more)


@pytest.mark.parametrize("missing", ["round", "form", "applicants", "name"])
def test_what_must_be_there_must_be_there_for_both(missing: str) -> None:
    text = {
        "round": skeleton().replace("round: 2014\n", ""),
        "form": skeleton().replace("form: joint\n", ""),
        "applicants": "round: 2014\nform: joint\n",
        "name": "round: 2014\nform: joint\napplicants:\n  - code: 11E\n",
    }[missing]
    assert fails_both(text)


# Slips of structure, and of kind where a pattern shows it; the others are slips of YAML, or of meaning.
STRUCTURAL = (
    "a-list-of-fields",
    "applicants-missing",
    "field-in-the-wrong-place",
    "form-missing",
    "group-for-text",
    "list-for-a-group",
    "list-for-text",
    "misspelt-field-at-the-top",
    "misspelt-field-deep-down",
    "name-missing",
    "round-missing",
    "text-for-a-group",
    "text-for-a-list",
    "waiver-without-reason",
    "wrong-amounts",
    "wrong-choice",
    "wrong-counts",
    "wrong-dates",
    "wrong-form",
    "wrong-percentages",
    "wrong-yes-or-no",
)


@for_each(STRUCTURAL)
def test_a_slip_of_structure_fails_the_schema(name: str) -> None:
    text = (SLIPS / f"{name}.yaml").read_text(encoding="utf-8")
    assert problems(text) != []
    assert fails_both(text)


@for_each(
    [
        "submitted: 2014-06-20\n",
        "submitted: 2014\n",
        "resources: {total: 79400}\n",
        "resources: {total: -£5k}\n",
        "engagement: {public: {sent: 42, response_rate: 28.6 per cent, views: {for: 58%}}}\n",
        "scope: {functions: [{function: Estates, in_scope: YES}, {function: Rent, in_scope: NO}]}\n",
        "scope: {functions: [{function: Estates, in_scope: Part}]}\n",
        "governance: {groups: [{name: A, public: yes, members: [Lay member, {role: Chair, voting: y}]}]}\n",
        "support: [A body]\n",
        "evaluation:\nsignatories:\n  - role:\n",
        "status: Submitted\n",
    ],
)
def test_every_spelling_that_can_be_checked_passes(more: str) -> None:
    assert isinstance(examine(skeleton(more=more).encode(), "ccg.yaml"), ExaminedSubmission)
    assert problems(skeleton(more=more)) == []
