"""What a submission is called, and what a CCG does with it, are the words of its round's file."""

from __future__ import annotations

import re
from functools import cache

import pytest

from eoi.document.blocks import Document
from eoi.document.render import render_expression_of_interest, render_submission_checklist
from eoi.examined import ExaminedSubmission
from eoi.new_file import write_new_file
from eoi.rounds import list_known_rounds, load_round
from eoi.writers import find_writer
from tests.samples import COMPLETE, examined, lines_of, words_of
from tests.thorough import some_of

OF_2014 = re.compile(
    r"expressions? of interest|express(?:es|ed|ing)?(?: an| our| its)? interest", re.IGNORECASE
)
ASKED = [(round_, form) for round_ in list_known_rounds() for form in load_round(round_).offers]
# A round that only extends that of 2014 uses its words.
WORDS_OF_2014 = load_round("2014").words
LATER = [(round_, form) for round_, form in ASKED if load_round(round_).words != WORDS_OF_2014]
ENDINGS = ("", "status: withdrawn\n")


def of_round(text: str, round_: str, form: str, end: str) -> ExaminedSubmission:
    head = f"round: {round_}\nform: {form}\n{end}"
    return examined(head + re.sub(r"^(?:round|form|status): .*\n", "", text, flags=re.MULTILINE))


@cache
def submissions(round_: str, form: str) -> tuple[ExaminedSubmission, ...]:
    """Return submissions of one CCG, of two and with every answer, each open and withdrawn."""
    least = "applicants: [{name: NHS Somewhere CCG}]\n"
    several = "applicants: [{name: NHS Somewhere CCG}, {name: NHS Elsewhere CCG}]\n"
    complete = COMPLETE.read_text(encoding="utf-8")
    return tuple(of_round(text, round_, form, end) for text in (least, several, complete) for end in ENDINGS)


def documents(examined_: ExaminedSubmission) -> list[Document]:
    return [
        make(examined_, final)
        for make in (render_expression_of_interest, render_submission_checklist)
        for final in (True, False)
    ]


def said(examined_: ExaminedSubmission) -> str:
    """All that is said of a submission: in both documents, about them, and in what was found."""
    written = [f"{one.properties} {find_writer('md').write(one).decode()}" for one in documents(examined_)]
    found = [f"{one.message} {one.help}" for one in examined_.findings]
    return "\n".join(written + found)


@cache
def said_of(round_: str, form: str, number: int) -> str:
    """All that is said of one of those submissions."""
    return said(submissions(round_, form)[number])


def all_said(round_: str, form: str) -> tuple[str, ...]:
    return tuple(said_of(round_, form, number) for number in range(len(submissions(round_, form))))


def test_forms_of_every_round_are_here() -> None:
    assert len(ASKED) >= 9
    assert {round_ for round_, _ in ASKED} == set(list_known_rounds())
    assert {round_ for round_, _ in LATER} >= {"2015", "2016", "2017", "2018", "2020"}


@pytest.mark.slow
@pytest.mark.parametrize(("round_", "form"), some_of(LATER, 1), ids="-".join)
def test_nothing_that_is_said_in_a_later_round_expresses_an_interest(round_: str, form: str) -> None:
    told = all_said(round_, form)
    assert all(told)
    assert [found for text in told for found in OF_2014.findall(text)] == []


@pytest.mark.parametrize(("round_", "form"), LATER, ids="-".join)
def test_no_new_file_of_a_later_round_speaks_of_an_interest(round_: str, form: str) -> None:
    files = [write_new_file(load_round(round_), form, None, short=short) for short in (True, False)]
    assert [OF_2014.findall(text) for text in files] == [[], []]


