"""A review says of a round what its submissions say, and of each what the file says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from eoi.findings import Severity
from eoi.pipeline import examine
from eoi.review.columns import BODIES, NO_VIEW, say_ballots, say_lay_chair, say_view
from eoi.review.coverage import Coverage
from eoi.review.overview import Overview, count_rules, review_round
from eoi.review.spool import AnswerSpool, list_answers_to_question, list_questions_of_answers
from eoi.review.spread import FEWEST
from eoi.review.submissions import ReviewedSubmission, UnreviewedFile, review_submission
from tests.samples import EXAMPLES, ROOT, skeleton

BIDS = tuple(sorted((ROOT / "tests/bids").glob("*.yaml")))


def reviewed(raw: bytes | str, name: str) -> ReviewedSubmission | UnreviewedFile:
    return review_submission(examine(raw.encode() if isinstance(raw, str) else raw, name), name)


@cache
def round_of(*files: Path) -> Overview:
    return review_round([reviewed(file.read_bytes(), file.name) for file in files], "2014")


def test_each_example_is_found_in_the_list_of_ccgs_and_applies_alone() -> None:
    overview = round_of(*EXAMPLES)
    assert len(overview.submissions) == len(EXAMPLES) == 4
    assert overview.ccgs_that(Coverage.ALONE) == 4
    assert overview.ccgs_that(Coverage.NOT) == 211 - 4
    assert sorted(ccg.code for one in overview.submissions for ccg in one.ccgs) == [
        "07Q",
        "09A",
        "10X",
        "11E",
    ]


def test_the_figures_are_those_of_the_file() -> None:
    (bath,) = (one for one in round_of(*EXAMPLES).submissions if one.ccgs[0].code == "11E")
    assert (bath.figures.people, bath.figures.budget) == (Decimal(197_040), Decimal(220_000_000))
    assert bath.figures.asked_for == Decimal(79_400)
    assert round(bath.figures.asked_per_head or 0, 2) == Decimal("0.40")
    assert len(bath.scope) == 16
    assert str(bath.start) == "1 April 2015"


def test_a_submission_starts_when_the_form_starts_that_it_asks_for() -> None:
    starts = {one.file: str(one.start) for one in round_of(*BIDS).submissions}
    assert starts == {
        "eight-ccgs-delegated-2017.yaml": "April 2017",
        "six-ccgs-joint-2015.yaml": "April 2015",
    }


def test_nothing_is_alike_in_the_four_examples() -> None:
    overview = round_of(*EXAMPLES)
    assert overview.overlaps == ()
    assert overview.shared == ()


def test_a_ccg_in_two_bids_is_found() -> None:
    overview = round_of(*EXAMPLES, *BIDS)
    assert [one.name for one in overview.overlaps if one.kind == "CCG"] == [
        "NHS Central London (Westminster) CCG"
    ]
    assert overview.ccgs_that(Coverage.TWICE) == 1
    assert overview.ccgs_that(Coverage.JOINTLY) == 13


def test_a_sentence_that_two_applicants_share_is_found_and_two_versions_of_one_share_what_they_like() -> None:
    words = "We will look after people in their own homes for as long as that is safe and wanted."
    one = skeleton(more=f"summary: {words}\n")
    other = one.replace("Somewhere", "Elsewhere").replace("Anytown", "Elsewhere")
    assert one != other
    shared = review_round([reviewed(one, "a"), reviewed(other, "b")], "2014").shared
    assert [(text.words, len(text.places)) for text in shared] == [(words, 2)]
    assert review_round([reviewed(one, "a"), reviewed(one, "b")], "2014").shared == ()


def test_a_file_that_cannot_be_read_is_in_the_list_with_its_first_error() -> None:
    overview = review_round([reviewed("form: [", "bad.yaml"), reviewed(skeleton(), "good.yaml")], "2014")
    (bad,) = overview.not_reviewed
    assert (bad.file, bad.line) == ("bad.yaml", 1)
    assert bad.reason
    assert len(overview.submissions) == 1


@pytest.mark.parametrize("few", [4, 8])
def test_quartiles_rest_on_eight_values_or_more(few: int) -> None:
    bodies = [
        skeleton(more=f"resources: {{total: £{number}0k}}\n").replace("Somewhere", f"Place {number}")
        for number in range(1, few + 1)
    ]
    overview = review_round([reviewed(body, str(number)) for number, body in enumerate(bodies)], "2014")
    (spread,) = overview.spreads
    assert len(spread.values) == few
    assert (spread.quartiles is None) == (few < 8)


def test_a_submission_far_outside_the_others_is_named() -> None:
    totals = [*(f"£{number}k" for number in range(50, 62)), "£900k"]
    bodies = [skeleton(more=f"resources: {{total: {total}}}\n") for total in totals]
    overview = review_round(
        [reviewed(body, total) for body, total in zip(bodies, totals, strict=True)], "2014"
    )
    (spread,) = overview.spreads
    assert [one.file for _, one in spread.far_out] == ["£900k"]


@pytest.mark.parametrize(("last", "far"), [("£162,600", []), ("£164,000", []), ("£200,000", ["8"])])
def test_of_shares_that_are_the_same_none_is_far_outside(last: str, far: list[str]) -> None:
    asked = ["£162,600"] * FEWEST + [last]
    bodies = [
        skeleton(more=f"resources: {{total: {total!r}}}\n").replace(
            "NHS Somewhere CCG", f"NHS Place {number} CCG\n    running_costs: £5.3m"
        )
        for number, total in enumerate(asked)
    ]
    overview = review_round([reviewed(body, str(number)) for number, body in enumerate(bodies)], "2014")
    (share,) = (one for one in overview.spreads if "share" in one.label)
    assert [one.file for _, one in share.far_out] == far


def test_a_rule_shows_each_severity_that_was_found_with_its_number() -> None:
    one = reviewed(skeleton(), "one")
    assert isinstance(one, ReviewedSubmission)
    error, advice = ("resources-total", Severity.ERROR, "a"), ("resources-total", Severity.ADVICE, "b")
    several = [
        replace(one, file="x", findings=(error, advice)),
        replace(one, file="y", findings=(advice, advice)),
        replace(one, file="z", findings=(("dates", Severity.WARNING, ""),)),
    ]
    found = [(count.rule, count.words, len(count.submissions)) for count in count_rules(several)]
    assert found == [("resources-total", "error (1), suggestion (2)", 2), ("dates", "warning", 1)]


def kinds_of(*bodies: str, drafts: bool = False) -> list[tuple[str, list[str]]]:
    overview = review_round([reviewed(body, f"{number}.yaml") for number, body in enumerate(bodies)], "2014")
    return [
        (notice.kind, [one.file for one in notice.submissions])
        for notice in overview.notices
        if notice.kind != "Not in the list of CCGs" and (drafts or notice.kind != "Draft")
    ]


def test_what_an_assessor_has_to_know_first_is_told_of_each_kind() -> None:
    plain = skeleton()
    assert kinds_of(plain) == []
    assert kinds_of(plain, plain) == [("The same file twice", ["0.yaml", "1.yaml"])]
    assert kinds_of(skeleton(more="status: withdrawn\n")) == [("Withdrawn", ["0.yaml"])]
    assert kinds_of(skeleton(more="submitted: 2014-12-25\n")) == [("Late", ["0.yaml"])]
    assert kinds_of(skeleton(more="submitted: June 2014\n")) == [("Perhaps late", ["0.yaml"])]
    assert kinds_of(plain, drafts=True) == [("Draft", ["0.yaml"])]
    other = plain.replace("round: 2014", "round: 2015").replace("round: '2014'", "round: '2015'")
    assert ("Another round", ["2.yaml"]) in kinds_of(plain, f"{plain}# copy", other)


def test_a_neighbour_that_did_not_apply_is_told_and_one_that_did_is_not() -> None:
    body = skeleton(more="summary: We work closely with NHS Wiltshire CCG on the care of older people.\n")
    assert kinds_of(body) == [("Named, but did not apply", ["0.yaml"])]
    wiltshire = skeleton().replace("NHS Somewhere CCG", "NHS Wiltshire CCG")
    assert kinds_of(body, wiltshire) == []


def test_a_sentence_that_differs_only_in_its_figures_is_told_apart_from_one_that_is_the_same() -> None:
    words = "We will look after {} people in their own homes for as long as that is safe and wanted."
    one = skeleton(more=f"summary: {words.format(120)}\n")
    other = skeleton(more=f"summary: {words.format('1,300')}\n").replace("Somewhere", "Elsewhere")
    (shared,) = review_round([reviewed(one, "a"), reviewed(other, "b")], "2014").shared
    assert not shared.is_same


def test_a_post_that_two_submissions_ask_for_at_the_same_cost_is_told() -> None:
    post = "resources: {posts: [{role: Head of primary care, wte: 0.5, cost: £43.3k}]}\n"
    one, other = skeleton(more=post), skeleton(more=post).replace("Somewhere", "Elsewhere")
    (found,) = review_round([reviewed(one, "a"), reviewed(other, "b")], "2014").overlaps
    assert (found.kind, found.name) == ("Post", "Head of primary care, 0.5 WTE, £43,300")


def test_answers_in_the_temporary_file_are_those_of_the_submission() -> None:
    read = 0
    with AnswerSpool() as spool:
        for one in round_of(*EXAMPLES).submissions:
            kept = spool.keep(one.answers)
            assert sorted(kept) == sorted(one.answers)
            assert len(kept) == len(one.answers)
            for question in list_questions_of_answers(kept):
                assert list(list_answers_to_question(kept, question)) == list(
                    list_answers_to_question(one.answers, question)
                )
                read += 1
    assert read > 30


def test_the_views_of_bodies_are_found_by_their_usual_names() -> None:
    views = (("Londonwide LMCs", "In favour"), ("Healthwatch Anytown", ""), ("HWB", "Supports it"))
    assert [say_view(views, body) for body in BODIES] == ["In favour", NO_VIEW, "Supports it"]
    assert say_view((), "lmc") == ""
    assert [say_lay_chair(chairs) for chairs in ((), ("Lay member",), ("Clinical chair",))] == [
        "",
        "yes",
        "no",
    ]


def test_votes_with_one_outcome_are_told_once_with_their_number() -> None:
    assert say_ballots(["in favour", "against", "in favour"]) == "in favour (2); against"
