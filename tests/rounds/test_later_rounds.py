"""The rounds after 2014: what they add to it, and that what was taken over fails nobody."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml

from eoi.examined import ExaminedSubmission
from eoi.findings import Finding, Severity
from eoi.pipeline import examine
from eoi.rounds import FOLDER, list_known_rounds, load_round, load_yaml_fields
from eoi.rounds.extension import extend_round
from eoi.rounds.model import Requirement, Round, read_round
from tests.samples import skeleton

LATER = tuple(name for name in list_known_rounds() if name != "2014")
each_later_round = pytest.mark.parametrize("name", LATER)


def requirements(round_: Round) -> list[Requirement]:
    return [r for section in round_.sections for part, _ in section.places for r in part.requirements]


@cache
def added(name: str) -> set[tuple[str, str]]:
    """The paths that a round's own file asks for or grades, with their sources."""
    own = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    paths = {one["path"] for asked in (own.get("regrade", []), *own.get("add", {}).values()) for one in asked}
    return {(r.path, r.source) for r in requirements(load_round(name)) if r.path in paths}


def file(round_: str, form: str, more: str = "") -> str:
    return skeleton(form, more).replace("2014", round_, 1)


def findings(text: str) -> tuple[Finding, ...]:
    return examine(text.encode(), "ccg.yaml").findings


def late(round_: str, form: str, day: str) -> list[tuple[int, str]]:
    found = findings(file(round_, form, f"submitted: {day}\n"))
    return [(f.span.start.line, f.severity.label) for f in found if f.rule == "submitted-late"]


def test_the_rounds_are_those_of_the_study() -> None:
    studied = {
        "2015": ("joint", "delegated"),
        "2016": ("delegated",),
        "2017": ("delegated",),
        "2018": ("delegated",),
        "2020": ("delegated",),
    }
    assert {"2014", *studied} <= set(list_known_rounds())
    assert {name: tuple(load_round(name).offers) for name in studied} == studied


@pytest.mark.parametrize(
    ("name", "issued", "deadline", "starts"),
    [
        ("2014", "9 May 2014", "20 June 2014", None),
        ("2015", "November 2014", "30 January 2015", "1 April 2015"),
        ("2016", None, "6 November 2015", "1 April 2016"),
        ("2017", "2016", "5 December 2016", "1 April 2017"),
        ("2018", "1 November 2017", None, "1 April 2018"),
        ("2020", None, "1 November 2019", "1 April 2020"),
    ],
)
def test_each_round_has_the_days_that_were_found_and_no_others(
    name: str, issued: str | None, deadline: str | None, starts: str | None
) -> None:
    round_ = load_round(name)
    shown = [when and str(when) for when in (round_.issued, round_.deadline, round_.starts)]
    assert shown == [issued, deadline, starts]


def test_a_round_whose_deadline_was_not_found_is_late_for_nobody() -> None:
    assert late("2018", "delegated", "2018-03-31") == []
    assert load_round("2018").closes("delegated") is None


@pytest.mark.parametrize(
    ("round_", "form", "known"),
    [
        ("2015", "influence", "joint, delegated"),
        ("2017", "influence", "delegated"),
        ("2017", "joint", "delegated"),
    ],
)
def test_a_form_that_is_not_asked_for_is_an_error_at_the_form(round_: str, form: str, known: str) -> None:
    (finding,) = findings(file(round_, form))
    assert (finding.rule, finding.path, finding.severity) == ("form-not-asked", "form", Severity.ERROR)
    assert finding.span == ((2, 7), (2, 7 + len(form)))
    assert form in finding.message
    assert finding.help == f"Use one of the forms of this round: {known}."