@pytest.mark.slow
@pytest.mark.parametrize("form", some_of(load_round("2014").offers, 1))
def test_a_submission_of_2014_is_an_expression_of_interest(form: str) -> None:
    assert min(len(OF_2014.findall(text)) for text in all_said("2014", form)) > 2
    assert OF_2014.search(write_new_file(load_round("2014"), form, None))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("round_", "form", "sentences"),
    [
        (
            "2014",
            "joint",
            (
                "NHS Somewhere CCG expresses an interest in joint commissioning with NHS England.",
                "NHS Somewhere CCG and NHS Elsewhere CCG together express an interest in joint commissioning",
                "NHS Somewhere CCG expressed an interest in joint commissioning",
            ),
        ),
        (
            "2015",
            "delegated",
            (
                "NHS Somewhere CCG proposes delegated commissioning of general practice.",
                "NHS Somewhere CCG and NHS Elsewhere CCG together propose delegated commissioning",
                "NHS Somewhere CCG proposed delegated commissioning",
            ),
        ),
        (
            "2018",
            "delegated",
            (
                "NHS Somewhere CCG applies for delegated commissioning of general practice.",
                "NHS Somewhere CCG and NHS Elsewhere CCG together apply for delegated commissioning",
                "NHS Somewhere CCG applied for delegated commissioning",
            ),
        ),
    ],
)
def test_the_summary_says_it_in_the_words_of_its_round(
    round_: str, form: str, sentences: tuple[str, ...]
) -> None:
    one, one_withdrawn, several, *_ = submissions(round_, form)
    for outcome, sentence in zip((one, several, one_withdrawn), sentences, strict=True):
        assert sentence in "\n".join(lines_of(render_expression_of_interest(outcome, False).blocks))


@pytest.mark.parametrize(
    ("round_", "word"), [("2014", "expression of interest"), ("2015", "proposal"), ("2017", "application")]
)
def test_a_document_is_filed_under_what_its_round_calls_it(round_: str, word: str) -> None:
    outcome = submissions(round_, load_round(round_).offers[-1])[0]
    properties = render_expression_of_interest(outcome, False).properties
    assert word in properties.keywords
    assert properties.title.lower().startswith(word)


@pytest.mark.slow
@pytest.mark.parametrize(("round_", "form"), ASKED, ids="-".join)
def test_who_is_involved_is_said_in_the_words_of_the_round(round_: str, form: str) -> None:
    one, _, several, *_ = submissions(round_, form)
    what = load_round(round_).words.document
    sentences = {
        f"This {what} is for NHS Somewhere CCG only.": one,
        f"This is a joint {what} by two CCGs: NHS Somewhere CCG and NHS Elsewhere CCG.": several,
    }
    for sentence, outcome in sentences.items():
        assert sentence in words_of(render_expression_of_interest(outcome, False))


@pytest.mark.slow
@pytest.mark.parametrize("round_", ["2014", "2015"])
def test_nothing_is_called_an_application_before_there_were_any(round_: str) -> None:
    for form in some_of(load_round(round_).offers, 1):
        told = all_said(round_, form)
        assert [found for text in told for found in re.findall(r".{30}\bapplication\b", text)] == []


@pytest.mark.parametrize(
    ("round_", "sentences"),
    [
        (
            "2015",
            (
                "A Board considered the proposal on",
                "The proposal is put to a vote of",
            ),
        ),
        (
            "2018",
            (
                "A Board considered the application on",
                "The application is put to a vote of",
            ),
        ),
    ],
)
def test_what_others_thought_of_it_is_said_in_the_words_of_the_round(
    round_: str, sentences: tuple[str, ...]
) -> None:
    text = """\
applicants: [{name: NHS Somewhere CCG}]
support: [{body: A Board, date: 2014-12-10, view: It agrees.}]
engagement:
  members: {ballot: {voters: the practices, rule: a majority, result_due: 2020-01}}
  public: {method: survey, sent: 100, response_rate: 40%, views: {for: 60%, against: 40%}}
"""
    told = said(of_round(text, round_, "delegated", ""))
    assert [one for one in sentences if one not in told.replace("**", "")] == []
