"""The rounds as people find them: by their list, and by names that none has."""

from __future__ import annotations

import json

import pytest

from eoi.examination import examine
from eoi.rounds import known_rounds, load_round
from eoi.rounds.nearest import nearest_round
from eoi.rounds.pages import rounds_page
from tests.cli.calls import Call
from tests.samples import skeleton


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_list_holds_every_round_with_its_days(eoi: Call, form: str) -> None:
    code, out, err = eoi("rounds", "--format", form)
    assert (code, err) == (0, "")
    words = " ".join(out.split())
    for name in known_rounds():
        round_ = load_round(name)
        days = [round_.issued, round_.starts, *(round_.closes(form) for form in round_.offers)]
        assert [one for one in (name, round_.invitation, *days) if one and str(one) not in words] == []


def test_a_day_that_was_not_found_is_said_to_be_so() -> None:
    rounds = {one["id"]: one for one in json.loads(rounds_page("json", 80))}
    assert rounds["2018"]["deadlines"] == {"delegated": None}
    assert rounds["2015"]["deadlines"] == {"joint": "30 January 2015", "delegated": "9 January 2015"}
    assert "| 2018 | " in rounds_page("markdown", 80)
    assert "| 1 November 2017 | not found | 1 April 2018 |" in rounds_page("markdown", 80)


def test_the_list_fits_60_columns(eoi: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, eoi("rounds").out.splitlines())) <= 60


def test_a_format_that_there_is_not_is_refused(eoi: Call) -> None:
    assert eoi("rounds", "--format", "jsn").err == (
        "eoi: there is no format 'jsn'; did you mean json? (known: text, json, markdown)\n"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2016/17", "2016"),
        ("2015/16", "2015"),
        ("2020-21", "2020"),
        ("May 2014", "2014"),
        ("20 June 2014", "2014"),
        ("Nov 2015", "2016"),
        ("December 2016", "2017"),
        ("November 2017", "2018"),
        ("2019", "2020"),
        ("2014a", "2014"),
        ("the first", None),
    ],
)
def test_a_round_is_known_by_its_year_and_by_its_days(typed: str, meant: str | None) -> None:
    assert nearest_round(typed) == meant


@pytest.mark.parametrize(
    "arguments",
    [("new", "ccg.yaml"), ("check", "ccg.yaml"), ("functions",)],
    ids=["new", "check", "functions"],
)
def test_every_command_names_the_round_that_seems_to_be_meant(eoi: Call, arguments: tuple[str, ...]) -> None:
    code, out, err = eoi(*arguments, "--round", "November 2017")
    assert (code, out) == (2, "")
    assert err.startswith("eoi: there is no round 'November 2017'; did you mean 2018? (known: 2014, 2015, ")


def test_a_file_is_told_of_the_round_that_it_seems_to_mean() -> None:
    (finding, *_) = examine(skeleton().replace("2014", "2016/17", 1).encode(), "ccg.yaml").findings
    assert finding.help.endswith("2018, 2020 (did you mean `2016`?).")