@pytest.mark.parametrize(
    ("round_", "form", "last", "after"),
    [
        ("2014", "influence", "2014-06-20", "2014-06-21"),
        ("2014", "joint", "2014-06-20", "2014-06-21"),
        ("2014", "delegated", "2014-06-20", "2014-06-21"),
        ("2015", "joint", "2015-01-30", "2015-01-31"),
        ("2015", "delegated", "2015-01-09", "2015-01-10"),
        ("2016", "delegated", "2015-11-06", "2015-11-07"),
        ("2017", "delegated", "2016-12-05", "2016-12-06"),
        ("2020", "delegated", "2019-11-01", "2019-11-02"),
    ],
)
def test_each_form_has_its_own_last_day(round_: str, form: str, last: str, after: str) -> None:
    assert late(round_, form, last) == []
    assert late(round_, form, after) == [(5, "error")]
    closing = load_round(round_).closes(form)
    assert closing is not None
    assert closing.last.isoformat() == last


@each_later_round
def test_nothing_taken_over_from_an_earlier_round_is_an_error(name: str) -> None:
    errors = {(r.path, r.source) for r in requirements(load_round(name)) if r.severity is Severity.ERROR}
    assert errors <= added(name)


@each_later_round
def test_a_file_that_says_nothing_fails_only_where_the_round_itself_is_known_to_ask(name: str) -> None:
    for form in load_round(name).offers:
        outcome = examine(file(name, form).encode(), "ccg.yaml")
        assert isinstance(outcome, ExaminedSubmission)
        assert len(outcome.checklist.gaps) > 40
        errors = {f.path for f in outcome.findings if f.severity is Severity.ERROR}
        assert errors <= {path for path, _ in added(name)}


@pytest.mark.slow
def test_what_the_round_of_2015_adds_was_found_and_cannot_be_an_error_where_it_was_not() -> None:
    weights = {
        r.path: r.severity.label
        for r in requirements(load_round("2015"))
        if (r.path, r.source) in added("2015")
    }
    assert weights == {
        "applicants[].name": "error",
        "governance.groups": "error",
        "governance.conflicts_of_interest.policy": "error",
        "governance.conflicts_of_interest.registers": "error",
        "submitted": "warning",
        "engagement.nhs_england": "warning",
        "governance.constitution": "error",
        "governance.groups[].chair": "warning",
        "governance.groups[].public": "warning",
        "engagement.members.ballot": "warning",
        "arrangement.budget.lines": "advice",
    }


def test_what_the_round_of_2017_adds_was_found() -> None:
    paths = {path for path, _ in added("2017")}
    assert paths == {
        "applicants[].name",
        "arrangement.budget.lines",
        "engagement.nhs_england",
        "governance.conflicts_of_interest.policy",
        "governance.conflicts_of_interest.registers",
        "governance.groups",
        "signatories",
        "submitted",
    }


@pytest.mark.parametrize(
    ("name", "form", "path", "source"),
    [
        ("2015", "joint", "governance.conflicts_of_interest.registers", "S80"),
        ("2015", "delegated", "governance.conflicts_of_interest.registers", "S80"),
        ("2015", "delegated", "governance.conflicts_of_interest.policy", "S9"),
        ("2015", "joint", "engagement.nhs_england", "S27"),
        ("2017", "delegated", "governance.conflicts_of_interest.registers", "S80"),
        ("2017", "delegated", "governance.conflicts_of_interest.policy", "S70"),
        ("2017", "delegated", "engagement.nhs_england", "S13"),
    ],
)
def test_what_was_published_for_a_round_is_graded_as_published(
    name: str, form: str, path: str, source: str
) -> None:
    (found,) = [r for r in requirements(load_round(name)) if r.path == path and r.binds(form)]
    assert found.certainty == "found"
    assert source in found.source


def test_nobody_published_that_a_delegated_bid_of_2015_had_to_be_discussed_first() -> None:
    asked = [r for r in requirements(load_round("2015")) if r.path == "engagement.nhs_england"]
    assert {r.certainty for r in asked if r.binds("delegated")} == {"inferred"}


@each_later_round
def test_what_is_asked_again_is_asked_once(name: str) -> None:
    for form in load_round(name).offers:
        asked = [r.path for r in requirements(load_round(name)) if r.binds(form)]
        assert len(asked) == len(set(asked))


@each_later_round
def test_a_later_round_asks_for_all_that_the_earlier_one_did(name: str) -> None:
    earlier = {r.path for r in requirements(load_round("2014"))}
    assert earlier <= {r.path for r in requirements(load_round(name))}


