"""A review says of each submission whether it is ready, and why."""

from __future__ import annotations

import json

from markupsafe import escape

from eoi.pipeline import examine
from eoi.review.data import write_json
from eoi.review.outcome import Outcome, Readiness, judge_outcome
from eoi.review.overview import review_round
from eoi.review.page import write_pages
from eoi.review.submissions import review_submission
from eoi.rounds import list_known_rounds, load_round
from tests.samples import EXAMPLES, ROOT, skeleton
from tests.tables import for_each_row

BIDS = tuple(sorted((ROOT / "tests/bids").glob("*.yaml")))
REAL = (*EXAMPLES, *BIDS)


def outcome_of(raw: bytes | str) -> Outcome:
    found = examine(raw.encode() if isinstance(raw, str) else raw, "one.yaml")
    return judge_outcome(found)  # type: ignore[arg-type]


def test_the_outcomes_of_the_examples_and_the_bids_are_those_that_their_gaps_make() -> None:
    found = {file.stem: outcome_of(file.read_bytes()).readiness.value for file in REAL}
    assert found == {
        "bath-and-north-east-somerset": "ready with caveats",
        "bromley": "not ready",
        "central-london": "not ready",
        "southampton": "not ready",
        "eight-ccgs-delegated-2017": "ready",
        "six-ccgs-joint-2015": "ready",
    }


OFFERED = [(name, form) for name in list_known_rounds() for form in load_round(name).offers]


@for_each_row(OFFERED)
def test_nothing_that_is_not_known_to_be_asked_makes_a_submission_not_ready(name: str, form: str) -> None:
    text = skeleton().replace("round: 2014", f"round: {name}").replace("form: joint", f"form: {form}")
    outcome, round_ = outcome_of(text), load_round(name)
    known = {one.rule for _, _, _, one in round_.requirements if one.is_known_to_be_asked}
    assert outcome.reasons
    for one in outcome.reasons:
        assert one.makes == "suggestion" or (one.certainty == "found" and one.source and one.rule in known)


def test_a_submission_that_was_withdrawn_is_not_judged() -> None:
    outcome = outcome_of(skeleton(more="status: withdrawn\n"))
    assert outcome.readiness is Readiness.NOT_JUDGED
    assert outcome.reasons == ()


def test_the_page_and_the_json_show_the_outcome_of_each_with_its_rule_and_its_source() -> None:
    reviewed = [review_submission(examine(file.read_bytes(), file.name), file.name) for file in EXAMPLES]
    overview = review_round(reviewed, "2014")
    page = "".join(dict(write_pages(overview))["index.html"])
    (row,) = (
        row for row in page.split("<tr ") if "Say how the proposal fits with the five-year plan." in row
    )
    number = row.partition('"c')[2].partition('"')[0]
    assert "<td>Not ready</td>" in row
    assert ">answer-missing</td>" in row
    for source in ("S3", "S4"):
        assert str(escape(load_round("2014").sources[source])) in row
    (row,) = (
        row
        for row in page.partition("Outcomes by submission")[2].partition("</table>")[0].split("<tr>")
        if "Southampton" in row
    )
    assert f'href="#c{number}"' in row
    written = {
        one["file"]: one["outcome"] for one in json.loads("".join(write_json(overview)))["submissions"]
    }
    assert written["southampton.yaml"]["is"] == "not ready"
    assert {one["rule"] for one in written["southampton.yaml"]["reasons"]} >= {"answer-missing"}
    assert all(one["assessed"] and one["source"] for one in written.values())
