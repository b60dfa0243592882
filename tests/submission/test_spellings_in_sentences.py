"""One file that uses the officers' own spellings in every place, and the sentences that come of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from eoi.submission.own_words import propose_value
from tests.samples import examined, interest, words_of
from tests.tables import for_each

EVERYWHERE = Path(__file__).parent / "spellings" / "everywhere.yaml"
SENTENCES = (
    "The CCG serves a resident population of 314,593 and a registered population of over 316,000, "
    "with a budget of just over £350m.",
    "Its population is expected to reach 330,000+.",
    "Its population figures are those of Q4 2013/14.",
    "It has 47 member practices in five localities.",
    "nearly 20 have Personal Medical Services (PMS) contracts",
    "The five-year plan is Our plan (summer 2014).",
    "The CCG employs 43 people, or about 39.5 whole-time equivalents (WTE).",
    "Its running costs budget is between £7.5m and £7.9m, which will fall by 10% to 15% from early 2015/16.",
    "under a service level agreement from October 2014 to the end of March 2016.",
    "The CCG Board approved this expression of interest on Thursday 12 June 2014.",
    "NHS England approved this expression of interest with conditions in early October 2014.",
    "The financial envelope for primary care is £39m to £41m.",
    "From autumn 2014 to the end of June 2015 at the latest",
    "From the week of 8 September 2014",
    "From November/December 2014 to mid-March 2015",
    "From 1 April 2015",
    "5 members",
    "Area team director (in attendance)",
    "LMC chair (non-voting)",
    "A lease (autumn 2013).",
    "The result was 30 for and up to 5 against.",
    "A survey went to about 1,200 people. Of these, 342 replied, a response rate of 28.5 per cent.",
    "about 58% were in favour, 10% to 15% were against and just under 30 per cent were unsure.",
    "Health and Wellbeing Board Tuesday 10 June 2014, noon Supported it",
)


@cache
def words() -> str:
    return " ".join(words_of(interest(EVERYWHERE.read_bytes())).split())


@for_each(SENTENCES)
def test_a_sentence_with_an_officers_own_words_reads_as_one(sentence: str) -> None:
    assert sentence in words()


def test_no_word_that_only_holds_a_place_is_in_the_document() -> None:
    found = {word.strip(".,:;()").lower() for word in words().split()}
    assert not found & {"tbc", "tbd", "n/a", "…"}
    assert "see attached" not in words()


def test_nothing_of_it_is_an_error_but_what_is_missing() -> None:
    found = {
        finding.rule
        for finding in examined(EVERYWHERE.read_bytes()).findings
        if finding.severity.label == "error"
    }
    assert found <= {"answer-missing", "placeholder-text"}


@pytest.mark.parametrize(
    ("typed", "figure"), [("twenty-three", "23"), ("Forty practices", "40 practices"), ("fourteen", "14")]
)
def test_a_number_in_words_is_advised_as_a_figure(typed: str, figure: str) -> None:
    assert (
        propose_value(("applicants", 0, "practices"), "practices", typed) == f"Write `practices: {figure}`."
    )
