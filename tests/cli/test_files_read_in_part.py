"""A file with a value that cannot be read is reviewed without it, and everybody is told which it is."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.pipeline import examine
from eoi.readable_rest import examine_rest
from eoi.review.field_words import say_fields
from eoi.review.submission_facts import take_figures
from tests.cli.calls import Call
from tests.samples import skeleton

BAD = {
    "a day without its year": "submitted: 20 June\n",
    "a figure that is none": "resources: {total: many, posts: [{role: Manager, wte: half}]}\n",
    "a day that is in no calendar": "timescales: [{milestone: Start, date: 31 September 2014}]\n",
    "a field that is none": "sumary: We apply.\n",
    "a choice that is none": "scope: {functions: [{function: Lists, in_scope: 2014-06-20 00:00:00}]}\n",
    "a list that is a text": "governance: Some words\n",
}


def rest_of(text: str) -> object:
    found = examine(text.encode(), "one.yaml")
    assert isinstance(found, UnreadableFile)
    return examine_rest(found)


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_a_value_that_cannot_be_read_is_left_out_and_nothing_else(bad: str) -> None:
    rest = rest_of(skeleton(more=f"summary: We apply for more.\n{bad}"))
    assert rest is not None
    assert rest.submission.summary == "We apply for more."  # type: ignore[attr-defined]


def test_a_figure_that_a_comma_cuts_in_two_is_in_no_sum() -> None:
    cut = "{name: NHS Dorset CCG, budget: £10m, population: {registered: 216,000}}"
    rest = rest_of(f"round: 2014\nform: delegated\napplicants: [{cut}]\nresources: {{total: 80,000}}\n")
    assert isinstance(rest, ExaminedSubmission)
    figures = take_figures(rest.submission)
    assert (figures.people, figures.asked_for, figures.budget) == (None, None, Decimal(10_000_000))


def test_a_file_without_a_form_or_of_no_known_round_is_no_submission() -> None:
    assert rest_of("round: 2014\nform: all\napplicants: [{name: NHS Dorset CCG}]\n") is None
    assert rest_of(skeleton().replace("2014", "1999")) is None


def test_a_submission_that_is_read_in_part_has_its_row_its_letter_and_a_notice(
    eoi: Call, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    text = skeleton(more=f"summary: We apply for more.\n{BAD['a day without its year']}")
    (tmp_path / "in/a.yaml").write_text(text.replace("Somewhere", "Dorset"), encoding="utf-8")
    broken = "round: 2014\napplicants:\n  - name: NHS Swindon CCG\nform: all\n"
    (tmp_path / "in/b.yaml").write_text(broken, encoding="utf-8")
    done = eoi("review", "in", "-o", "out", "--letters", "--format", "md")
    assert done.code == 1
    report = json.loads((tmp_path / "out/round.json").read_text(encoding="utf-8"))
    (one,) = report["submissions"]
    assert [unread["line"] for unread in one["unread"]] == [6]
    assert one["counts"]["error"] >= 1
    assert [notice["files"] for notice in report["notices"] if notice["kind"] == "Read in part"] == [
        [one["file"]]
    ]
    assert report["unreadable"][0]["names"] == ["NHS Swindon CCG"]
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert "(NHS Swindon CCG), line" in page
    letter = (tmp_path / "out/letters/a.md").read_text(encoding="utf-8")
    assert (
        "‘submitted’ cannot be read: write a date with its year" in letter.partition("## Points to settle")[2]
    )


def test_a_field_that_cannot_be_read_is_named_in_words() -> None:
    said = say_fields("Applicant 1: `applicants[0].population.registered` cannot be read: `x` is no number.")
    assert said == "Applicant 1: 'population, registered' cannot be read: `x` is no number."
