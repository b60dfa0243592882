"""The rounds as people find them: by their list, and by names that none has."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from eoi import rounds
from eoi.pipeline import examine
from eoi.rounds import list_known_rounds, load_round
from eoi.rounds.choice import find_nearest_round
from eoi.rounds.pages import write_rounds_page
from tests.cli.calls import Call
from tests.samples import skeleton
from tests.tables import for_each_row

LATER = """\
extends: 2020
id: 2021
title: Bid for delegated commissioning
invitation: an invitation of 2020
words: {document: bid, briefly: bid, one: bids for, several: bid for, past: bade for}
deadline: 2020-11-01
starts: 2021-04-01
"""


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_list_holds_every_round_with_its_days(eoi: Call, form: str) -> None:
    code, out, err = eoi("rounds", "--format", form)
    assert (code, err) == (0, "")
    words = " ".join(out.split())
    for name in list_known_rounds():
        round_ = load_round(name)
        days = [round_.issued, round_.starts, *(round_.closes(form) for form in round_.offers)]
        assert [one for one in (name, round_.invitation, *days) if one and str(one) not in words] == []


def test_a_day_that_was_not_found_is_said_to_be_so() -> None:
    listed = {one["id"]: one for one in json.loads(write_rounds_page("json", 80))}
    assert listed["2018"]["deadlines"] == {"delegated": None}
    assert listed["2015"]["deadlines"] == {"joint": "30 January 2015", "delegated": "9 January 2015"}
    assert "| 2018 | " in write_rounds_page("markdown", 80)
    assert "| 1 November 2017 | not found | 1 April 2018 |" in write_rounds_page("markdown", 80)


def test_the_list_fits_60_columns(eoi: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, eoi("rounds").out.splitlines())) <= 60


def test_a_format_that_there_is_not_is_refused(eoi: Call) -> None:
    assert eoi("rounds", "--format", "jsn").err == (
        "eoi: there is no format 'jsn'; did you mean json? (known: text, json, markdown)\n"
    )


@for_each_row(
    [
        ("2016/17", "2016"),
        ("2015/16", "2015"),
        ("2020-21", "2020"),
        ("May 2014", "2014"),
        ("20 June 2014", "2014"),
        ("Nov 2015", "2016"),
        ("December 2016", "2017"),
        ("November 2017", "2018"),
        ("November 2019", "2020"),
        ("2014a", "2014"),
        ("the first", None),
    ],
)
def test_a_round_is_known_by_its_year_and_by_its_days(typed: str, meant: str | None) -> None:
    assert find_nearest_round(typed) == meant


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
    assert finding.help.startswith("Name one of the rounds 2014, ")
    assert finding.help.endswith(" (did you mean `2016`?).")


@pytest.mark.slow
def test_a_new_round_is_a_new_file(
    eoi: Call, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("rounds") / "of-a-later-day"
    shutil.copytree(rounds.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "2021.yaml").write_text(LATER, encoding="utf-8")
    monkeypatch.setattr(rounds, "FOLDER", folder)
    assert "2021  Bid for delegated commissioning" in eoi("rounds").out
    assert eoi("functions", "--round", "2021").code == 0
    assert eoi("new", "ccg.yaml", "--round", "2021", "--code", "11E").code == 0
    assert eoi("build", "ccg.yaml", "--format", "md").code == 0
    (document,) = Path("build").glob("*interest.md")
    assert "NHS Bath and North East Somerset CCG bids for **delegated" in document.read_text(encoding="utf-8")
    text = skeleton("delegated", "submitted: 2020-11-02\n").replace("2014", "2021", 1)
    Path("late.yaml").write_text(text, encoding="utf-8")
    assert "2 November 2020, is after the deadline on 1 November 2020" in " ".join(
        eoi("check", "late.yaml").out.split()
    )
