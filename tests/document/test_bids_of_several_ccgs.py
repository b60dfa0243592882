"""Bids of six and of eight CCGs, with most of what such a bid can hold: in every round, form and format."""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from eoi.document.blocks import Table
from eoi.document.render import render_expression_of_interest, render_submission_checklist
from eoi.document.walk import walk_blocks
from eoi.examined import ExaminedSubmission
from eoi.findings import Severity, has_errors
from eoi.rounds import list_known_rounds, load_round
from eoi.writers import find_writer, list_formats
from tests.samples import (
    ROOT,
    checklist_document,
    examined,
    interest,
    interest_in,
    lines_of,
    skeleton,
    words_of,
)
from tests.thorough import some_of

BIDS = tuple(sorted((ROOT / "tests" / "bids").glob("*.yaml")))
ASKED = [(round_, form) for round_ in list_known_rounds() for form in load_round(round_).offers]
EACH_FORM = some_of(ASKED, 3, lambda asked: asked[1])
APPLICANTS = {"eight-ccgs-delegated-2017": 8, "six-ccgs-joint-2015": 6}

each_bid = pytest.mark.parametrize("bid", sorted(APPLICANTS))


@cache
def text(bid: str) -> str:
    return (ROOT / "tests" / "bids" / f"{bid}.yaml").read_text(encoding="utf-8")


def answering(bid: str, round_: str, form: str) -> ExaminedSubmission:
    """The same bid, as an answer to another invitation and in another form."""
    head, _, rest = text(bid).partition("status:")
    comment = head.splitlines()[0]
    return examined(f"{comment}\nround: {round_}\nform: {form}\nstatus:{rest}")


def test_there_is_a_bid_of_six_and_one_of_eight() -> None:
    assert [path.stem for path in BIDS] == sorted(APPLICANTS)
    for bid, number in APPLICANTS.items():
        applicants = examined(text(bid)).submission.applicants
        assert len({applicant.code for applicant in applicants}) == number
        assert all(applicant.priorities for applicant in applicants)


@each_bid
def test_the_ccgs_of_a_bid_are_those_of_the_published_list(bid: str) -> None:
    rules = {finding.rule for finding in examined(text(bid)).findings}
    assert not rules & {"ccg-code-unknown", "ccg-name-differs", "practices-far-from-published"}


@each_bid
def test_nothing_in_a_complete_bid_is_an_error_or_a_warning(bid: str) -> None:
    found = [finding for finding in examined(text(bid)).findings if finding.severity > Severity.ADVICE]
    assert found == []


ALL_WAYS = [(bid, final, name) for bid in APPLICANTS for name in list_formats() for final in (False, True)]
WAYS = some_of(ALL_WAYS, 5, lambda way: way[2])


@pytest.mark.slow
@pytest.mark.parametrize(("bid", "final", "format_"), WAYS)
def test_a_bid_is_written_in_every_format(bid: str, format_: str, final: bool) -> None:
    assert interest_in(format_, text(bid), final=final)
    assert find_writer(format_).write(checklist_document(text(bid), final=final))


@pytest.mark.slow
@each_bid
def test_a_bid_is_built_in_every_form_of_every_round(bid: str) -> None:
    built = 0
    for round_, form in EACH_FORM:
        outcome = answering(bid, round_, form)
        for final in (False, True):
            words = words_of(render_expression_of_interest(outcome, final))
            assert load_round(round_).title in words
            assert all(applicant.name in words for applicant in outcome.submission.applicants)
            assert render_submission_checklist(outcome, final).blocks
            built += 1
    assert built == 2 * len(EACH_FORM)


def test_every_form_of_every_round_is_known_here() -> None:
    assert len(ASKED) == sum(len(load_round(round_).offers) for round_ in list_known_rounds()) >= 9


def table(bid: str, anchor: str) -> list[list[str]]:
    blocks = walk_blocks(interest(text(bid), final=True).blocks)
    (found,) = (block for block in blocks if isinstance(block, Table) and block.anchor == anchor)
    return [[" ".join(lines_of(cell.blocks)) for cell in row] for row in found.rows]


@each_bid
def test_a_finance_table_of_real_shape_adds_up_and_is_printed_with_one_total(bid: str) -> None:
    rows = table(bid, "table-budget")
    assert [row[0] for row in rows][3::4] == ["Sub-total: contracts", "Total"]
    assert len(rows) == 8
    assert not has_errors(examined(text(bid)).findings)


def test_each_of_eight_ccgs_has_a_vote_of_its_own() -> None:
    rows = table("eight-ccgs-delegated-2017", "table-ballots")
    names = [applicant.short_name for applicant in examined(text(BIDS[0].stem)).submission.applicants]
    assert [row[0] for row in rows] == names
    assert len({tuple(row[2:5]) for row in rows}) == 8


@pytest.mark.parametrize("answers", list(itertools.product(("yes", "no", ""), repeat=2)))
@pytest.mark.parametrize("council", ["", "local_authorities: [Somerset County Council], "])
def test_a_boundary_that_is_not_a_councils_is_said_of_its_own_ccg(
    answers: tuple[str, str], council: str
) -> None:
    names = ("NHS Somerset CCG", "NHS Dorset CCG")
    rows = [
        f"  - {{name: {name}, {council}{f'coterminous: {answer}' if answer else ''}}}\n"
        for name, answer in zip(names, answers, strict=True)
    ]
    text = words_of(interest(f"round: 2014\nform: joint\napplicants:\n{''.join(rows)}"))
    for name, answer in zip(names, answers, strict=True):
        said = f"{name}'s boundary is not the same as that of any council."
        assert (said in text) == (answer == "no" and set(answers) != {"no"})
    assert ("No council has the same boundary" in text) == (set(answers) == {"no"})


def test_the_boundary_of_one_ccg_is_said_of_that_ccg() -> None:
    more = "    coterminous: no\n    local_authorities: [Somerset County Council]\n"
    text = words_of(interest(skeleton(more=more)))
    assert "boundary is not the same as that of any council." in text
    assert "No council has" not in text
