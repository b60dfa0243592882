"""The rounds as data: every path leads somewhere, every part is written, and nothing unproven can fail."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from eoi.findings import Severity
from eoi.papers import find_templates_folder
from eoi.rounds import UnknownRoundError, list_known_rounds, load_round
from eoi.rounds.assessment import KNOWN
from eoi.rounds.model import Requirement, Round, RoundPart, Section
from eoi.submission.model import Submission
from eoi.submission.part import Part
from eoi.submission.reader import read_data
from eoi.submission.scope import FORMS

ROUNDS = tuple(load_round(name) for name in list_known_rounds())
each_round = pytest.mark.parametrize("round_", ROUNDS, ids=[round_.id for round_ in ROUNDS])


def requirements(round_: Round) -> list[Requirement]:
    return [requirement for part in parts(round_) for requirement in part.requirements]


def parts(round_: Round) -> list[RoundPart]:
    return [part for section in round_.sections for part, _ in section.places]


def paths(round_: Round) -> list[str]:
    return [path for requirement in requirements(round_) for path in (requirement.path, *requirement.or_path)]


def problem_with(path: str) -> str:
    """Why a path leads to no field of the model, or nothing where it does."""
    model: type[Part] | None = Submission
    for step in path.split("."):
        name, each = step.removesuffix("[]"), step.endswith("[]")
        if model is None or name not in model.fields:
            return f"there is no {name}"
        field = model.fields[name]
        if field.written != name:
            return f"{name} is written as {field.written}"
        if each and not field.is_list:
            return f"{name} is no list"
        model = field.part if each == field.is_list else None
    return ""


def test_the_round_of_2014_is_known() -> None:
    assert "2014" in list_known_rounds()


def test_a_round_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownRoundError, match="1999"):
        load_round("1999")


@each_round
def test_every_path_of_a_requirement_leads_to_a_field_as_officers_write_it(round_: Round) -> None:
    assert len(paths(round_)) > 70
    assert [(path, problem) for path in paths(round_) if (problem := problem_with(path))] == []


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("summry", "there is no summry"),
        ("summary[]", "summary is no list"),
        ("priorities.title", "there is no title"),
        ("summary.text", "there is no text"),
        ("engagement.public.views.in_favour", "in_favour is written as for"),
        ("scope.tables[].functions[].risk", ""),
    ],
)
def test_a_path_that_leads_nowhere_would_be_seen(path: str, problem: str) -> None:
    assert problem_with(path) == problem


@each_round
def test_no_two_requirements_that_can_bind_together_want_the_same_path(round_: Round) -> None:
    for form in round_.offers:
        bound = Counter(requirement.path for requirement in requirements(round_) if requirement.binds(form))
        assert [path for path, count in bound.items() if count > 1] == []


@each_round
def test_the_condition_of_a_requirement_is_a_field_beside_it_with_words_it_can_hold(round_: Round) -> None:
    conditions = [(r.path.rpartition(".")[0], r.only) for r in requirements(round_) if r.only]
    assert len(conditions) == 3
    for group, only in conditions:
        assert problem_with(f"{group}.{only.field}") == ""
        assert set(only.is_one_of) <= {"yes", "no", "part", "not stated"}


@each_round
def test_only_what_was_found_in_public_can_be_an_error(round_: Round) -> None:
    errors = [r for r in requirements(round_) if r.severity is Severity.ERROR]
    assert {requirement.certainty for requirement in errors} <= {"found"}


def test_most_rounds_are_known_to_have_asked_for_something() -> None:
    known = [round_ for round_ in ROUNDS if any(r.is_known_to_be_asked for r in requirements(round_))]
    assert len(known) >= 6


def test_what_the_round_of_2014_requires_was_counted_by_hand() -> None:
    (round_,) = (round_ for round_ in ROUNDS if round_.id == "2014")
    errors = [r for r in requirements(round_) if r.severity is Severity.ERROR]
    assert [r.path for r in errors] == [
        "applicants[].name",
        "benefits.five_year_plan",
        "benefits.integration",
        "benefits.quality",
        "benefits.involvement",
        "benefits.inequalities",
        "scope.functions",
        "governance.conflicts_of_interest.policy",
    ]
    assert sorted(round_.offers) == ["delegated", "influence", "joint"]


def test_what_is_known_to_have_been_asked_in_2014_and_cannot_fail_a_file_was_counted_by_hand() -> None:
    (round_,) = (round_ for round_ in ROUNDS if round_.id == "2014")
    known = [r for r in requirements(round_) if r.is_known_to_be_asked]
    assert [r.path for r in known if r.severity is not Severity.ERROR] == [
        "scope.functions[].in_scope",
        "scope.tables[].functions[].in_scope",
        "engagement.nhs_england",
        "submitted",
    ]


@each_round
def test_no_source_is_what_a_submission_left_out(round_: Round) -> None:
    sources = [requirement.source for requirement in requirements(round_)]
    assert len(sources) > 60
    assert [one for one in sources if re.search(r"missing|lacks|leaves|only the month|does not", one)] == []


@each_round
def test_what_is_known_to_have_been_asked_names_a_public_source(round_: Round) -> None:
    found = [r for r in requirements(round_) if r.is_known_to_be_asked]
    assert [r.path for r in found if not re.search(r"\bS\d+\b", r.source)] == []


@pytest.mark.parametrize(
    "path", ["governance.groups[].public", "resources.posts[].start", "resources.posts[].end"]
)
def test_what_2014_cannot_have_asked_is_no_requirement_of_it(path: str) -> None:
    (round_,) = (round_ for round_ in ROUNDS if round_.id == "2014")
    assert path not in paths(round_)


@given(st.sampled_from(KNOWN), st.sampled_from(("error", "warning", "advice")))
def test_no_weight_makes_an_unproven_requirement_an_error(certainty: str, weight: str) -> None:
    requirement = read_data(
        Requirement, {"path": "summary", "asks": "x", "certainty": certainty, "weight": weight}
    )
    assert requirement.severity <= Severity[weight.upper()]
    assert (requirement.severity is Severity.ERROR) == (certainty == "found" and weight == "error")


@each_round
def test_a_requirement_completes_the_sentence_to_complete(round_: Round) -> None:
    for requirement in requirements(round_):
        assert re.fullmatch(r"(the|a|an|how|why|who|whom|what|when|where|whether) .*[^.]", requirement.asks)


@each_round
def test_every_requirement_has_a_source_and_the_numbered_ones_are_listed(round_: Round) -> None:
    for requirement in requirements(round_):
        assert requirement.source, requirement.path
        assert set(re.findall(r"\bS\d+\b", requirement.source)) <= set(round_.sources), requirement.path


@each_round
def test_every_question_ends_in_a_question_mark(round_: Round) -> None:
    assert [part.id for part in parts(round_) if part.question and not part.question.endswith("?")] == []


@each_round
def test_sections_and_their_parts_are_numbered_and_named_once(round_: Round) -> None:
    sections = [section.number for section in round_.sections if section.number]
    assert sections == list("ABCDEFGH")
    for level in (round_.sections, *(section.parts for section in round_.sections)):
        assert len({part.id for part in level}) == len(level)
        numbers = [part.number for part in level if part.number]
        assert len(set(numbers)) == len(numbers)


@each_round
def test_the_parts_of_a_lettered_section_count_in_roman_numbers(round_: Round) -> None:
    roman = ["I", "II", "III", "IV", "V", "VI"]
    lettered = [section for section in round_.sections if section.number and section.parts]
    assert len(lettered) == 4
    for section in lettered:
        assert [part.number for part in section.parts] == roman[: len(section.parts)]


@each_round
def test_every_place_has_a_label_of_its_own(round_: Round) -> None:
    labels = [label for section in round_.sections for _, label in section.places]
    assert len(labels) == len(set(labels)) > 25


@cache
def blocks(section: str) -> set[str]:
    source = (find_templates_folder() / "expression-of-interest" / f"{section}.html").read_text(
        encoding="utf-8"
    )
    return {block.name for block in Environment().parse(source).find_all(nodes.Block)}


def wanted(section: Section) -> set[str]:
    return {part.id for part in section.parts} or {"opening"}


@each_round
def test_every_part_has_a_block_in_the_template_of_its_section(round_: Round) -> None:
    for section in round_.sections:
        assert wanted(section) <= blocks(section.id)


@each_round
def test_every_template_of_a_section_belongs_to_one(round_: Round) -> None:
    files = (find_templates_folder() / "expression-of-interest").glob("*.html")
    sections = {path.stem for path in files if '{% extends "section.html" %}' in path.read_text("utf-8")}
    assert sections == {section.id for section in round_.sections}


@each_round
def test_every_function_of_the_catalogue_has_one_id_and_one_name(round_: Round) -> None:
    assert len(round_.functions) >= 30
    assert len({function.id for function in round_.functions}) == len(round_.functions)
    assert len({function.function for function in round_.functions}) == len(round_.functions)


@each_round
def test_every_form_is_described_so_that_a_sentence_can_hold_it(round_: Round) -> None:
    assert set(round_.forms) == set(FORMS)
    for words in round_.forms.values():
        assert words.name[0].isupper()
        assert words.phrase[0].islower()


@each_round
def test_the_days_of_a_round_come_in_their_order(round_: Round) -> None:
    days = [day for day in (round_.issued, round_.deadline, round_.starts) if day]
    assert len(days) > 1
    assert all(one.first < other.last for one, other in pairwise(days))