@each_later_round
def test_a_later_round_keeps_the_sources_it_took_over(name: str) -> None:
    assert load_round(name).sources.items() >= load_round("2014").sources.items()


def base() -> dict[str, Any]:
    asked = {"path": "summary", "asks": "a", "certainty": "found", "source": "S1"}
    part = {"id": "p", "heading": "P", "requirements": [asked | {"path": "background"}]}
    section = {"id": "s", "heading": "S", "requirements": [asked], "parts": [part]}
    return {"id": "1", "sources": {"S1": "x"}, "rules": {"a-b": "error"}, "sections": [section]}


@pytest.mark.parametrize("unknown", ["t", "s.q", "p", "s.", ""])
def test_an_addition_to_a_section_that_there_is_not_is_refused(unknown: str) -> None:
    with pytest.raises(ValueError, match="there is no section"):
        extend_round(base(), {"id": "2", "add": {unknown: []}})


def test_an_extension_adds_replaces_and_takes_the_weight_off_the_rest() -> None:
    again = {"path": "background", "asks": "b", "certainty": "found", "source": "S2"}
    new = {"path": "benefits", "asks": "c", "certainty": "seen", "source": "S2"}
    own = {"id": "2", "sources": {"S2": "y"}, "rules": {"a-b": "off"}, "add": {"s.p": [again], "s": [new]}}
    found = extend_round(base(), own)
    (section,) = found["sections"]
    assert [(r["path"], r["certainty"]) for r in section["requirements"]] == [
        ("summary", "inferred"),
        ("benefits", "seen"),
    ]
    assert section["parts"][0]["requirements"] == [again]
    assert found["sources"] == {"S1": "x", "S2": "y"}
    assert (found["id"], found["rules"]) == ("2", {"a-b": "off"})


def test_an_extension_grades_what_it_takes_over_by_what_it_knows() -> None:
    grade = {"path": "summary", "certainty": "found", "source": "S2"}
    found = extend_round(base(), {"id": "2", "regrade": [grade]})
    (summary,) = found["sections"][0]["requirements"]
    assert summary == {"path": "summary", "asks": "a", "certainty": "found", "source": "S2"}
    (background,) = found["sections"][0]["parts"][0]["requirements"]
    assert (background["certainty"], background["source"]) == ("inferred", "S1")
    assert "regrade" not in found


def test_a_grade_of_what_nobody_asked_is_refused() -> None:
    with pytest.raises(ValueError, match="there is nothing to grade at sumary"):
        extend_round(base(), {"id": "2", "regrade": [{"path": "sumary", "certainty": "found"}]})


def test_the_days_of_an_earlier_round_are_never_those_of_a_later_one() -> None:
    days = {"issued": "2014-05-09", "deadline": "2014-06-20", "starts": "2015-04-01"}
    earlier = base() | days | {"deadlines": {"joint": "2014-06-20"}}
    found = extend_round(earlier, {"id": "2", "deadline": "2015-01-30"})
    assert found["deadline"] == "2015-01-30"
    assert not {"issued", "starts", "deadlines"} & found.keys()


def test_a_round_of_a_short_form_takes_over_suggestions_only() -> None:
    own = {"id": "2", "taken_over": "unverified"}
    (section,) = extend_round(base(), own)["sections"]
    (requirement,) = section["requirements"]
    assert requirement["certainty"] == "unverified"
    of_2020 = requirements(load_round("2020"))
    suggested = [r for r in of_2020 if (r.path, r.source) not in added("2020")]
    assert {r.severity for r in suggested} == {Severity.ADVICE}
    assert len(suggested) > 60


def test_a_round_without_any_day_is_refused() -> None:
    undated = {name: value for name, value in load_yaml_fields("2018").items() if name != "issued"}
    with pytest.raises(ValueError, match="neither a deadline nor the day of the invitation"):
        read_round(undated)


def test_an_extension_leaves_the_earlier_round_as_it_was() -> None:
    before = load_yaml_fields("2014")
    assert load_yaml_fields("2015") != before
    assert load_yaml_fields("2014") == before
    assert any(r.certainty == "found" for r in requirements(load_round("2014")))
